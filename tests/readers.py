"""PDFs as three programs show them that share no code: Poppler, PDFium (as in Chrome) and MuPDF."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pymupdf
import pypdfium2
from PIL import Image

DPI = 72
"""A pixel is a point."""


@cache
def in_poppler(file: Path) -> tuple[str, list[Image.Image]]:
    """Return the text and the pictures of all pages."""
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", file, file.with_suffix("")], check=True)
    pages = sorted(file.parent.glob(f"{file.stem}-*.png"))
    return words_in_poppler(file), [Image.open(page).convert("L") for page in pages]


def words_in_poppler(file: Path) -> str:
    """Return the text of all pages, each ended by a form feed."""
    return subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout


@cache
def in_pdfium(file: Path) -> tuple[str, list[Image.Image]]:
    """Return the text and the pictures of all pages."""
    with pypdfium2.PdfDocument(file) as pdf:
        pdf.init_forms()
        pictures = [page.render(scale=DPI / 72, may_draw_forms=True).to_pil().convert("L") for page in pdf]
        for page in pdf:
            # What stands in fields is text of the page only once it is part of it.
            if page.formenv:
                page.flatten()
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    return "\n".join(texts), pictures


@cache
def in_mupdf(file: Path) -> tuple[str, list[Image.Image]]:
    """Return the text and the pictures of all pages."""
    with pymupdf.open(file) as pdf:
        text = "\n".join(page.get_text() for page in pdf)
        pixmaps = [page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY) for page in pdf]
    return text, [Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples) for pixmap in pixmaps]


READERS: Mapping[str, Callable[[Path], tuple[str, list[Image.Image]]]] = {
    "Poppler": in_poppler,
    "PDFium": in_pdfium,
    "MuPDF": in_mupdf,
}
