"""Beginnings: a new handbook that builds, and new files of each kind in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from json import dumps
from pathlib import Path
from string import Template

from policywright.adapters.installed import Origin
from policywright.model.document import Document
from policywright.model.handbook import Variable
from policywright.source.words import identifier

KINDS = ("handbook", "policy", "form", "letter", "checklist", "decision", "table", "adopter")
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


def begin_handbook(folder: Path, origin: Origin) -> list[Path]:
    """Make a small handbook in a folder that is empty or not there yet, and return the files that were written.

    `origin` is what others, and what checks it in git, install the program from.
    """
    if folder.exists() and not folder.is_dir():
        raise CannotBegin(f"{folder} is a file, and nothing is ever written over.")
    if folder.exists() and any(folder.iterdir()):
        raise CannotBegin(f"{folder} is not empty, and nothing is ever written over.")
    title = folder.resolve().name.replace("-", " ").capitalize()
    words = {"title": title, "address": origin.address, "revision": origin.revision}
    return list(_copy(files("policywright.templates") / "new" / "handbook", folder, words))


def begin_document(folder: Path, kind: str, name: str, part: str) -> Path:
    """Begin a document of a kind in a handbook's folder, and return its file."""
    path = _new(folder / "policies" / part / FOLDERS[kind], name)
    up = "../" * (len(path.relative_to(folder / "policies").parts) - 1)
    words = {
        "id": name,
        "part": part,
        "title": name.replace("-", " ").capitalize(),
        "schema": f"{up}schema/{kind}.json",
    }
    return _filled_in(kind, path, words)


def begin_adopter(folder: Path, name: str, models: Sequence[Document], asked: Sequence[Variable]) -> Path:
    """Begin the file of an adopter that takes some models over, in which some variables are asked for."""
    if not models:
        raise CannotBegin("The handbook has no policy for others to adopt: none has the line status: model.")
    takes = (f"  - policy: {one.id}{f'{_VERSION}{one.version}' if one.version else ''}" for one in models)
    words = {
        "id": name,
        "title": name.replace("-", " ").title(),
        "takes": "\n".join(takes),
        "variables": "\n".join(f"#   {one.id}: {one.about}" for one in asked),
    }
    return _filled_in("adopter", _new(folder / "policies" / "adopters", name), words)


_VERSION = "\n    version: "


def _new(folder: Path, name: str) -> Path:
    """Return the file of a name in a folder, which must not be there."""
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name):
        like = identifier(name) or "my-policy"
        raise CannotBegin(f"{name} cannot be an identifier: write small letters, digits and hyphens, as in {like}.")
    path = folder / f"{name}.yml"
    if path.exists():
        raise CannotBegin(f"{path} is there already, and nothing is ever written over.")
    return path


def _filled_in(kind: str, path: Path, words: Mapping[str, str]) -> Path:
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
