"""A document bound: its sections laid out, the numbers of their pages put in, and all of them joined to one PDF.

The sections are laid out with numbers that are only as long as the true ones, until nothing moves, and then with the
true ones. This depends on nothing but the document, so that it comes to the same PDF whatever is known from last time:
what is known only spares laying out again what has been laid out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from pikepdf import ObjectStreamMode

from policywright.adapters.finishing import finish
from policywright.adapters.joining import join
from policywright.adapters.page_numbers import awaited
from policywright.adapters.pdf_ua import faults
from policywright.adapters.press import Here, Press
from policywright.adapters.printable import unprintable
from policywright.adapters.section_cache import SectionCache
from policywright.adapters.sections import Bound, PageMap, Section, Sections, Typeset
from policywright.render.page import PrintDocument

_MOST_SKETCHES = 3
# Where numbers chase each other, each gets the same width from here on, so that they move nothing in the next layout.
_FREE_LAYOUTS = 3


def typeset(document: PrintDocument, file: Path) -> Bound:
    """Make the PDF of a document in this process."""
    with tempfile.TemporaryDirectory() as folder:
        return bind(document, Press(SectionCache(Path(folder)), Here()), file)


def bind(document: PrintDocument, press: Press, file: Path, expected: PageMap | None = None) -> Bound:
    """Make the PDF of a document.

    `expected` is its page map of last time, for somebody who waits: a short document is laid out with that, while it is
    found out whether it holds.
    """
    sections, laid_out = _laid_out(document, press, expected)
    pdfs = [press.cache.pdf(press.cache.key(section)) for section in sections]
    if len(pdfs) == 1:
        return _joined(document, pdfs, laid_out, file)
    return press.workers.submit(_joined, document, pdfs, laid_out, file).result()


def _laid_out(
    document: PrintDocument, press: Press, expected: PageMap | None
) -> tuple[Sequence[Section], Sequence[Typeset]]:
    """Return the sections of a document with their numbers, and what came of laying them out."""
    sections = Sections(document)
    known = _sketched(sections, press, expected)
    for turn in count():
        numbered = sections.numbered(known, settle=turn >= _FREE_LAYOUTS)
        laid_out = press.lay_out(numbered, drawn=True)
        known = PageMap.of(laid_out)
        if sections.numbered(known, settle=turn >= _FREE_LAYOUTS) == numbered:
            return numbered, laid_out
    raise AssertionError("numbers of the same width settle")


def _sketched(sections: Sections, press: Press, expected: PageMap | None) -> PageMap:
    """Return where everything comes to stand, as far as numbers of the right length tell."""
    known = sections.estimate
    for _ in range(_MOST_SKETCHES if len(sections) > 1 else sections.awaits_numbers):
        begun = press.begin(sections.numbered(known.rounded), drawn=False)
        if expected and len(expected.firsts) == len(sections) == 1:
            press.lay_out_here(*sections.numbered(expected))
        guessed, known = known, PageMap.of([one.result() for one in begun])
        if known.rounded == guessed.rounded:
            break
    return known


def _joined(document: PrintDocument, pdfs: Sequence[Path], sections: Sequence[Typeset], file: Path) -> Bound:
    """Join the sections of a document; runs in a process of its own where they are several."""
    with join(pdfs, sections) as pdf:
        finish(pdf, document)
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        page_count = len(pdf.pages)
    page_map = PageMap.of(sections)
    warnings = (warning for section in sections for warning in section.warnings)
    lacking = (*dict.fromkeys(warnings), *_lacking(document.html, page_map.pages), *faults(file))
    return Bound(page_count, page_map, lacking)


def _lacking(html: str, pages: Mapping[str, int]) -> Iterator[str]:
    """Yield what could not be printed as it was written."""
    for anchor in awaited(html):
        if anchor not in pages:
            yield f"no page holds “{anchor}”"
    for character in unprintable(html):
        yield f"print has no letter for “{character}”, so its name stands there instead"
