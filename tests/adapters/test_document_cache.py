"""What a build keeps of pages is taken only if it is whole, and the site comes out as if nothing had been kept."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from policywright import pipeline
from policywright.adapters import document_cache, publishing
from policywright.adapters.built import WORKSHOP
from policywright.adapters.document_cache import DocumentCache
from policywright.checks.check import Circumstances

EDITED = "policies/trusts/cod-ymddygiad.yml"


@pytest.fixture
def shelf(tmp_path: Path) -> DocumentCache:
    """A shelf on which something is kept."""
    shelf = DocumentCache(tmp_path / "kept")
    shelf.keep("conduct.pages", {"made": ["a page"]})
    return shelf


def test_what_was_kept_is_found(shelf: DocumentCache) -> None:
    assert shelf.found("conduct.pages") == {"made": ["a page"]}
    assert shelf.found("other") is None


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut short": lambda content: content[:-1],
    "another word": lambda content: content.replace(b"a page", b"a rage"),
    "no seal": lambda content: content.partition(b"\n")[2],
    "no text": lambda _: b"\xff\x00\n\xff",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_damaged_is_not(shelf: DocumentCache, damage: Callable[[bytes], bytes]) -> None:
    file = shelf.folder / "conduct.pages.json"
    file.write_bytes(damage(file.read_bytes()))

    assert shelf.found("conduct.pages") is None


def test_nor_is_what_another_program_kept(shelf: DocumentCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_cache, "program", lambda: "another")

    assert shelf.found("conduct.pages") is None


def test_where_nothing_can_be_kept_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    shelf = DocumentCache(tmp_path / "file")
    shelf.keep("conduct.pages", {})

    assert shelf.found("conduct.pages") is None


def test_what_belongs_to_no_document_or_was_never_finished_is_thrown_away(shelf: DocumentCache) -> None:
    shelf.keep("old.pages", {})
    (shelf.folder / "conduct.pages.1.part").touch()
    shelf.forget_all_but(["conduct", "new"])

    assert [file.name for file in shelf.folder.iterdir()] == ["conduct.pages.json"]


def test_after_one_edit_the_site_is_the_one_that_a_whole_build_makes_and_most_pages_are_kept(
    complete: Path, tmp_path: Path
) -> None:
    folder = copytree(complete, tmp_path / "handbook", ignore=lambda *_: {"site", WORKSHOP})
    _build(folder)
    kept = _times(folder)
    written = (folder / EDITED).read_text(encoding="utf-8")
    (folder / EDITED).write_text(written.replace("staff should say so", "staff should say so aloud"), encoding="utf-8")
    (folder / WORKSHOP / "kept" / "consent.pages.json").write_bytes(b"damaged")
    _build(folder)
    again = _times(folder)
    site = _contents(folder / "site")

    assert again.keys() == kept.keys()
    made = {name for name, time in again.items() if time != kept[name]}
    assert {"consent.pages", "cod-ymddygiad.pages", "cod-ymddygiad.data"} <= made
    assert not {"consent.data", "consent.word"} & made
    assert sum(time == kept[name] for name, time in again.items()) > len(kept) / 2
    rmtree(folder / WORKSHOP)
    _build(folder)
    assert _contents(folder / "site") == site


def _build(folder: Path) -> None:
    publishing.publish_site(folder, pipeline.examine(folder, Circumstances(datetime.date(2026, 11, 21))))


def _times(folder: Path) -> dict[str, int]:
    """Return when what is made of each document was kept, by its name and by what it is."""
    files = (folder / WORKSHOP / "kept").iterdir()
    return {file.stem: file.stat().st_mtime_ns for file in files if json.loads(file.read_bytes().partition(b"\n")[2])}


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
