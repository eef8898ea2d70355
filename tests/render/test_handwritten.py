"""Hand-written pages: references in Markdown."""

import pytest

from policywright import linking, source
from policywright.linking import LinkedHandbook
from policywright.model.marks import ReferenceMark
from policywright.render.handwritten import with_links


@pytest.fixture
def linked(minimal_files: dict[str, bytes]) -> LinkedHandbook:
    return linking.link(source.read(minimal_files)[0])


def written(linked: LinkedHandbook, text: str, path: str = "about.md") -> tuple[str, list[ReferenceMark]]:
    dangling: list[ReferenceMark] = []
    return with_links(linked, path, text, dangling.append), dangling


def test_references_become_links_between_markdown_pages(linked: LinkedHandbook) -> None:
    text = "See [[social-media#decline-friend-requests]] and [[role:staff|all staff]]."
    clause = "[clause 1.1 of Social media](schools/social-media.md#decline-friend-requests)"
    assert written(linked, text) == (f"See {clause} and [all staff](roles.md#staff).", [])


def test_links_start_from_the_page(linked: LinkedHandbook) -> None:
    assert written(linked, "[[social-media]]", "help/about.md")[0] == "[Social media](../schools/social-media.md)"


def test_code_stays_as_it_is(linked: LinkedHandbook) -> None:
    assert written(linked, "Write `[[social-media]]`.")[0] == "Write `[[social-media]]`."


def test_a_reference_to_nothing_is_told_and_stays_in_words(linked: LinkedHandbook) -> None:
    text, dangling = written(linked, "See [[nowhere]].")
    assert text == "See **Fault:** “nowhere” leads nowhere."
    assert [mark.target for mark in dangling] == ["nowhere"]
