"""The real handbook, and its own search in Chromium, from a folder without a server."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.search.engines import Ours
from tests.search.judging import Answered, Judge
from tests.search.questions import questions

from policywright import pipeline
from policywright.adapters import folder
from policywright.checks.check import Circumstances
from policywright.linking.linked import LinkedHandbook
from policywright.pipeline import Examined


@pytest.fixture(scope="session")
def examined() -> Examined:
    return pipeline.examine(Path(__file__).parents[2], Circumstances(date(2026, 11, 21)))


@pytest.fixture(scope="session")
def linked(examined: Examined) -> LinkedHandbook:
    return examined.linked


@pytest.fixture(scope="session")
def judge(examined: Examined) -> Judge:
    return Judge(examined.linked, pipeline.site(examined))


@pytest.fixture(scope="session")
def search(examined: Examined, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Ours:
    """Our search on a page of the site, opened from its folder."""
    site = tmp_path_factory.mktemp("handbook")
    folder.build(examined, site)
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri())
    return Ours(page, site)


@pytest.fixture(scope="session")
def answered(judge: Judge, search: Ours) -> Sequence[Answered]:
    """How every question fares."""
    return [judge.of_clauses(question, search.find(question)) for question in questions()]
