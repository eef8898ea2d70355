"""Documents in sections: the same document as one that is laid out in one go, and sections that are kept."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.pdf.reading import on_pages, outline, page_numbers
from tests.pdf.verapdf import failures

from policywright.adapters.binding import bind, typeset
from policywright.adapters.press import Here, Press
from policywright.adapters.section_cache import SectionCache
from policywright.render.page import PrintDocument

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Book</title><style>
@font-face {{ font-family: A; src: url(vendor/fonts/AtkinsonHyperlegibleNext_400Regular.ttf) }}
@page {{ size: 90mm 60mm; margin: 10mm; font: 8pt A; @bottom-left {{ content: counter(page) }} }}
@page {{ @top-left {{ content: string(begun, start) }} @top-right {{ content: "1984" }} }}
h1 {{ string-set: begun content() }}
@page :left {{ margin-left: 20mm; margin-right: 0 }}
html {{ font: 10pt/12pt A; font-variant-numeric: tabular-nums }} body {{ margin: 0 }} ol {{ list-style: none }}
h1 {{ bookmark-level: 1 }} .part h1 {{ bookmark-level: 2 }} h2 {{ bookmark-level: 3 }}
.document, .new {{ break-before: page }}
</style></head><body>{}</body></html>"""
PAGE_OF = '<span class="page-of" data-for="{}"></span>'
NOTE = (
    '<p>Kind<sup><a href="#note-{0}" role="doc-noteref">1</a></sup></p><div id="note-{0}" role="doc-footnote">{0}</div>'
)
CONTENTS = f"""<nav role="doc-toc"><h1>Contents</h1><ol>
<li><a href="#kind">Kind {PAGE_OF.format("kind")}</a></li><li><a href="#fair">Fair {PAGE_OF.format("fair")}</a></li>
</ol></nav>"""
KIND = f"""<article data-section class="document part"><h1 id="kind">Kind</h1>
<p>Be kind in <a href="#fair">fair play</a>, page {PAGE_OF.format("fair")}.</p>
<div class="new"><h2>Always</h2>{NOTE.format("kind")}</div></article>"""
FAIR = f"""<article data-section class="document part"><h1 id="fair">Fair</h1><p>See page {PAGE_OF.format("kind")}, or
<a href="https://policywright.invalid/">elsewhere</a>.</p>{NOTE.format("fair")}</article>"""
INDEX = """<article data-section class="document"><h1 id="index">Index</h1>
<p>rules <span class="pages-of" data-main="kind" data-for="fair index"></span></p></article>"""


def book(*bodies: str) -> PrintDocument:
    return PrintDocument("book", "Book", PAGE.format("".join(bodies or (CONTENTS, KIND, FAIR, INDEX))))


def in_one_go(document: PrintDocument) -> PrintDocument:
    return PrintDocument("book", "Book", document.html.replace(" data-section", ""))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The PDF of a book in sections, and that of the same book in one go."""
    folder = tmp_path_factory.mktemp("books")
    sections, whole = folder / "sections.pdf", folder / "whole.pdf"
    assert typeset(book(), sections).warnings == typeset(in_one_go(book()), whole).warnings == ()
    return sections, whole


def words(pdf: Path) -> str:
    """Return the words of each page, and where they stand, to a hundredth of a point."""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.2f}", told)


def test_its_words_stand_where_they_stand_in_a_document_laid_out_in_one_go(both: tuple[Path, Path]) -> None:
    sections, whole = map(words, both)
    assert sections == whole
    assert sections.count("<page ") == 5


def test_what_is_read_aloud_is_the_same(both: tuple[Path, Path]) -> None:
    sections, whole = map(outline, both)
    assert sections == whole


def test_its_links_and_bookmarks_lead_to_the_same_places(both: tuple[Path, Path]) -> None:
    sections, whole = (list(ways(pdf)) for pdf in both)
    assert sections == whole
    assert len(sections) > 12


def ways(file: Path) -> Iterator[tuple[str, Any]]:
    """Yield what leads anywhere in a PDF: its words, and where it leads."""
    with pikepdf.open(file) as pdf:
        numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        yield from page_numbers(pdf).items()
        for link in on_pages(pdf, "Link"):
            yield str(link.Contents), page_numbers(pdf)[str(link.Dest)] if "/Dest" in link else str(link.A.URI)
        with pdf.open_outline() as bookmarks:
            waiting = [(0, item) for item in bookmarks.root]
            while waiting:
                depth, item = waiting.pop(0)
                assert isinstance(item.destination, pikepdf.Array)
                page, _, left, top, _ = item.destination
                from_the_edge = round(float(left) - float(page.MediaBox[0]), 3), round(float(top), 3)
                yield f"{depth} {item.title}", (numbers[page.objgen], *from_the_edge)
                waiting += [(depth + 1, child) for child in item.children]


def test_verapdf_has_nothing_against_it_and_it_is_sound(both: tuple[Path, Path]) -> None:
    assert failures(both) == {}
    with pikepdf.open(both[0]) as pdf:
        assert pdf.check_pdf_syntax() == []
        notes = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
        assert [str(notes[name].ID) for name in notes] == ["note-000000", "note-000001"]


def test_each_face_is_one_font_with_the_letters_of_all_sections(both: tuple[Path, Path]) -> None:
    found = []
    for file in both:
        with pikepdf.open(file) as pdf:
            fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
            found.append({font.DescendantFonts[0].FontDescriptor.FontFile2.objgen for font in fonts})
    assert len(found[0]) == len(found[1]) == 2
    assert pixels(both[0]) == pixels(both[1])


def pixels(pdf: Path) -> bytes:
    """Return the pages of a PDF as pictures."""
    return subprocess.run(["pdftoppm", "-r", "40", "-mono", pdf], check=True, capture_output=True).stdout


class Kept:
    """A press that keeps its sections, and tells which of them it laid out for a document."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pdf = folder / "book.pdf"

    def lays_out(self, document: PrintDocument) -> int:
        """Make a document; return how many sections were laid out for it."""
        before = self._sections()
        bind(document, Press(SectionCache(self.folder / "sections"), Here()), self.pdf)
        return len(self._sections() - before)

    def _sections(self) -> set[Path]:
        return set((self.folder / "sections").glob("*.pdf"))


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_a_section_is_laid_out_once(kept: Kept) -> None:
    assert kept.lays_out(book()) == 4


