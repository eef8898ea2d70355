import os
from pathlib import Path

import pytest

from policywright import source

POLICY = "policy: {0}\ntitle: Example\npart: schools\n"


@pytest.fixture
def folder(tmp_path: Path, minimal_files: dict[str, bytes]) -> Path:
    home = tmp_path / "handbook"
    for name, content in minimal_files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return home


def _read(folder: Path) -> list[str]:
    handbook, _ = source.load(folder)
    return [document.id for document in handbook.documents]


def test_files_of_both_endings_in_every_folder_are_read(folder: Path) -> None:
    (folder / "policies" / "a.yaml").write_text(POLICY.format("a"))
    (folder / "policies" / "deep" / "deeper").mkdir(parents=True)
    (folder / "policies" / "deep" / "deeper" / "b.yml").write_text(POLICY.format("b"))
    assert _read(folder) == ["a", "b", "social-media"]


def test_schemas_hidden_files_and_other_files_are_left_alone(folder: Path, minimal_files: dict[str, bytes]) -> None:
    for name in ("schema/a.yml", ".hidden.yml", ".git/b.yml", "c.txt", "d.yml.orig"):
        path = folder / "policies" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(": no YAML")
    handbook, faults = source.load(folder)
    assert faults == ()
    assert sorted(handbook.texts) == sorted(minimal_files)


def test_a_folder_called_schema_elsewhere_is_read(folder: Path) -> None:
    (folder / "policies" / "schools" / "schema").mkdir()
    (folder / "policies" / "schools" / "schema" / "a.yml").write_text(POLICY.format("a"))
    assert _read(folder) == ["a", "social-media"]


def test_a_link_within_the_handbook_is_followed_and_one_that_leaves_it_is_refused(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(POLICY.format("outside"))
    (folder / "notes").mkdir()
    (folder / "notes" / "inside.yml").write_text(POLICY.format("inside"))
    (folder / "policies" / "inside.yml").symlink_to(folder / "notes" / "inside.yml")
    (folder / "policies" / "outside.yml").symlink_to(outside)
    (folder / "policies" / "nowhere.yml").symlink_to(tmp_path / "nowhere.yml")
    (folder / "policies" / "crest.svg").symlink_to(outside)
    handbook, faults = source.load(folder)
    assert [document.id for document in handbook.documents] == ["inside", "social-media"]
    assert [(fault.name, str(fault.location)) for fault in faults] == [
        ("unreadable-file", "policies/crest.svg:1:1"),
        ("unreadable-file", "policies/nowhere.yml:1:1"),
        ("unreadable-file", "policies/outside.yml:1:1"),
    ]


def test_links_that_go_round_and_links_to_folders_are_refused_and_not_followed(folder: Path, tmp_path: Path) -> None:
    policies = folder / "policies"
    for name in ("round.yml", "round.md", "round.png"):
        (policies / name).symlink_to(name)
    (policies / "there.yml").symlink_to("back.yml")
    (policies / "back.yml").symlink_to("there.yml")
    for name, target in {"here": ".", "up": "..", "elsewhere": str(tmp_path), "schools/again": str(policies)}.items():
        (policies / name).symlink_to(target)
    handbook, faults = source.load(folder)
    assert [document.id for document in handbook.documents] == ["social-media"]
    names = ["back.yml", "elsewhere", "here", "round.md", "round.png", "round.yml", "schools/again", "there.yml", "up"]
    assert [fault.location.file for fault in faults] == [f"policies/{name}" for name in names]
    assert {fault.name for fault in faults} == {"unreadable-file"}


def test_a_page_may_have_any_name_that_can_be_told(folder: Path) -> None:
    odd = ("a b", "it's", 'q"q', "two\nlines", "\u202eturned", "a%20b", "#?&", "<b>", "{{a}}", "$(a)", "A" * 200)
    for name in odd:
        (folder / "policies" / f"{name}.md").write_text("# Words\n")
    handbook, faults = source.load(folder)
    assert faults == ()
    assert {page.path for page in handbook.pages} == {f"{name}.md" for name in odd}


def test_a_name_that_is_no_file_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "policies" / "pipe.yml")
    _, faults = source.load(folder)
    assert [(fault.name, fault.location.file) for fault in faults] == [("unreadable-file", "policies/pipe.yml")]


def test_a_folder_without_policies_lacks_its_settings(tmp_path: Path) -> None:
    _, faults = source.load(tmp_path)
    assert [fault.name for fault in faults] == ["missing-settings"]


@pytest.mark.parametrize("ending", ["yml", "md", "png"])
def test_a_name_that_is_no_utf_8_is_refused_and_can_still_be_told(folder: Path, ending: str) -> None:
    path = os.fsencode(folder / "policies") + b"/caf\xe9." + ending.encode()
    Path(os.fsdecode(path)).write_text("# Words\n")
    _, faults = source.load(folder)
    assert [str(fault.location) for fault in faults] == [f"policies/caf�.{ending}:1:1"]
    assert "its name is not written in UTF-8" in faults[0].message
