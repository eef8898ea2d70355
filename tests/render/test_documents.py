"""Documents in YAML, and the pages that they become. `UPDATE_EXPECTED=1` writes the latter anew, to be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from policywright import linking, render
from policywright.model.handbook import Handbook

DOCUMENTS = Path(__file__).parent / "documents"
EXPECTED = Path(__file__).parent.parent / "expected" / "site"


@pytest.mark.parametrize("name", sorted(path.stem for path in DOCUMENTS.glob("*.yml")))
def test_a_document_becomes_its_page(handbook_of: Callable[..., Handbook], name: str) -> None:
    written = (DOCUMENTS / f"{name}.yml").read_text(encoding="utf-8")
    pages = render.site(linking.link(handbook_of({f"policies/schools/{name}.yml": written})))
    page = next(page for page in pages if page.path == f"schools/{name}.html")
    expected = EXPECTED / f"{name}.html"
    if "UPDATE_EXPECTED" in os.environ:
        expected.write_text(page.content, encoding="utf-8")
    assert page.content == expected.read_text(encoding="utf-8")
