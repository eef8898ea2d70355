"""The QR code on a printed document leads to its page, which says whether that copy holds and what changed since."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open, served
from tests.browser.test_accessibility import violations

from policywright import pipeline
from policywright.adapters import folder as plain_folder
from policywright.adapters import git
from policywright.checks.check import Circumstances

PAGE = "schools/social-media.html"
POLICY = """\
policy: social-media
title: Social media
part: schools
owner: headteacher
status: in-force
version: {version}
review-by: 2099-09-01
sections:
  - id: friends
    title: Friends
    clauses:
      - id: decline
        duty: must
        actors: [headteacher]
        text: The head teacher must decline requests within {days} days.
{more}"""
KEEP = """\
      - id: keep
        duty: {duty}
        actors: [headteacher]
        text: The head teacher {duty} keep a picture.
"""


def commit(folder: Path, text: str, day: str) -> None:
    (folder / "policies/schools/social-media.yml").write_text(text, encoding="utf-8")
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    for arguments in (("add", "."), (*who, "commit", "--quiet", "--message", "A version")):
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | dates)


@pytest.fixture(scope="module")
def address(minimal: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a handbook is served of whose policy git has three versions."""
    folder = copytree(minimal, tmp_path_factory.mktemp("copies") / "handbook")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True, capture_output=True)
    commit(folder, POLICY.format(version=2024, days=5, more=""), "2024-09-01")
    commit(folder, POLICY.format(version=2025, days=5, more=KEEP.format(duty="should")), "2025-09-01")
    commit(folder, POLICY.format(version=2026.1, days=2, more=KEEP.format(duty="must")), "2026-09-01")
    circumstances = Circumstances(date(2026, 11, 21), past=git.past(folder))
    site = folder / "site"
    plain_folder.build(pipeline.examine(folder, circumstances), site)
    with served(site) as address:
        yield address


def told(page: Page) -> str:
    """Return what is said of the copy, and nothing that nobody sees."""
    (seen,) = [note for note in page.locator(".copy-held").all() if note.is_visible()]
    return " ".join(seen.inner_text().split())


SCRIPTS = pytest.mark.parametrize("scripts", [True, False])


@SCRIPTS
def test_the_page_says_that_a_copy_is_current(open_page: Open, *, scripts: bool) -> None:
    page = open_page(f"{PAGE}#version=2026.1", scripts=scripts)
    assert told(page) == "Your printed copy is version 2026.1, which is the current one."


@SCRIPTS
def test_the_page_says_what_replaced_a_copy_and_which_clauses_changed(open_page: Open, *, scripts: bool) -> None:
    page = open_page(f"{PAGE}#version=2025", scripts=scripts)
    said = told(page)
    assert (
        "Your printed copy is version 2025, and out of date. This page has version 2026.1 of 1 September 2026." in said
    )
    assert "Clause 1.2: duty changed Clause 1.1: a figure changed" in said
    page.get_by_role("link", name="Read the words that went and came").click()
    assert "(removed: should) (added: must)" in (page.locator("section:has(> #_changed)").text_content() or "")


@SCRIPTS
def test_an_older_copy_is_told_all_that_changed_since_it(open_page: Open, *, scripts: bool) -> None:
    page = open_page(f"{PAGE}#version=2024", scripts=scripts)
    assert "Clause 1.2: new Clause 1.1: a figure changed" in told(page)
    page.get_by_text("The words that went and came since version 2024").click()
    assert "The head teacher must keep a picture." in told(page)


def test_each_line_that_changed_is_a_link_to_it(open_page: Open) -> None:
    page = open_page(f"{PAGE}#version=2025")
    page.locator(".copy-held:target").get_by_role("link", name="Clause 1.2").click()
    assert page.url.endswith(f"{PAGE}#keep")


@pytest.mark.parametrize("version", ["2025", "2019"])
def test_axe_finds_nothing_in_what_is_said(open_page: Open, version: str) -> None:
    assert violations(open_page(f"{PAGE}#version={version}")) == []


def test_of_a_version_that_nobody_knows_no_more_is_said_than_that_it_is_old(open_page: Open) -> None:
    page = open_page(f"{PAGE}#version=2019")
    assert told(page) == (
        "Your printed copy is version 2019, and out of date. This page has version 2026.1. "
        "Which lines changed since is not known."
    )


def test_another_copy_is_told_of_by_itself(open_page: Open) -> None:
    page = open_page(f"{PAGE}#version=2019")
    page.evaluate("location.hash = 'version=2026.1'")
    assert told(page) == "Your printed copy is version 2026.1, which is the current one."


@pytest.mark.parametrize("anchor", ["", "#version=old", "#decline"])
def test_nothing_is_said_to_who_comes_another_way(open_page: Open, anchor: str) -> None:
    assert not [note for note in open_page(f"{PAGE}{anchor}").locator(".copy-held").all() if note.is_visible()]
