"""Pages by themselves, opened from a folder: a change-marked edition, an approvers' pack, what an adopter decides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.test_accessibility import violations
from tests.past import as_it_was

from policywright import pipeline
from policywright.linking import link
from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.settling import Update
from policywright.pipeline import Examined
from policywright.render import change_edition
from policywright.render.print_changes import State


@pytest.fixture(scope="module")
def pack(complete: Path, examined: Examined, tmp_path_factory: pytest.TempPathFactory) -> Path:
    changed = pipeline.between(as_it_was(complete), examined.linked.handbook)
    states = State("first"), State("second")
    file = tmp_path_factory.mktemp("pack") / "approval-pack.html"
    page = pipeline.approval_pack(changed, states, date(2026, 11, 21), "approval-pack").page
    file.write_text(page, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def update(complete: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of an adopter who amended a rule in which another word, and another duty, stood."""
    linked = link(as_it_was(complete))
    adopter = next(one for one in linked.handbook.adopters if list(one.amend))
    known = Update(linked, adopter)
    file = tmp_path_factory.mktemp("update") / "update.html"
    file.write_text(pipeline.update_page(known, [one for one in known.footings if one.target]), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def file(examined: Examined, tmp_path_factory: pytest.TempPathFactory) -> Path:
    editions = tuple(edition for edition in examined.changes.editions.values() if edition.is_changed)
    states = State("first"), State("second")
    file = tmp_path_factory.mktemp("review") / "changes.html"
    page = change_edition(examined.linked, HandbookChanges(editions=editions), states, "changes").page
    file.write_text(page, encoding="utf-8")
    return file


def opened(chromium: Browser, file: Path, width: int, *, dark: bool) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light")
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, False), (1280, True)])
@pytest.mark.parametrize("name", ["file", "pack", "update"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    chromium: Browser, name: str, width: int, request: pytest.FixtureRequest, *, dark: bool
) -> None:
    page = opened(chromium, request.getfixturevalue(name), width, dark=dark)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_words_that_went_and_came_are_told_apart_without_colour_and_without_seeing(
    chromium: Browser, file: Path
) -> None:
    page = opened(chromium, file, 1280, dark=False)
    for tag, line, said in (("del", "line-through", "(removed: "), ("ins", "underline", "(added: ")):
        mark = page.locator(f"article {tag}").first
        assert line in mark.evaluate("mark => getComputedStyle(mark).textDecorationLine")
        assert (mark.text_content() or "").startswith(said)
    page.close()
