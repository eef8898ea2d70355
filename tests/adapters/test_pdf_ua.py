from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from tests.pdf.reading import Tagged, areas, elements
from tests.pdf.verapdf import failures

from policywright.adapters.binding import typeset
from policywright.adapters.pdf_ua import faults
from policywright.render.page import PrintDocument

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Staff</title><style>
@font-face { font-family: Atkinson; src: url(vendor/fonts/AtkinsonHyperlegibleNext_400Regular.ttf) }
html { font: 11pt/14pt Atkinson }
</style></head><body><h1 id="staff">Staff</h1><h2>Kindness</h2>
<table><tr><th scope="col">Who</th><td>Staff</td></tr></table>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>A square</title><rect width="5" height="5"/></svg>
<p><a href="#staff">The policy</a>, <a href="#staff">its head</a></p></body></html>"""

Damage = Callable[[pikepdf.Pdf], None]


def first(pdf: pikepdf.Pdf, type_: str) -> Tagged:
    return next(element for element in elements(pdf) if f"/{type_}" == element.S)


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def without_the_mark_of_a_tagged_pdf(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def without_its_title_in_the_window(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def without_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def with_a_picture_that_nothing_is_said_of(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure").Alt


def with_a_link_that_nothing_is_said_of(pdf: pikepdf.Pdf) -> None:
    del areas(pdf, "Link")[0].Contents


def with_a_link_outside_its_structure(pdf: pikepdf.Pdf) -> None:
    del areas(pdf, "Link")[0].StructParent


def with_a_heading_that_leaves_out_a_level(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H2").S = pikepdf.Name.H4


def with_a_font_that_is_elsewhere(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    descriptor = font.DescendantFonts[0].FontDescriptor
    del descriptor["/FontFile3" if "/FontFile3" in descriptor else "/FontFile2"]


def with_ink_that_is_nobodys(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 9 9 re f")


DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (
        without_language,
        without_the_mark_of_a_tagged_pdf,
        without_its_title_in_the_window,
        without_structure,
        with_a_picture_that_nothing_is_said_of,
        with_a_link_that_nothing_is_said_of,
        with_a_link_outside_its_structure,
        with_a_heading_that_leaves_out_a_level,
        with_a_font_that_is_elsewhere,
        with_ink_that_is_nobodys,
    )
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pdf = tmp_path_factory.mktemp("sound") / "staff.pdf"
    assert typeset(PrintDocument("staff", "Staff", PAGE), pdf).warnings == ()
    return pdf


@pytest.fixture(scope="module")
def damaged(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("damaged")
    for name, damage in DAMAGES.items():
        with pikepdf.open(sound) as pdf:
            damage(pdf)
            pdf.save(folder / f"{name}.pdf")
    return {name: folder / f"{name}.pdf" for name in DAMAGES}


def test_the_judge_of_each_build_passes_and_fails_what_verapdf_does(sound: Path, damaged: dict[str, Path]) -> None:
    pdfs = [sound, *damaged.values()]
    assert {pdf for pdf in pdfs if [*faults(pdf)]} == set(failures(pdfs)) == set(damaged.values())


def test_a_rule_that_is_broken_in_several_places_is_told_once(sound: Path, tmp_path: Path) -> None:
    with pikepdf.open(sound) as pdf:
        for link in areas(pdf, "Link"):
            del link.Contents
        pdf.save(tmp_path / "staff.pdf")
    (told,) = faults(tmp_path / "staff.pdf")
    assert told == (
        "a screen reader may stumble, since it is not PDF/UA-1: "
        "annotation 0 on page 1 does not include a non-empty /Contents alternate description"
    )


def test_what_is_no_whole_pdf_is_told(sound: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(sound.read_bytes()[:2000])
    (told,) = faults(torn)
    assert told.startswith("it cannot be read as a PDF: ")


def test_what_a_pdf_lacks_is_a_warning_of_it(tmp_path: Path) -> None:
    document = PrintDocument("staff", "Staff", PAGE.replace("<title>A square</title>", ""))
    assert any("PDF/UA-1: a Figure" in warning for warning in typeset(document, tmp_path / "staff.pdf").warnings)
