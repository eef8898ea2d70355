"""The typeface of the website: the files that scripts/vendor.py makes, and the style sheet that names them."""

import re
from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "templates" / "vendor" / "fonts"
FACE = re.compile(r'@font-face \{.*?url\("(?P<file>[^"]+)"\).*?unicode-range: (?P<ranges>[^;]+);', re.DOTALL)
FACES = dict(FACE.findall((ROOT / "templates/styles/site/fonts.css").read_text(encoding="utf-8")))
STYLES = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]


def characters(font: Path) -> frozenset[int]:
    return frozenset(TTFont(font).getBestCmap())


def promised(file: str) -> frozenset[int]:
    return frozenset(subset.parse_unicodes(FACES[file].replace("\n", "")))


def test_the_style_sheet_names_every_file_of_the_website() -> None:
    assert set(FACES) == {font.name for font in FONTS.glob("*.woff2")}


@pytest.mark.parametrize("style", STYLES)
def test_the_two_files_of_a_style_hold_all_its_characters_between_them(style: str) -> None:
    whole = FONTS / f"AtkinsonHyperlegibleNext_{style}.ttf"
    first, rest = (characters(whole.with_suffix(ending)) for ending in (".woff2", ".rest.woff2"))
    assert first | rest == characters(whole)
    assert not first & rest


@pytest.mark.parametrize("file", FACES)
def test_a_browser_asks_a_file_for_what_it_holds(file: str) -> None:
    assert characters(FONTS / file) <= promised(file)


@pytest.mark.parametrize("style", STYLES)
def test_a_browser_asks_one_file_for_each_character(style: str) -> None:
    name = f"AtkinsonHyperlegibleNext_{style}"
    assert not promised(f"{name}.woff2") & promised(f"{name}.rest.woff2")


@pytest.mark.parametrize("text", ["£5 — “Ysgol Tŷ Ffynnon”, Dŵr, ẁ", "Straße, élève, señor, œuvre…"])
def test_english_and_welsh_and_their_neighbours_need_one_file(text: str) -> None:
    assert {ord(letter) for letter in text} <= characters(FONTS / "AtkinsonHyperlegibleNext_400Regular.woff2")


@pytest.mark.parametrize("text", ["Zażółć gęślą jaźń", "Dvořák", "Erdoğan", "Țara Românească", "Šiauliai"])
def test_the_other_languages_of_europe_are_written_in_the_same_typeface(text: str) -> None:
    known = characters(FONTS / "AtkinsonHyperlegibleNext_700Bold.woff2") | characters(
        FONTS / "AtkinsonHyperlegibleNext_700Bold.rest.woff2"
    )
    assert {ord(letter) for letter in text} <= known


@pytest.mark.parametrize("family", ["AtkinsonHyperlegibleNext", "SourceSerif4"])
@pytest.mark.parametrize(
    "text", ["£5 — “Ysgol Tŷ Ffynnon”, Dŵr, ẁ", "Zażółć gęślą jaźń", "Dvořák", "Țara", "Straße, élève"]
)
def test_what_is_typed_into_a_pdf_in_a_language_of_europe_is_in_the_font_of_its_fields(family: str, text: str) -> None:
    assert {ord(letter) for letter in text} <= characters(FONTS / f"{family}_400Regular.fields.ttf")


@pytest.mark.parametrize("family", ["AtkinsonHyperlegibleNext", "SourceSerif4"])
def test_the_font_of_the_fields_is_small_since_each_pdf_holds_all_of_it(family: str) -> None:
    assert (FONTS / f"{family}_400Regular.fields.ttf").stat().st_size < 40_000
