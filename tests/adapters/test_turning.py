"""Pages that are turned to the side on which they come to stand."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from policywright.adapters.turning import END, margin, settle_sides

CONTENT = b"\n".join((b"(text) Tj", margin(None), b"(left) Tj", END, margin(30.0), b"(right) Tj", END, b"(more) Tj"))


@pytest.mark.parametrize(
    ("turned", "content", "box"),
    [
        (False, b"(text) Tj\n(left) Tj\n(more) Tj", [0, 0, 600, 800]),
        (True, b"(text) Tj\n(right) Tj\n(more) Tj", [22.5, 0, 622.5, 800]),
    ],
)
def test_what_stands_in_the_margins_is_that_of_its_side_and_the_text_moves_with_them(
    *, turned: bool, content: bytes, box: list[float]
) -> None:
    pdf = pikepdf.new()
    page: Any = pdf.add_blank_page(page_size=(600, 800))
    page.Contents = pdf.make_stream(CONTENT)
    settle_sides(pdf, turned=turned)
    assert page.Contents.read_bytes() == content
    assert [float(edge) for edge in page.MediaBox] == box
