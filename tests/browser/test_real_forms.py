"""Every form of the real handbook, filled in whole on a phone, with the longest answers that it allows."""

import re
from collections import Counter
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import asked, check, composed, field, note
from tests.browser.filling import faults as faults_of

from policywright.linking.sentences import capitalised
from policywright.model.form import (
    DateField,
    EmailField,
    Field,
    Form,
    LongTextField,
    NameField,
    NumberField,
    PhoneField,
    PickManyField,
    PickOneField,
    SignatureField,
    TextField,
    YesNoField,
)
from policywright.model.walk import descendants
from policywright.pipeline import Examined

PHONE = 375
WORDS = "Words of an answer that says rather more than it need, "
TYPED: dict[type[Field], str] = {
    NameField: "Siân Ŵyn ap Llywelyn-Featherstonehaugh",
    NumberField: "120",
    PhoneField: "(01632) 960 001",
    EmailField: "a.parent@school.example",
}
LONG = 1500
"""As much as anybody writes into a box of several lines, in characters."""

ROOM = "box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight + 1"


def words(length: int) -> str:
    return (WORDS * length)[:length].rstrip(" ,")


def answer(place: Locator, one: Field, wanted: str | None) -> list[str]:
    """Answer a field, with a certain answer if that is wanted; return what the filled form is to say of it."""
    match one:
        case SignatureField():
            return []
        case YesNoField() | PickOneField():
            options = ("yes", "no") if isinstance(one, YesNoField) else one.options
            chosen = next((option for option in options if option.lower() == str(wanted).lower()), options[0])
            place.locator("[type=radio]").nth(options.index(chosen)).check()
            return [capitalised(chosen)]
        case PickManyField():
            for box in place.locator("[type=checkbox]").all():
                box.check()
            return [capitalised(option) for option in one.options]
        case DateField():
            for box, part in zip(place.locator("input").all(), ("28", "12", "2026"), strict=True):
                box.fill(part)
            return ["28 December 2026"]
        case _:
            return [typed(place, one)]


def typed(place: Locator, one: Field) -> str:
    """Type the longest answer into a field; a box of several lines must show all of it."""
    box = place.locator("input, textarea")
    longest = one.longest if isinstance(one, TextField) else LONG * isinstance(one, LongTextField)
    text = words(longest) if longest else TYPED[type(one)]
    box.fill(text)
    assert not longest or box.evaluate(ROOM), one.id
    return text


def fill_in(page: Page, known: dict[str, Field], wanted: dict[str, str]) -> dict[str, list[str]]:
    """Answer all that is asked, and what is asked for that reason; return what is to be said, by field."""
    said: dict[str, list[str]] = {}
    while left := [name for name in asked(page) if name not in said]:
        said[left[0]] = answer(field(page, left[0]), known[re.sub(r"_\d+$", "", left[0])], wanted.get(left[0]))
    return said


def deciding(page: Page) -> list[dict[str, str]]:
    """Return the rounds of answers that are needed for every field to be asked once, each by the field that decides."""
    pairs = page.locator("[data-if]").evaluate_all("all => all.map(({dataset}) => [dataset.if, dataset.is])")
    wanted: dict[str, list[str]] = {}
    for decider, given in pairs:
        wanted.setdefault(decider, []).append(given)
    rounds = max(map(len, wanted.values()), default=1)
    return [{name: given[turn % len(given)] for name, given in wanted.items()} for turn in range(rounds)]


def test_every_form_is_filled_in_whole_and_says_every_answer_and_nothing_is_asked(
    open_real: Open, real: Examined
) -> None:
    forms = list(real.linked.handbook.of_kind(Form))
    assert len(forms) > 10
    for form in forms:
        known = {node.id: node for node in descendants(form) if isinstance(node, Field)}
        page = open_real(f"{form.part}/{form.id}.html", width=PHONE)
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.on("request", partial(note, requests))
        filled = set[str]()
        for wanted in deciding(page):
            said = fill_in(page, known, wanted)
            check(page)
            expect(page.locator(".result")).to_be_visible()
            told = " ".join(composed(page).split())
            answers = Counter(answer for answers in said.values() for answer in answers)
            assert [one for one, times in answers.items() if told.count(" ".join(one.split())) < times] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
            filled |= {re.sub(r"_\d+$", "", name) for name in said}
        assert filled == set(known)
        assert requests == []


@pytest.mark.parametrize("part", ["schools", "council", "academy-trust", "defence-schools", "training-provider"])
def test_what_is_missing_is_told_in_a_sentence(open_real: Open, real: Examined, part: str) -> None:
    for form in (one for one in real.linked.handbook.of_kind(Form) if one.part == part):
        page = open_real(f"{form.part}/{form.id}.html", width=PHONE)
        check(page)
        told = faults_of(page)
        assert told
        odd = re.compile(r"Enter (?:the )?(?:[A-Z]|the (?:an?|any\w*|another|your|wh\w+)\b)|[^”]\b(?:by|on)$")
        assert [one for one in told if odd.search(one)] == []
