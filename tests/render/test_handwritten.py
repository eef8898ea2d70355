"""Hand-written pages: references in Markdown."""

from collections.abc import Callable

import pytest

from policywright import linking, source
from policywright.render.handwritten import with_links


@pytest.fixture
def written(minimal_files: dict[str, bytes]) -> Callable[..., str]:
    """Return what sets the text of a hand-written page."""

    def set_text(text: str, name: str = "about.md") -> str:
        handbook, _ = source.read(minimal_files | {f"policies/{name}": text.encode()})
        return with_links(linking.link(handbook), handbook.pages[0], name)

    return set_text


def test_references_become_links_between_markdown_pages(written: Callable[..., str]) -> None:
    text = "See [[social-media#decline-friend-requests]] and [[role:staff|all staff]]."
    clause = "[clause 1.1 of Social media](schools/social-media.md#decline-friend-requests)"
    assert written(text) == f"See {clause} and [all staff](roles.md#staff)."


def test_links_start_from_the_page(written: Callable[..., str]) -> None:
    assert written("[[social-media]]", "help/about.md") == "[Social media](../schools/social-media.md)"


def test_code_stays_as_it_is(written: Callable[..., str]) -> None:
    assert written("Write `[[social-media]]`.") == "Write `[[social-media]]`."


def test_variables_become_their_values(written: Callable[..., str]) -> None:
    assert written("Ask {{school-name}}.") == "Ask the school."


def test_a_reference_to_nothing_stays_in_words(written: Callable[..., str]) -> None:
    assert written("See [[nowhere]].") == "See **Fault:** “nowhere” leads nowhere."
