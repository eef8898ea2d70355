"""Copies the fonts and scripts that npm fetched to templates/vendor: fonts whole for print, and small for other uses.

The website's typeface comes in two files for each style, so that a page fetches no more than it shows: the letters of
English, Welsh and the languages of western Europe, and all others that the typeface has, such as those of Polish.

A PDF that is to be filled in holds the font of its fields whole, since nobody knows what will be typed. So each family
has one with the letters of the languages of Europe that are written in Latin letters, and nothing else.
"""

from pathlib import Path
from shutil import copyfile

from fontTools import subset
from fontTools.ttLib import TTFont
from rjsmin import jsmin

WEBSITE = "AtkinsonHyperlegibleNext"
FAMILIES = {
    WEBSITE: "atkinson-hyperlegible-next",
    "SourceSerif4": "source-serif-4",
}
STYLES = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")

LATIN = frozenset(
    subset.parse_unicodes(
        "0020-007E, 00A0-00FF, 0131, 0152-0153, 0174-0178, 02C6, 02DC, 1E80-1E85, 1EF2-1EF3, "
        "2013-2014, 2018-201A, 201C-201E, 2020-2022, 2026, 2030, 2039-203A, 20AC, 2122, 2212"
    )
)
"""The characters of the first file; `unicode-range` in templates/styles/site/fonts.css says the same."""

FOR_FIELDS = "400Regular"
TYPED = frozenset(
    subset.parse_unicodes("0020-007E, 00A0-017F, 0218-021B, 1E80-1E85, 1E9E, 1EF2-1EF3, 2010-2026, 20AC, 2116, 2122")
)
"""What can be typed into the fields of a PDF, as far as a family has it."""

HERE = Path(__file__).parent.parent
FETCHED = HERE / "node_modules"
FETCHED_FONTS = FETCHED / "@expo-google-fonts"
FONTS = HERE / "templates" / "vendor" / "fonts"
SCRIPTS = HERE / "templates" / "vendor" / "scripts"


def main() -> None:
    """Copy all that travels with the program, each with its licence."""
    copy_fonts()
    SCRIPTS.mkdir(parents=True, exist_ok=True)
    copy_script("minisearch", "dist/umd/index.js", "LICENSE.txt")
    copy_script("stemmer", "index.js", "license", exports="stemmer")
    copy_script("fflate", "umd/index.js", "LICENSE")


def copy_script(package: str, file: str, licence: str, exports: str = "") -> None:
    """Copy a script with its licence in place of its comments; what it `exports` becomes known to the page."""
    script = (FETCHED / package / file).read_text(encoding="utf-8")
    if exports:
        script = f"{{{script.replace('export function', 'function')}globalThis.{exports} = {exports};}}"
    notice = (FETCHED / package / licence).read_text(encoding="utf-8")
    (SCRIPTS / f"{package}.js").write_text(f"/*\n{notice}*/\n{jsmin(script)}\n", encoding="utf-8")


def copy_fonts() -> None:
    """Copy each style of each family, and each family's licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for family, package in FAMILIES.items():
        copyfile(FETCHED_FONTS / package / "LICENSE_FONT", FONTS / f"{family}.LICENSE.txt")
        for style in STYLES:
            font = FONTS / f"{family}_{style}.ttf"
            copyfile(FETCHED_FONTS / package / style / font.name, font)
            if family == WEBSITE:
                write_for_website(font)
        write_for_fields(FONTS / f"{family}_{FOR_FIELDS}.ttf")


def write_for_fields(font: Path) -> None:
    """Write a font for the fields of a PDF beside it, which sets one character after the other."""
    every = frozenset(TTFont(font).getBestCmap())
    write_part(font, TYPED & every, font.with_suffix(".fields.ttf"), subset.Options(hinting=False, layout_features=[]))


def write_for_website(font: Path) -> None:
    """Write the two parts of a font for the website beside it."""
    # The distances between letters, and figures of one width.
    features = ["kern", "mark", "ccmp", "locl", "tnum"]
    options = subset.Options(flavor="woff2", hinting=False, layout_features=features)
    every = frozenset(TTFont(font).getBestCmap())
    write_part(font, LATIN & every, font.with_suffix(".woff2"), options)
    write_part(font, every - LATIN, font.with_suffix(".rest.woff2"), options)


def write_part(font: Path, characters: frozenset[int], target: Path, options: subset.Options) -> None:
    """Write a font with some of its characters alone."""
    part = subset.load_font(font, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(part)
    subset.save_font(part, target, options)


if __name__ == "__main__":
    main()
