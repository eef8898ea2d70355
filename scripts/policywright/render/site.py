"""The site: its pages and the files beside them, kind by kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from policywright.diagnostics import Diagnostic, Rule
from policywright.linking.gathering.changes import NOTHING_KNOWN, Changes
from policywright.linking.linked import LinkedHandbook
from policywright.render.composer import Composer
from policywright.render.files import FILE_KINDS
from policywright.render.maker import MAKER, Maker
from policywright.render.page import NO_WORD, Page, SiteFile
from policywright.render.pages import PAGE_KINDS, PAGES_FOR_EDITORS


def site(  # noqa: PLR0913  one for each thing that the pages tell of
    linked: LinkedHandbook,
    rules: Sequence[type[Rule]] = (),
    diagnostics: Sequence[Diagnostic] = (),
    changes: Changes = NOTHING_KNOWN,
    *,
    pdfs: bool = False,
    word: Mapping[str, int] = NO_WORD,
    adopters: Collection[str] = (),
    maker: Maker = MAKER,
) -> Iterator[Page]:
    """Yield every page of the site.

    `rules` get a page each. With `diagnostics` the site is a preview, and shows them in their places. `changes` are
    told where they were made, and together. `pdfs` says that the PDFs stand beside it, to be linked to, and `word` how
    many bytes each Word document has that does, by its name; `adopters` are those whose own handbooks do. The
    `maker` makes the pages of documents.
    """
    # What a preview shows is not among what pages are known to rest on.
    maker = MAKER if diagnostics else maker
    composer = Composer(linked, rules, diagnostics, changes, pdfs=pdfs, word=word, adopters=adopters, maker=maker)
    for kind in PAGE_KINDS:
        # Nobody edits an adopter's handbook but in the model and in the adopter's file.
        if kind not in PAGES_FOR_EDITORS or not linked.handbook.adoption:
            yield from kind.pages(composer)


def site_files(
    linked: LinkedHandbook,
    pages: Sequence[Page],
    changes: Changes = NOTHING_KNOWN,
    *,
    address: str = "",
    maker: Maker = MAKER,
) -> tuple[SiteFile, ...]:
    """Return every file that stands beside the pages of the site.

    `address` is where the site is published, such as `https://handbook.example.org/`; empty where nobody has said. The
    `maker` makes those of single documents.
    """
    composer = Composer(linked, changes=changes, address=address, maker=maker)
    return tuple(file for kind in FILE_KINDS for file in kind.files(composer, pages))
