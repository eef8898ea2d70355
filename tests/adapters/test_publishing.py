"""A build replaces the site whole or not at all, and leaves alone what was not asked for."""

import datetime
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from policywright import pipeline
from policywright.adapters import publishing
from policywright.adapters.built import WORKSHOP
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined

Told = list[tuple[int, int, str]]


@pytest.fixture
def folder(minimal: Path, tmp_path: Path) -> Path:
    return copytree(minimal, tmp_path / "a handbook")


def examined(folder: Path) -> Examined:
    return pipeline.examine(folder, Circumstances(datetime.date(2026, 11, 21)))


def silent(_done: int, _total: int, _name: str) -> None:
    pass


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_whole_is_built_and_told(folder: Path) -> None:
    told: Told = []
    built = publishing.publish_all(folder, examined(folder), lambda *progress: told.append(progress))

    assert (folder / "site/index.html").is_file()
    assert built.pdfs == built.fresh_pdfs == len(list((folder / "site/pdf").glob("*.pdf"))) > 0
    assert told[-1][:2] == (built.pdfs, built.pdfs)
    assert (folder / "site/.gitignore").read_text(encoding="utf-8") == "*\n!.gitignore\n"


def test_the_sources_are_not_published(folder: Path) -> None:
    publishing.publish_site(folder, examined(folder))

    assert [name for name in contents(folder / "site") if name.endswith((".yml", ".yaml"))] == []


def test_what_has_not_changed_is_not_made_again(folder: Path) -> None:
    publishing.publish_all(folder, examined(folder), silent)
    before = contents(folder / "site/pdf")

    assert publishing.publish_all(folder, examined(folder), silent).fresh_pdfs == 0
    assert contents(folder / "site/pdf") == before


def test_the_site_alone_keeps_the_pdfs_and_the_pdfs_alone_keep_the_site(folder: Path) -> None:
    publishing.publish_all(folder, examined(folder), silent)
    before = contents(folder / "site")
    publishing.publish_site(folder, examined(folder))
    publishing.publish_pdfs(folder, examined(folder), silent)

    assert contents(folder / "site").keys() == before.keys()
    assert contents(folder / "site/pdf") == {
        name.removeprefix("pdf/"): content for name, content in before.items() if name.startswith("pdf/")
    }


def test_a_file_that_stands_where_the_site_is_put_is_kept(folder: Path) -> None:
    (folder / "site").write_text("Mine.", encoding="utf-8")
    with pytest.raises(FileExistsError, match="where the site is put"):
        publishing.publish_site(folder, examined(folder))
    assert (folder / "site").read_text(encoding="utf-8") == "Mine."


@pytest.mark.parametrize("build", [publishing.publish_all, publishing.publish_pdfs])
def test_a_build_that_is_interrupted_leaves_the_old_site(
    folder: Path, build: Callable[[Path, Examined, publishing.Progress], object]
) -> None:
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("the old one", encoding="utf-8")

    def interrupt(_done: int, _total: int, _name: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(folder, examined(folder), interrupt)

    assert contents(folder / "site") == {"index.html": b"the old one"}
    assert list((folder / WORKSHOP).glob("build-*")) == []


def test_what_is_wrong_with_a_pdf_is_told_and_keeps_the_old_ones_where_that_is_asked_for(folder: Path) -> None:
    publishing.publish_pdfs(folder, examined(folder), silent)
    before = contents(folder / "site")
    policy = folder / "policies/schools/social-media.yml"
    policy.write_text(policy.read_text(encoding="utf-8").replace("title: ", "title: 🏴 ", 1), encoding="utf-8")

    with pytest.raises(publishing.FaultyPdfs, match="print has no letter for “🏴”") as refused:
        publishing.publish_pdfs(folder, examined(folder), silent, strict=True)
    assert contents(folder / "site") == before
    assert publishing.publish_pdfs(folder, examined(folder), silent).warnings == refused.value.warnings
    assert contents(folder / "site") != before
