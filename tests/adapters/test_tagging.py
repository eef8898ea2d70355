from __future__ import annotations

import inspect
import re
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pytest
import weasyprint.pdf
from tests.pdf.reading import areas, elements, on_pages, outline
from tests.pdf.verapdf import failures
from weasyprint.pdf.stream import Stream

from policywright.adapters.binding import typeset
from policywright.adapters.sections import Bound
from policywright.render.page import PrintDocument

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Staff</title><style>
@font-face {{ font-family: Atkinson; src: url(vendor/fonts/AtkinsonHyperlegibleNext_400Regular.ttf) }}
@font-face {{ font-family: Fields; src: url(vendor/fonts/AtkinsonHyperlegibleNext_400Regular.fields.ttf) }}
@page {{ size: 70mm 45mm; margin: 10mm; @top-left {{ content: "Handbook" }} @bottom-left {{ content: counter(page) }} }}
html {{ font: 11pt/14pt Atkinson; orphans: 1; widows: 1 }}
h1, p, ul, ol, table {{ margin: 0; padding: 0 }} ul, ol {{ margin-left: 5mm }}
.number {{ position: absolute; left: 0 }} .plain {{ list-style: none }} .new {{ break-before: page }}
input {{ font: 11pt Fields }}
</style></head><body>{body}</body></html>"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}<rect width="5" height="5"/></svg>'
CHART = SVG.format("<title>A chart</title>")
SQUARE = f'<img src="data:image/svg+xml,{quote(SVG.format(""))}" {{}}>'

LONG = f"<p>{'kind ' * 70}</p>"
TABLE = "<table><thead><tr><th>Who</th><th>How</th></tr></thead><tbody>{}</tbody></table>".format(
    "".join(f'<tr><th scope="row">{name}</th><td>kind</td></tr>' for name in "abcdef")
)
CELLS = '<table><tr><th colspan="2">Who</th></tr><tr><td></td><td>kind</td></tr></table>'
LISTS = "<ul><li>Be kind<ol><li>to all</li></ol></li></ul>"
LABELS = """<ol class="plain"><li><div><p><span class="number">a</span> Be <span class="number">b</span> kind</p></div>
</li></ol>"""
CLAUSE = '<div><p><span class="number">1</span> Be kind</p></div>'
ADDRESS = "policywright.invalid/an-address-that-has-to-be-broken/since-it-is-long"
WORDS_APART = """<p>{}<a style="overflow-wrap: anywhere">{}</a> always.</p>""".format(
    '<span class="number">1</span> Be kind to <em>all</em> <b> who follow</b> our well-known account ' * 6, ADDRESS
)
LOOSE = "<div>Be <em>kind</em> <p>to all</p> always</div>"
WORDS = "the rule that tells staff to be kind in all that they write " * 6
LINK = f'<p id="rule">See <a href="#rule">{WORDS}<b><i>and say</i></b></a>.</p>'
NAMED = '<p><a href="https://policywright.invalid/" aria-label="Write to us">Mail</a></p>'
CONTENTS = """<nav role="doc-toc"><h1>Contents</h1>
<ol class="plain"><li><a href="#a"><span class="number">1</span> Kind</a></li></ol></nav><p id="a">Be kind.</p>"""
PAGED = """<nav role="doc-toc"><h1>Contents</h1><ol class="plain">
<li><a href="#a"><span class="number">1</span> Being kind <span class="page"><span>3</span></span></a></li></ol></nav>
<ul><li id="a">Kindness <span class="pages-of"><b><a href="#a">3</a></b>, <a href="#a">5&ndash;7</a></span></li>
</ul><table><tr><th scope="row">Must</th> <td>1.1</td>
<td class="page"><span class="pages-of"><a href="#a">3</a></span></td></tr></table>"""
FOOTNOTE = """<p>Be kind<sup><a id="c" href="#n" role="doc-noteref">1</a></sup></p>
<div id="n" role="doc-footnote"><a href="#c">1</a> Always</div>"""
LANGUAGES = '<p>Be <span lang="cy">garedig</span> <b>now</b></p><p lang="fr">Soyez gentils</p>'
PICTURES = f"""<p>Be {SQUARE.format('alt="A square"')} kind {SQUARE.format('alt=""')}</p>{CHART}
<div aria-hidden="true"><p>Hidden</p>{CHART}</div>"""
FIELD = '<section><h1>You</h1><p><label>Name <input name="staff.name" type="text"></label></p></section>'
NOTHING = '<section><div id="here"></div><ul></ul></section><p>Be kind.</p>'
BODIES = (
    LONG,
    TABLE,
    CELLS,
    LISTS,
    LABELS,
    CLAUSE,
    WORDS_APART,
    LOOSE,
    LINK,
    NAMED,
    CONTENTS,
    PAGED,
    FOOTNOTE,
    LANGUAGES,
    PICTURES,
    FIELD,
    NOTHING,
)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "staff.pdf"