def test_a_changed_section_alone_is_laid_out_again(kept: Kept) -> None:
    kept.lays_out(book())
    assert kept.lays_out(book()) == 0
    assert kept.lays_out(book(CONTENTS, KIND, FAIR.replace("See", "Cf."), INDEX)) == 1


def test_sections_after_one_that_grew_by_a_page_are_turned_and_tell_other_pages_without_being_laid_out_again(
    kept: Kept, tmp_path: Path
) -> None:
    kept.lays_out(book())
    longer = book(CONTENTS, KIND.replace("</article>", '<p class="new">More</p></article>'), FAIR, INDEX)
    # Itself, and the index, which lists pages.
    assert kept.lays_out(longer) == 2
    typeset(in_one_go(longer), tmp_path / "whole.pdf")
    assert words(kept.pdf) == words(tmp_path / "whole.pdf")
    assert pixels(kept.pdf) == pixels(tmp_path / "whole.pdf")


def test_the_same_document_gives_the_same_bytes_whatever_is_known_from_before(kept: Kept, tmp_path: Path) -> None:
    kept.lays_out(book(CONTENTS, KIND.replace("</article>", '<p class="new">More</p></article>'), FAIR, INDEX))
    kept.lays_out(book())
    typeset(book(), tmp_path / "cold.pdf")
    assert kept.pdf.read_bytes() == (tmp_path / "cold.pdf").read_bytes()


def test_numbers_at_both_edges_stand_where_they_would_in_a_document_laid_out_in_one_go(tmp_path: Path) -> None:
    at_the_right = "@page :right { @bottom-left { text-align: right; width: 20mm } } </style>"
    many = "".join(FAIR.replace("fair", f"fair-{number}") for number in range(12))
    long = book(CONTENTS.replace("#fair", "#fair-1"), KIND.replace("#fair", "#fair-1"), many)
    document = replace(long, html=long.html.replace("</style>", at_the_right))
    typeset(document, tmp_path / "sections.pdf")
    typeset(in_one_go(document), tmp_path / "whole.pdf")
    assert words(tmp_path / "sections.pdf") == words(tmp_path / "whole.pdf")
    assert pixels(tmp_path / "sections.pdf") == pixels(tmp_path / "whole.pdf")


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"page_count": 1}'])
def test_a_damaged_note_of_a_section_costs_one_layout_and_nothing_else(kept: Kept, damage: str) -> None:
    kept.lays_out(book())
    made = kept.pdf.read_bytes()
    for note in (kept.folder / "sections").glob("*.json"):
        note.write_text(damage, encoding="utf-8")
    kept.lays_out(book())
    assert kept.pdf.read_bytes() == made


def test_numbers_from_ten_on_stand_where_they_belong(kept: Kept, tmp_path: Path) -> None:
    long = "".join(FAIR.replace("fair", f"fair-{number}") for number in range(12))
    many = book(CONTENTS, KIND.replace("#fair", "#fair-11").replace('"fair"', '"fair-11"'), long)
    kept.lays_out(many)
    typeset(in_one_go(many), tmp_path / "whole.pdf")
    assert words(kept.pdf) == words(tmp_path / "whole.pdf")
