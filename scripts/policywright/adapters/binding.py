"""A document bound: its sections laid out, all of them joined to one PDF, and the numbers of its pages set.

A section is laid out once, wherever it comes to stand: what depends on that, the numbers of pages and what stands in
the margins, is set when it is known. An index comes last, since its lines are made of numbers. All this depends on
nothing but the document, so that it comes to the same PDF whatever was laid out before.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
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
from policywright.adapters.set_numbers import set_numbers
from policywright.render.page import PrintDocument

_MOST_TURNS = 8
"""So often indexes are laid out until none moves the places of another."""


def typeset(document: PrintDocument, file: Path) -> Bound:
    """Make the PDF of a document in this process."""
    with tempfile.TemporaryDirectory() as folder:
        return bind(document, Press(SectionCache(Path(folder)), Here()), file)


def bind(document: PrintDocument, press: Press, file: Path) -> Bound:
    """Make the PDF of a document."""
    sections, laid_out = _laid_out(Sections(document), press)
    pdfs = [press.cache.pdf(press.cache.key(section)) for section in sections]
    if len(pdfs) == 1:
        return _joined(document, pdfs, laid_out, file)
    return press.workers.submit(_joined, document, pdfs, laid_out, file).result()


def _laid_out(sections: Sections, press: Press) -> tuple[Sequence[Section], Sequence[Typeset]]:
    """Return the sections of a document with their numbers, and what came of laying them out."""
    known = _first_laid_out(sections, press)
    for _ in range(_MOST_TURNS):
        numbered = [sections.section(number, known) for number in range(len(sections))]
        laid_out = press.lay_out(numbered)
        guessed, known = known, PageMap.of(laid_out)
        if known == guessed:
            return numbered, laid_out
    raise AssertionError("an index has many lines, and moves few places")


def _first_laid_out(sections: Sections, press: Press) -> PageMap:
    """Return where everything stands when each section was laid out once, those that list pages after all others."""
    listing = [number for number in range(len(sections)) if sections.lists_pages(number)]
    others = [number for number in range(len(sections)) if number not in listing]
    laid_out: dict[int, Typeset] = {}
    for together in (others, *([number] for number in listing)):
        known = sections.estimate(laid_out)
        laid_out |= zip(together, press.lay_out([sections.section(one, known) for one in together]), strict=True)
    return sections.estimate(laid_out)


def _joined(document: PrintDocument, pdfs: Sequence[Path], sections: Sequence[Typeset], file: Path) -> Bound:
    """Join the sections of a document; runs in a process of its own where they are several."""
    page_map = PageMap.of(sections)
    with join(pdfs, sections) as pdf:
        set_numbers(pdf, page_map.pages)
        finish(pdf, document)
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        page_count = len(pdf.pages)
    warnings = (warning for section in sections for warning in section.warnings)
    lacking = (*dict.fromkeys(warnings), *_lacking(document.html, page_map.pages), *faults(file))
    return Bound(page_count, lacking)


def _lacking(html: str, pages: Mapping[str, int]) -> Iterator[str]:
    """Yield what could not be printed as it was written."""
    for anchor in awaited(html):
        if anchor not in pages:
            yield f"no page holds “{anchor}”"
    for character in unprintable(html):
        yield f"print has no letter for “{character}”, so its name stands there instead"
