from __future__ import annotations

from pathlib import Path

import pytest

from policywright import pipeline
from policywright.adapters.surroundings import circumstances
from policywright.adapters.weasyprint import write
from policywright.render.page import PrintDocument


@pytest.fixture(scope="session")
def printed(complete: Path) -> tuple[PrintDocument, ...]:
    """The HTML of all that is printed of the complete handbook."""
    return pipeline.print_documents(pipeline.examine(complete, circumstances(complete)))


@pytest.fixture(scope="session")
def pdfs(printed: tuple[PrintDocument, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDFs of the complete handbook, by name."""
    folder = tmp_path_factory.mktemp("pdfs")
    return {pdf.name: pdf.file for pdf in write(printed, folder / "pdf", folder / "cache")}
