"""The sites of adopters' own handbooks, made side by side on the machine's processors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from policywright import pipeline
from policywright.adapters import processes
from policywright.checks.check import Circumstances
from policywright.diagnostics import Diagnostic
from policywright.render.page import PrintDocument

ADOPTERS = "adopters"
"""The folder, in the site of a model, that holds a folder for each adopter's own."""


class Refused(Exception):  # noqa: N818  a refusal, and no fault of the program
    """Handbooks of adopters cannot be published; `found` tells what stands against each, by the adopter's name."""

    def __init__(self, found: dict[str, tuple[Diagnostic, ...]]) -> None:
        super().__init__(*found)
        self.found = found


@dataclass(frozen=True)
class Model:
    """A model whose adopters get their handbooks: its folder, what was found wrong with it, and what holds now.

    `address` is where its site is published, ending in a slash; empty where nobody has said.
    """

    folder: Path
    known: tuple[Diagnostic, ...]
    circumstances: Circumstances
    address: str = ""
    strict: bool = False


@dataclass(frozen=True)
class Made:
    """An adopter's site: in which folder, with how many pages, what was found, and what is to be printed besides."""

    adopter: str
    site: Path
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    documents: tuple[PrintDocument, ...] = ()


def make_sites(model: Model, adopters: Sequence[str], target: Path) -> tuple[Made, ...]:
    """Make the site of each adopter in a folder of its name; raises `Refused` once all are checked."""
    made = tuple(_side_by_side(model, adopters, target))
    refused = {one.adopter: one.diagnostics for one in made if not one.pages}
    if refused:
        raise Refused(refused)
    return made


def _side_by_side(model: Model, adopters: Sequence[str], target: Path) -> Iterator[Made]:
    make = partial(_make_site, model, target)
    workers = min(len(adopters), processes.processors())
    if workers <= 1:
        yield from map(make, adopters)
        return
    with processes.pool(workers) as pool:
        yield from pool.map(make, adopters)


def _make_site(model: Model, target: Path, name: str) -> Made:
    """Make one site, in a process of its own where there are several; one that cannot be published is not made."""
    from policywright.adapters import folder as plain_folder  # noqa: PLC0415  slow to load, and checking needs no engine

    known = replace(pipeline.read(model.folder), diagnostics=model.known)
    adopter = next(one for one in known.linked.handbook.adopters if one.adopter == name)
    own = pipeline.adopted(known, adopter, model.circumstances)
    site = target / name
    if not own.may_be_published(strict=model.strict):
        return Made(name, site, own.diagnostics)
    address = f"{model.address}{ADOPTERS}/{name}/" if model.address else ""
    plain_folder.build(own, site, pdfs=True, address=address)
    pages = sum(1 for _ in site.rglob("*.html"))
    return Made(name, site, own.diagnostics, pages, pipeline.print_documents(own, address=address))
