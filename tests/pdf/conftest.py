from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.past import past_of

from policywright import pipeline
from policywright.adapters.weasyprint import write
from policywright.checks.check import Circumstances
from policywright.render.page import PrintDocument


@pytest.fixture(scope="session")
def printed(complete: Path) -> tuple[PrintDocument, ...]:
    """The HTML of all that is printed of the complete handbook, change-marked editions too."""
    past = past_of(complete)
    return pipeline.print_documents(pipeline.examine(complete, Circumstances(date(2026, 11, 21), past=past)))


@pytest.fixture(scope="session")
def pdfs(printed: tuple[PrintDocument, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDFs of the complete handbook, by name."""
    folder = tmp_path_factory.mktemp("pdfs")
    return {pdf.name: pdf.file for pdf in write(printed, folder / "pdf", folder / "cache")}
