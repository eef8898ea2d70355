from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.past import as_it_was, past_of

from policywright import pipeline
from policywright.adapters.weasyprint import write
from policywright.checks.check import Circumstances
from policywright.render.page import PrintDocument
from policywright.render.print_changes import State


@pytest.fixture(scope="session")
def printed(complete: Path) -> tuple[PrintDocument, ...]:
    """The HTML of all that is printed of the complete handbook, change-marked editions and an approvers' pack too."""
    today = date(2026, 11, 21)
    examined = pipeline.examine(complete, Circumstances(today, past=past_of(complete)))
    changed = pipeline.between(as_it_was(complete), examined.linked.handbook)
    pack = pipeline.approval_pack(changed, (State("first"), State("second")), today, "approval-pack")
    return (*pipeline.print_documents(examined), pack.printed)


@pytest.fixture(scope="session")
def pdfs(printed: tuple[PrintDocument, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDFs of the complete handbook, by name."""
    folder = tmp_path_factory.mktemp("pdfs")
    return {pdf.name: pdf.file for pdf in write(printed, folder / "pdf", folder / "cache")}
