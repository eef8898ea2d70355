"""Whatever stands in mkdocs.yml is understood, or refused in plain words, and makes no program run."""

from pathlib import Path

import pytest
from tests.conftest import HANDBOOKS
from tests.fuzz.mutations import SETTINGS

from policywright.adapters.settings import WrongSettings, load

SOUND = (HANDBOOKS / "minimal" / SETTINGS).read_text(encoding="utf-8")
BOMB = "".join(f"a{level}: &a{level} {{<<: [{', '.join([f'*a{level - 1}'] * 9)}]}}\n" for level in range(1, 9))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    return tmp_path


def refused(folder: Path, text: str | bytes) -> str:
    """Return why a mkdocs.yml is refused."""
    (folder / SETTINGS).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(WrongSettings) as refusal:
        load(folder)
    return str(refusal.value)


def test_sound_settings_are_those_of_mkdocs(folder: Path) -> None:
    (folder / SETTINGS).write_text(SOUND, encoding="utf-8")
    assert (load(folder).site_name, load(folder, site_dir="x").site_dir) == (
        "The smallest handbook",
        str(folder / "x"),
    )


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.mkdir", "!!python/object/new:os.mkdir", "!!%70ython/object/apply:os.mkdir"]
)
def test_no_value_runs_a_program(folder: Path, tag: str) -> None:
    assert "could not determine a constructor" in refused(folder, f"{SOUND}extra: {tag} ['{folder}/ran']\n")
    assert not (folder / "ran").exists()


def test_no_inherited_value_runs_a_program(folder: Path) -> None:
    (folder / "base.yml").write_text(f"extra: !!python/object/apply:os.mkdir ['{folder}/ran']\n", encoding="utf-8")
    assert "could not determine a constructor" in refused(folder, f"INHERIT: base.yml\n{SOUND}")
    assert not (folder / "ran").exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "site_name: Required configuration not provided"),
        ("- a\n- b\n", "Expected a key-value mapping"),
        (b"\xff\xfe\0[\0", "error parsing"),
        (
            SOUND.replace("docs_dir: policies", "docs_dir: /usr"),
            "docs_dir: A handbook's pages come from its own folder",
        ),
        (f"INHERIT: mkdocs.yml\n{SOUND}", "recursion"),
        (f"{SOUND}extra: {'[' * 5000}{']' * 5000}\n", "recursion"),
        (f"{SOUND}a0: &a0 {{x: y}}\n{BOMB}", "more than 10000 keys"),
        (f"{SOUND}nav: 5\n", "nav: Expected nav to be a list"),
    ],
    ids=["nothing", "a list", "no text", "elsewhere", "itself", "depths", "merges", "a number"],
)
def test_what_cannot_be_used_is_refused_with_the_reason(folder: Path, text: str | bytes, reason: str) -> None:
    assert reason in refused(folder, text)
