"""Making the pages of a site with all processors that there are."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from markupsafe import Markup

from policywright import pipeline
from policywright.adapters.making import made
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined
from policywright.render.page import Page


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(date(2026, 11, 21)))


def unmade() -> Markup:
    raise AssertionError


def test_pages_and_files_come_out_as_one_after_the_other(examined: Examined) -> None:
    listed = pipeline.site(examined)
    pages, files = made(listed, partial(pipeline.site_files, examined, listed))
    alone = pipeline.site(examined)
    assert {page.path: page.content for page in pages} == {page.path: page.content for page in alone}
    assert [replace(page, make=unmade) for page in pages] == [replace(page, make=unmade) for page in alone]
    assert files == pipeline.site_files(examined, alone)


def test_a_page_that_is_made_is_not_made_again() -> None:
    page = Page("a.html", "policy", "A", unmade).holding("<p>A</p>")
    assert made([page], lambda: ()) == ((page,), ())
    assert page.content == Markup("<p>A</p>")
