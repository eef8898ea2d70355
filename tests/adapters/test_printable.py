from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policywright.adapters.printable import printable, unprintable


def test_what_print_has_letters_for_stays_as_it_is() -> None:
    welsh = "<p>Mae ŵyl ŷn y dŵr: “iawn” → ✓ w\u0302 a\u00adb</p>"
    assert unprintable(welsh) == ()
    assert printable(welsh) == welsh


def test_a_character_without_a_letter_is_named_in_words() -> None:
    assert unprintable("Cymru 🏴 中 🏴") == ("🏴", "中")
    assert printable("Cymru 🏴 中") == "Cymru [waving black flag] [cjk unified ideograph-4e2d]"
    assert printable("\ue000") == "[character e000]"


def test_a_hyphen_that_must_not_break_is_a_hyphen_that_may_not() -> None:
    assert unprintable("A\u2011levels") == ()
    assert printable("A\u2011levels") == "A\u2060\u2010\u2060levels"


@given(st.text())
def test_everything_can_be_printed_after_it(text: str) -> None:
    assert unprintable(printable(text)) == ()
    assert printable(printable(text)) == printable(text)