def tagged(body: str, pdf: Path) -> Bound:
    made = typeset(PrintDocument("staff", "Staff", PAGE.format(body=body), fillable=body is FIELD), pdf)
    assert made.warnings == ()
    return made


def told(body: str, pdf: Path) -> str:
    """Return the structure tree of a page in one line, without the document around it, its text in quotes."""
    tagged(body, pdf)
    return " ".join(line.strip() for line in outline(pdf)[1:])


def test_weasyprint_has_the_functions_that_give_way_to_ours() -> None:
    assert [*inspect.signature(weasyprint.pdf.add_tags).parameters] == [
        "pdf",
        "document",
        "pdf_version",
        "page_streams",
    ]
    assert [*inspect.signature(Stream.marked).parameters] == ["self", "box", "tag"]


def test_weasyprint_has_its_own_functions_back_afterwards(pdf: Path) -> None:
    before = weasyprint.pdf.add_tags, Stream.marked
    tagged(CLAUSE, pdf)
    assert (weasyprint.pdf.add_tags, Stream.marked) == before


def test_verapdf_has_nothing_against_any_of_them(tmp_path: Path) -> None:
    pdfs = [tmp_path / f"{number}.pdf" for number, _ in enumerate(BODIES)]
    for body, file in zip(BODIES, pdfs, strict=True):
        tagged(body, file)
    assert failures(pdfs) == {}


def test_a_paragraph_that_is_broken_over_pages_is_one_paragraph(pdf: Path) -> None:
    assert tagged(LONG, pdf).page_count > 1
    with pikepdf.open(pdf) as opened:
        (paragraph,) = [element for element in elements(opened) if element.S == "/P"]
        marked = {kid.Pg.objgen for kid in paragraph.K if isinstance(kid, pikepdf.Dictionary)} | {paragraph.Pg.objgen}
        assert marked == {page.objgen for page in opened.pages}


def test_what_stands_in_the_margins_of_each_page_is_passed_over(pdf: Path) -> None:
    assert told("<p>Be kind.</p>", pdf) == 'P "Be kind."'


def test_the_head_of_a_table_is_told_once_and_its_cells_say_what_they_head(pdf: Path) -> None:
    assert tagged(TABLE, pdf).page_count > 1
    assert told(TABLE, pdf).startswith(
        'Table THead TR TH /Scope /Column "Who" TH /Scope /Column "How" TBody TR TH /Scope /Row "a" TD "kind" TR'
    )
    assert told(TABLE, pdf).count('"Who"') == 1


def test_a_cell_says_how_far_it_reaches_and_an_empty_one_stays(pdf: Path) -> None:
    tagged(CELLS, pdf)
    with pikepdf.open(pdf) as opened:
        cells = [element for element in elements(opened) if str(element.S) in {"/TH", "/TD"}]
        assert [int(cell.A.get("/ColSpan", 1)) for cell in cells] == [2, 1, 1]
        assert len(cells[1].K) == 0


def test_lists_have_items_with_a_label_and_a_body_at_every_depth(pdf: Path) -> None:
    assert told(LISTS, pdf) == 'L LI Lbl "• " LBody "Be kind" L LI Lbl "1. " LBody "to all"'


def test_a_number_that_begins_an_item_is_its_label(pdf: Path) -> None:
    assert told(LABELS, pdf) == 'L LI Lbl "a" LBody Div P "Be " "b " "kind"'


def test_a_number_before_a_clause_is_part_of_its_paragraph(pdf: Path) -> None:
    assert told(CLAUSE, pdf) == 'Div P "1 " "Be kind"'


