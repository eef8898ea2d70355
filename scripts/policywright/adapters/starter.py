"""Beginnings: a new handbook that builds, and new files of each kind in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from json import dumps
from pathlib import Path
from string import Template

KINDS = ("handbook", "policy", "form", "letter", "checklist", "decision", "table")
"""What can be begun; each but the handbook has a template of its name in `templates/new/`."""

FOLDERS = {
    "policy": "",
    "form": "forms",
    "letter": "letters",
    "checklist": "checklists",
    "decision": "decisions",
    "table": "tables",
}
"""Where in its part's folder a document of each kind stands."""


class CannotBegin(Exception):  # noqa: N818  it is not an error of the program, but what the user asked for
    """There is something already where something new was asked for, or its name will not do."""


def begin_handbook(folder: Path) -> list[Path]:
    """Make a small handbook in a folder that is empty or not there yet, and return the files that were written."""
    if folder.exists() and not folder.is_dir():
        raise CannotBegin(f"{folder} is a file, and nothing is ever written over.")
    if folder.exists() and any(folder.iterdir()):
        raise CannotBegin(f"{folder} is not empty, and nothing is ever written over.")
    title = folder.resolve().name.replace("-", " ").capitalize()
    return list(_copy(files("policywright.templates") / "new" / "handbook", folder, {"title": title}))


def begin_document(folder: Path, kind: str, name: str, part: str) -> Path:
    """Begin a document of a kind in a handbook's folder, and return its file."""
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name):
        raise CannotBegin(f"{name} cannot be an identifier: write small letters, digits and hyphens, as in my-policy.")
    path = folder / "policies" / part / FOLDERS[kind] / f"{name}.yml"
    if path.exists():
        raise CannotBegin(f"{path} is there already, and nothing is ever written over.")
    up = "../" * (len(path.relative_to(folder / "policies").parts) - 1)
    words = {
        "id": name,
        "part": part,
        "title": name.replace("-", " ").capitalize(),
        "schema": f"{up}schema/{kind}.json",
    }
    template = files("policywright.templates") / "new" / f"{kind}.yml"
    _write(path, Template(template.read_text(encoding="utf-8")).substitute(words))
    return path


def write_schemas(folder: Path, schemas: Mapping[str, Mapping[str, object]]) -> list[Path]:
    """Write each schema to a folder under its name, and return the files."""
    paths = [folder / name for name in schemas]
    for path, schema in zip(paths, schemas.values(), strict=True):
        _write(path, dumps(schema, indent=2, ensure_ascii=False) + "\n")
    return paths


def _copy(source: Traversable, target: Path, words: Mapping[str, str]) -> Iterator[Path]:
    for entry in sorted(source.iterdir(), key=lambda entry: entry.name):
        # Packages leave hidden files behind, so the template's are not hidden.
        path = target / entry.name.replace("dot-", ".", 1)
        if entry.is_dir():
            yield from _copy(entry, path, words)
        else:
            _write(path, Template(entry.read_text(encoding="utf-8")).safe_substitute(words))
            yield path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
