"""The exported handbook under other generators: every page is there, says the same, and leads somewhere."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import served
from tests.links import broken_links

from policywright import pipeline
from policywright.adapters import export
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined

GENERATORS = {"zensical": ["--clean"], "properdocs": ["--strict"], "mkdocs": ["--strict"]}

MAIN = re.compile(r"<main [^>]*>(.*)</main>", re.DOTALL)


@pytest.fixture(scope="module")
def exported(complete: Path, examined: Examined, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    export.export(complete, examined, folder)
    return folder


@pytest.fixture(scope="module", params=GENERATORS)
def theirs(request: pytest.FixtureRequest, exported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site that a generator makes of the export."""
    return built(request.param, copytree(exported, tmp_path_factory.mktemp(request.param) / "project"))


def built(generator: str, project: Path) -> Path:
    """Return the site that a generator makes of a project by its own command, without us."""
    command: list[str | Path] = [Path(sys.executable).parent / generator, "build", *GENERATORS[generator]]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def main(site: Path, path: str) -> str:
    """Return what a page's main element holds, with the line breaks that the export writes otherwise."""
    found = MAIN.search((site / path).read_text(encoding="utf-8"))
    assert found, path
    return found[1].replace("&#10;", "\n").strip()


def test_every_page_is_there_and_says_the_same(theirs: Path, site: Path) -> None:
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert "404.html" in pages
    assert [path for path in pages if main(theirs, path) != main(site, path)] == []


def test_every_file_beside_the_pages_is_there(theirs: Path, examined: Examined) -> None:
    for file in pipeline.site_files(examined, pipeline.site(examined)):
        assert (theirs / file.path).read_bytes() == file.content


def test_every_link_leads_somewhere(theirs: Path) -> None:
    assert broken_links(theirs) == []


def test_the_search_works_and_no_page_asks_another_host(theirs: Path, chromium: Browser) -> None:
    faults: list[str] = []
    with served(theirs) as address, chromium.new_page() as page:
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: None if request.url.startswith(address) else faults.append(request.url))
        page.goto(f"{address}schools/everything.html")
        page.click("#_search-words")
        page.keyboard.insert_text("friend request")
        page.wait_for_selector(".found a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html#*")
        page.wait_for_selector("main a[href*='everything.html#decline']")
    assert faults == []


@pytest.fixture(scope="module", params=GENERATORS)
def small(request: pytest.FixtureRequest, minimal: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a known address and a page written by hand, with its site built by a generator."""
    folder = tmp_path_factory.mktemp(request.param)
    handbook = copytree(minimal, folder / "handbook")
    (handbook / "policies" / "about.md").write_text("# About\n\n| a |\n| --- |\n| b |\n", encoding="utf-8")
    with (handbook / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("site_url: https://handbook.example.org/\n")
    project = folder / "project"
    export.export(handbook, pipeline.examine(handbook, Circumstances(date(2026, 11, 21))), project)
    built(request.param, project)
    return project


def test_the_map_of_the_site_is_ours(small: Path) -> None:
    ours = (small / "docs" / "sitemap.xml").read_bytes()
    assert (small / "site" / "sitemap.xml").read_bytes().strip() == ours.strip()


def test_a_table_of_a_page_written_by_hand_can_be_scrolled_from_the_keyboard(small: Path) -> None:
    assert 'tabindex="0"><table>' in (small / "site" / "about.html").read_text(encoding="utf-8")
