"""What a browser may keep of a built site."""

import json
import re
from pathlib import Path

import pytest

from policywright.adapters import offline

FILES = {
    "index.html": "<title>The handbook</title>",
    "schools/photographs.html": "<title>Photos &amp; film - The handbook</title>",
    "404.html": "<title>Not found - The handbook</title>",
    "pdf/photographs.pdf": "%PDF",
    "api/documents.json": "{}",
    "assets/handbook/site.js": "// script",
    "assets/handbook/previews/schools/photographs.js": "// previews",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def listed(site: Path) -> dict[str, dict[str, object]]:
    offline.write(site)
    files = json.loads((site / offline.LIST).read_text(encoding="utf-8"))["files"]
    return {file["path"]: file for file in files}


def declared(site: Path, name: str) -> object:
    offline.write(site)
    found = re.search(f"^const {name} = (.*);$", (site / offline.WORKER).read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return json.loads(found[1])


def test_pages_and_what_they_need_may_be_kept_and_nothing_else(site: Path) -> None:
    assert set(listed(site)) == {
        "index.html",
        "schools/photographs.html",
        "assets/handbook/site.js",
        "assets/handbook/previews/schools/photographs.js",
    }


def test_a_page_is_listed_by_its_own_title_and_its_bytes(site: Path) -> None:
    page = listed(site)["schools/photographs.html"]
    assert page["title"] == "Photos & film"
    assert page["bytes"] == len(FILES["schools/photographs.html"])


def test_a_question_of_a_decision_is_kept_but_not_listed_beside_it(site: Path) -> None:
    question = site / "schools" / "photographs" / "yes.html"
    question.parent.mkdir()
    question.write_text("<title>Does it show a pupil? - The handbook</title>", encoding="utf-8")
    assert listed(site)["schools/photographs/yes.html"]["title"] == ""
    assert listed(site)["schools/photographs.html"]["title"]


def test_only_what_every_page_needs_is_fetched_unasked(site: Path) -> None:
    assert declared(site, "FRAME") == ["assets/handbook/site.js", "index.html"]


def test_the_same_site_is_the_same_edition(site: Path) -> None:
    edition, worker = declared(site, "EDITION"), (site / offline.WORKER).read_bytes()
    assert declared(site, "EDITION") == edition
    assert (site / offline.WORKER).read_bytes() == worker


@pytest.mark.parametrize("path", ["schools/photographs.html", "assets/handbook/site.js"])
def test_a_change_of_anything_that_may_be_kept_is_another_edition(site: Path, path: str) -> None:
    edition = declared(site, "EDITION")
    (site / path).write_text("<title>Other</title>", encoding="utf-8")
    assert declared(site, "EDITION") != edition
