"""The file for language models: what the handbook is, and what stands where, in the form of llmstxt.org."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policywright.render.api.paths import INDEX, REFERENCES
from policywright.render.composer import Composer
from policywright.render.files import calendar, feed
from policywright.render.navigation import FOOT
from policywright.render.page import Page, SiteFile
from policywright.render.places import place


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:
    """Yield the file."""
    yield SiteFile("llms.txt", "\n".join(_lines(composer, pages)).encode() + b"\n")


def _lines(composer: Composer, pages: Sequence[Page]) -> Iterator[str]:
    settings, words = composer.handbook.settings, composer.plain_text
    yield f"# {words.of(settings.title)}"
    if settings.summary:
        yield f"\n> {words.of(settings.summary)}"
    yield (
        "\nEach clause has a number, which may change, and an address, which does not. It says who must, must not, "
        "should, should not or may do something, and binds those whom it names. Cite the clause."
    )
    yield "\n## Data\n"
    yield f"- [The handbook as JSON]({composer.address}{INDEX}): every document whole, with a JSON Schema for each file"
    yield f"- [References]({composer.address}{REFERENCES}): who refers to whom"
    yield f"- [Changes]({composer.address}{feed.PATH}): what changed in each version, as an Atom feed"
    yield f"- [Reviews]({composer.address}{calendar.PATH}): when each document is due for review, as a calendar"
    for title, found in _groups(composer, pages).items():
        if found:
            yield f"\n## {title}\n"
            yield from (_entry(composer, page) for page in found)


def _groups(composer: Composer, pages: Sequence[Page]) -> Mapping[str, Sequence[Page]]:
    """Return the pages that a reader may ask for, by heading; the last heading is that of what may be passed over."""
    by_path = {page.path: page for page in pages}
    parts = {
        composer.linked.target_of(part).title: [
            by_path[path]
            for document in composer.handbook.documents
            if document.part == part.id and (path := place(composer.linked.target_of(document)).path) in by_path
        ]
        for part in composer.handbook.settings.parts
    }
    return {
        **parts,
        "Topics": [page for page in pages if page.kind == "comparison"],
        "Lists and registers": [page for page in pages if len(page.nav) > 1 and page.nav[0] != FOOT],
        "Optional": [page for page in pages if page.nav[:1] == (FOOT,)],
    }


def _entry(composer: Composer, page: Page) -> str:
    note = f": {page.description}" if page.description else ""
    return f"- [{page.title}]({composer.address}{page.path}){note}"
