"""The export into a folder: nothing that others wrote is lost."""

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from policywright import pipeline
from policywright.adapters.export import LIST, CannotExport, export
from policywright.checks.check import Circumstances

Export = Callable[[], int]


@pytest.fixture
def handbook(minimal: Path, tmp_path: Path) -> Path:
    return copytree(minimal, tmp_path / "handbook")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "exported"


@pytest.fixture
def exports(handbook: Path, target: Path) -> Export:
    """Return what exports the handbook as it stands then."""

    def run() -> int:
        return export(handbook, pipeline.examine(handbook, Circumstances(date(2026, 11, 21))), target)

    return run


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_made_and_a_second_export_changes_nothing(exports: Export, target: Path) -> None:
    assert exports() == len(files(target)) - 1  # the list of them
    first = files(target)
    exports()
    assert files(target) == first


def test_a_later_export_brings_the_folder_up_to_date(exports: Export, handbook: Path, target: Path) -> None:
    page = handbook / "policies" / "about.md"
    page.write_text("# About\n\nSee [[social-media]].\n", encoding="utf-8")
    exports()
    assert "(schools/social-media.md)" in (target / "docs" / "about.md").read_text(encoding="utf-8")
    page.unlink()
    exports()
    assert not (target / "docs" / "about.md").exists()


def test_a_folder_that_holds_something_else_is_refused(exports: Export, target: Path) -> None:
    target.mkdir()
    (target / "letter.txt").write_text("Mine", encoding="utf-8")
    with pytest.raises(CannotExport, match="holds something else"):
        exports()
    assert files(target) == {"letter.txt": b"Mine"}


@pytest.mark.parametrize("name", ["policies/exported", "site/exported", "policies"])
def test_a_folder_of_the_handbook_s_own_is_refused(handbook: Path, name: str) -> None:
    before = files(handbook)
    with pytest.raises(CannotExport, match=f"is in the handbook's {name.partition('/')[0]}/"):
        export(handbook, pipeline.examine(handbook, Circumstances(date(2026, 11, 21))), handbook / name)
    assert files(handbook) == before


def test_a_file_in_the_place_of_the_folder_is_refused(exports: Export, target: Path) -> None:
    target.write_text("Mine", encoding="utf-8")
    with pytest.raises(CannotExport, match="holds something else"):
        exports()
    assert target.read_text(encoding="utf-8") == "Mine"


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/laws.md"])
def test_what_was_changed_after_an_export_is_not_lost(exports: Export, target: Path, name: str) -> None:
    exports()
    changed = target / name
    changed.write_text("Mine", encoding="utf-8")
    before = files(target)
    with pytest.raises(CannotExport, match=f"{name} was changed"):
        exports()
    assert files(target) == before


def test_what_others_put_beside_an_export_is_left_alone(exports: Export, target: Path) -> None:
    exports()
    (target / "site").mkdir()
    (target / "site" / "index.html").write_text("Built", encoding="utf-8")
    exports()
    assert (target / "site" / "index.html").read_text(encoding="utf-8") == "Built"


def test_the_settings_keep_what_the_handbook_s_own_say(exports: Export, handbook: Path, target: Path) -> None:
    with (handbook / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("site_url: https://handbook.example.org/\ncopyright: Nobody\n")
    exports()
    settings = (target / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_url: "https://handbook.example.org/"\ncopyright: "Nobody"\n' in settings
    assert b"https://handbook.example.org/schools/social-media.html" in (target / "theme" / "sitemap.xml").read_bytes()


def test_printed_documents_and_images_come_along(exports: Export, handbook: Path, target: Path) -> None:
    for name in ("site/pdf/social-media.pdf", "policies/plan.svg", "policies/schools/plan.png"):
        (handbook / name).parent.mkdir(parents=True, exist_ok=True)
        (handbook / name).write_bytes(name.encode())
    exports()
    written = files(target)
    assert {"docs/pdf/social-media.pdf", "docs/plan.svg", "docs/schools/plan.png"} <= written.keys()
    assert b"../pdf/social-media.pdf" in written["docs/schools/social-media.md"]


def test_an_export_lists_what_it_wrote(exports: Export, target: Path) -> None:
    exports()
    listed = json.loads((target / "policywright-export.json").read_text(encoding="utf-8"))
    assert listed.keys() | {"policywright-export.json"} == files(target).keys()


@pytest.mark.parametrize("damaged", ["{", "[]", "\0"])
def test_where_the_list_of_an_earlier_export_is_damaged_nothing_is_touched(
    exports: Export, target: Path, damaged: str
) -> None:
    target.mkdir()
    (target / LIST).write_text(damaged, encoding="utf-8")
    with pytest.raises(CannotExport, match="is damaged"):
        exports()
    assert files(target) == {LIST: damaged.encode()}


def test_a_list_that_names_what_is_elsewhere_removes_nothing_there(exports: Export, target: Path) -> None:
    other = target.parent / "other.txt"
    other.write_bytes(b"mine")
    target.mkdir()
    (target / LIST).write_text(json.dumps({"../other.txt": sha256(b"mine").hexdigest()}), encoding="utf-8")
    exports()
    assert other.read_bytes() == b"mine"
