"""Copies the fonts that npm fetched to templates/vendor: whole for print, compressed for the website."""

from pathlib import Path
from shutil import copyfile

from fontTools.ttLib.woff2 import compress

FAMILIES = {
    "AtkinsonHyperlegibleNext": "atkinson-hyperlegible-next",
    "SourceSerif4": "source-serif-4",
}
STYLES = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")

HERE = Path(__file__).parent.parent
FETCHED = HERE / "node_modules" / "@expo-google-fonts"
FONTS = HERE / "templates" / "vendor" / "fonts"


def main() -> None:
    """Copy each style of each family, and each family's licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for family, package in FAMILIES.items():
        copyfile(FETCHED / package / "LICENSE_FONT", FONTS / f"{family}.LICENSE.txt")
        for style in STYLES:
            font = FONTS / f"{family}_{style}.ttf"
            copyfile(FETCHED / package / style / font.name, font)
            compress(font, font.with_suffix(".woff2"))


if __name__ == "__main__":
    main()
