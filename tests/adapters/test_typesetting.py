from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policywright.adapters.typesetting import numbered

PAGE_OF = '<span class="page-of" data-for="{}">{}</span>'

anchors = st.text(alphabet="abc.-:", min_size=1, max_size=4)
words = st.text(alphabet='ab <>&"\\1{}', max_size=9)


@given(st.lists(st.tuples(words, anchors)), words, st.dictionaries(anchors, st.integers(1, 999)))
def test_each_place_gets_the_number_of_its_page_and_nothing_else_changes(
    pieces: list[tuple[str, str]], end: str, pages: dict[str, int]
) -> None:
    waiting = "".join(f"{text}{PAGE_OF.format(anchor, '')}" for text, anchor in pieces) + end
    filled = "".join(f"{text}{PAGE_OF.format(anchor, pages.get(anchor, '00'))}" for text, anchor in pieces) + end
    assert numbered(waiting, pages) == filled


def test_where_numbers_must_settle_each_takes_the_same_room() -> None:
    html = f"<head><title>Staff</title></head><p>{PAGE_OF.format('end', '')}</p>"
    settled = numbered(html, {"end": 7}, settle=True)
    assert ".page-of { display: inline-block; inline-size: 2em }</style></head>" in settled
    assert settled.endswith(f"<p>{PAGE_OF.format('end', 7)}</p>")