def test_words_are_told_apart_at_the_ends_of_lines_and_at_gaps_and_nowhere_else(pdf: Path) -> None:
    assert tagged(WORDS_APART, pdf).page_count > 1
    said = "".join(re.findall(r'"(.*)"$', "\n".join(outline(pdf)), re.MULTILINE))
    assert said == "1 Be kind to all who follow our well-known account " * 6 + ADDRESS + " always."


def test_words_that_stand_loose_between_paragraphs_get_a_paragraph(pdf: Path) -> None:
    assert told(LOOSE, pdf) == 'Div P "Be " "kind " "" P "to all" P "always"'


def test_a_link_over_several_lines_and_pages_is_one_link_with_one_area_on_each_page(pdf: Path) -> None:
    made = tagged(LINK, pdf)
    with pikepdf.open(pdf) as opened:
        assert [element.S for element in elements(opened)].count("/Link") == 1
        links = areas(opened, "Link")
        assert len(links) == made.page_count == len(on_pages(opened, "Link")) > 1
        assert {str(link.Contents) for link in links} == {f"{WORDS}and say"}


def test_the_lines_of_a_link_lie_in_its_area(pdf: Path) -> None:
    tagged(LINK, pdf)
    with pikepdf.open(pdf) as opened:
        for link in areas(opened, "Link"):
            left, bottom, right, top = (float(edge) for edge in link.Rect)
            corners = [float(corner) for corner in link.QuadPoints]
            assert len(corners) % 8 == 0
            assert all(left - 0.1 <= across <= right + 0.1 for across in corners[::2])
            assert all(min(bottom, top) - 0.1 <= up <= max(bottom, top) + 0.1 for up in corners[1::2])


def test_a_link_says_the_name_that_it_is_given_in_place_of_its_words(pdf: Path) -> None:
    tagged(NAMED, pdf)
    with pikepdf.open(pdf) as opened:
        assert [str(link.Contents) for link in areas(opened, "Link")] == ["Write to us"]


def test_a_link_says_what_it_leads_to_and_on_which_page(pdf: Path) -> None:
    tagged(PAGED, pdf)
    with pikepdf.open(pdf) as opened:
        assert [str(link.Contents) for link in areas(opened, "Link")] == [
            "1 Being kind, page 3",
            "Kindness, page 3",
            "Kindness, pages 5 to 7",
            "Must 1.1, page 3",
        ]


def test_a_table_of_contents_is_told_as_one(pdf: Path) -> None:
    assert told(CONTENTS, pdf) == 'Sect H1 "Contents" TOC TOCI Reference Link "1 " "Kind" P "Be kind."'


def test_a_footnote_is_a_note_that_its_call_refers_to(pdf: Path) -> None:
    assert told(FOOTNOTE, pdf) == 'P "Be kind" Reference Link "1" Note <note-000000> Lbl Link "1" " Always"'
    with pikepdf.open(pdf) as opened:
        ((name, note),) = pikepdf.NameTree(opened.Root.StructTreeRoot.IDTree).items()
        assert str(note.ID) == name


def test_words_in_another_language_say_so(pdf: Path) -> None:
    tagged(LANGUAGES, pdf)
    with pikepdf.open(pdf) as opened:
        languages = {str(element.S): str(element.Lang) for element in elements(opened) if "/Lang" in element}
        assert languages == {"/Span": "cy", "/P": "fr"}


def test_a_picture_says_what_it_shows_and_a_decoration_nothing(pdf: Path) -> None:
    tagged(PICTURES, pdf)
    with pikepdf.open(pdf) as opened:
        figures = [element for element in elements(opened) if element.S == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == ["A square", "A chart"]
        for figure in figures:
            left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
            assert 28 < left < right < 170
            assert 28 < bottom < top < 100
    assert "Hidden" not in " ".join(outline(pdf))


def test_a_picture_without_words_is_told(pdf: Path) -> None:
    made = typeset(PrintDocument("staff", "Staff", PAGE.format(body=SQUARE.format(""))), pdf)
    assert made.warnings[0] == "A picture has no words that are said in its place"


def test_a_field_is_told_where_its_label_stands(pdf: Path) -> None:
    assert told(FIELD, pdf) == 'Sect H1 "You" P "Name " Form'
    with pikepdf.open(pdf) as opened:
        assert len(areas(opened, "Form")) == 1


def test_elements_that_show_nothing_are_left_out(pdf: Path) -> None:
    assert told(NOTHING, pdf) == 'P "Be kind."'
