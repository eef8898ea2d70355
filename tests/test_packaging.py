"""The wheel carries all that it needs, and pyproject.toml, its locks and the folders agree."""

import os
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)
REQUIREMENTS = tuple(
    chain(
        PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"].values(),
        *PROJECT["dependency-groups"].values(),
    )
)


def run(*command: str | Path, folder: Path) -> None:
    """Run a command outside our own virtual environment, and show what it said where it fails."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=folder, env=inherited, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from what git has: a copy, since building leaves files where it works."""
    source = tmp_path_factory.mktemp("source")
    for file in ("pyproject.toml", "LICENSE", "README.md", "package.json", "package-lock.json", ".npmrc"):
        copy(ROOT / file, source)
    for folder in ("scripts", "templates"):
        copytree(ROOT / folder, source / folder, ignore=ignore_patterns("__pycache__", "vendor"))
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", folder=source)
    (built,) = (source / "dist").iterdir()
    return built


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    sources = {"policywright": ROOT / "scripts" / "policywright", "policywright/templates": ROOT / "templates"}
    expected = {
        f"{name}/{file.relative_to(folder).as_posix()}"
        for name, folder in sources.items()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    carried = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert carried == expected
    assert "policywright/py.typed" in carried
    assert {Path(name).suffix for name in carried if "/vendor/fonts/" in name} == {".ttf", ".woff2", ".txt"}


def test_a_wheel_in_an_empty_environment_builds_a_handbook(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "env", folder=tmp_path)
    pip = (tmp_path / "env" / "bin" / "python", "-m", "pip", "install", "--no-input")
    run(*pip, "--require-hashes", "--requirement", ROOT / "requirements.lock", folder=tmp_path)
    run(*pip, "--no-deps", wheel, folder=tmp_path)

    policywright = tmp_path / "env" / "bin" / "policywright"
    run(policywright, "new", "handbook", "handbook", folder=tmp_path)
    run(policywright, "build", folder=tmp_path / "handbook" / "policies")

    site = tmp_path / "handbook" / "site"
    assert (site / "index.html").is_file()
    assert [pdf.read_bytes()[:5] for pdf in (site / "pdf").glob("*.pdf")][:1] == [b"%PDF-"]


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_every_dependency_is_pinned_and_has_its_reason_beside_it(requirement: str) -> None:
    assert re.search(rf'"{re.escape(requirement)}"[\],]*  +# \w', PYPROJECT)
    assert re.fullmatch(r"[\w-]+==[\w.]+", requirement)


def test_the_locks_were_written_since_pyproject_changed() -> None:
    locked = {
        line.split()[0] for lock in ROOT.glob("requirements*.lock") for line in lock.read_text().splitlines() if line
    }
    assert not {requirement.lower() for requirement in REQUIREMENTS} - locked


def test_no_lock_says_where_a_package_came_from() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text(encoding="utf-8")


def test_the_build_backend_is_the_one_whose_hash_is_locked() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])


def test_every_folder_of_the_package_is_listed() -> None:
    package = ROOT / "scripts" / "policywright"
    folders = {file.parent for file in package.rglob("*.py")}
    names = {".".join(("policywright", *folder.relative_to(package).parts)) for folder in folders}
    assert {*names, "policywright.templates"} == set(PROJECT["tool"]["setuptools"]["packages"])
