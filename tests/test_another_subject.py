"""A handbook of another subject says nothing of those that the program was made for first."""

import re
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import pypdfium2
import pytest
from click.testing import CliRunner
from tests.conftest import HANDBOOKS

from policywright import cli, pipeline
from policywright.adapters import folder as plain_folder
from policywright.adapters import starter, surroundings

ELSEWHERE = re.compile(
    r"\b(?:schools?|pupils?|teachers?|head ?teacher|governors?|parents?|carers?|nurser(?:y|ies)|child(?:ren)?"
    r"|safeguarding|council|social media|platforms?|hashtags?|followers?|facebook|instagram|tiktok|whatsapp|youtube)\b",
    re.IGNORECASE,
)
"""The words of the handbook for schools on social media that come with the program."""

OWN = ("checks/", "guide/", "api/", "programs.html", "assets/")
"""What tells of the program itself, whose examples need some subject, and what no reader reads."""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copytree(HANDBOOKS / "cycles", tmp_path_factory.mktemp("cycles") / "handbook")


@pytest.fixture(scope="module")
def site(handbook: Path) -> Path:
    done = CliRunner().invoke(cli.command, ["--handbook", str(handbook), "build", "--strict"])
    assert (done.exit_code, "Found" in done.output) == (0, False), done.output
    return handbook / "site"


def said(folder: Path) -> Mapping[str, str]:
    """Return the words of the pages of a site, and what they say beside them, by the page."""
    pages = {page.relative_to(folder).as_posix(): page.read_text(encoding="utf-8") for page in folder.rglob("*.html")}
    return {name: html for name, html in pages.items() if not name.startswith(OWN)}


def found(words: Mapping[str, str]) -> Mapping[str, set[str]]:
    return {name: set(told) for name, text in words.items() if (told := ELSEWHERE.findall(text))}


def test_its_pages_have_only_its_own_words(site: Path) -> None:
    pages = said(site)
    assert {"index.html", "search.html", "accessibility.html", "members/borrow.html"} <= pages.keys()
    assert found(pages) == {}
    assert not (site / "platforms.html").exists()


def test_its_search_its_offline_copy_and_its_programs_know_only_its_own_words(site: Path) -> None:
    texts = [*(site / "assets").rglob("*.json"), *(site / "assets" / "handbook").glob("[flcdt]*.js")]
    texts += [*(site / "search").rglob("*"), *site.rglob("*.ics"), *site.glob("*.txt")]
    read = {path.name: path.read_text(encoding="utf-8") for path in texts if path.is_file()}
    ours = {name: re.sub(r"\w*[cC]hild(ren)?\b", "", text) for name, text in read.items()}
    assert "form.js" in ours
    assert found(ours) == {}


def test_its_print_has_only_its_own_words(site: Path) -> None:
    texts = {}
    for file in (site / "pdf").glob("*.pdf"):
        document = pypdfium2.PdfDocument(file)
        texts[file.name] = str(document.get_metadata_dict()) + "".join(
            page.get_textpage().get_text_range() for page in document
        )
        document.close()
    assert "the tin in the shed" in texts["borrow.pdf"]
    assert found(texts) == {}


def test_the_handbook_of_its_adopter_has_only_its_own_words(handbook: Path, tmp_path: Path) -> None:
    examined = pipeline.examine(handbook, surroundings.circumstances(handbook))
    [adopter] = examined.linked.handbook.adopters
    plain_folder.build(pipeline.adopted(examined, adopter, surroundings.circumstances(handbook)), tmp_path)
    pages = said(tmp_path)
    assert "Hill Riders" in pages["members/lending.html"]
    assert found(pages) == {}


def test_what_is_begun_has_only_words_of_its_own(tmp_path: Path) -> None:
    run = CliRunner().invoke
    folder = tmp_path / "cycles"
    assert run(cli.command, ["new", "handbook", str(folder)]).exit_code == 0
    for kind in starter.FOLDERS:
        assert run(cli.command, ["--handbook", str(folder), "new", kind, f"a-{kind}"]).exit_code == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.yml")}
    assert found(written) == {}
