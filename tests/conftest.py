"""What many tests share: the handbooks under `tests/handbooks`, and handbooks written in a test itself."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from tests.chromium import started

from policywright import source
from policywright.model.handbook import Handbook

# A shared machine is slow at times, which says nothing about the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

HANDBOOKS = Path(__file__).parent / "handbooks"


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below `policies/` of a handbook's folder, by name."""
    found = sorted(path for path in (folder / "policies").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def minimal() -> Path:
    return HANDBOOKS / "minimal"


@pytest.fixture(scope="session")
def complete() -> Path:
    return HANDBOOKS / "complete"


@pytest.fixture(scope="session")
def minimal_files(minimal: Path) -> dict[str, bytes]:
    return contents(minimal)


@pytest.fixture(scope="session")
def complete_files(complete: Path) -> dict[str, bytes]:
    return contents(complete)


@pytest.fixture(scope="session")
def handbook_of(minimal_files: dict[str, bytes]) -> Callable[[Mapping[str, str]], Handbook]:
    """Return what reads the minimal handbook with further files, by name, which must have no fault."""

    def read(files: Mapping[str, str]) -> Handbook:
        handbook, faults = source.read(minimal_files | {name: text.encode() for name, text in files.items()})
        assert faults == ()
        return handbook

    return read
