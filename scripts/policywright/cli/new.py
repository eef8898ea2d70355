"""`policywright new`."""

from __future__ import annotations

from pathlib import Path

import click

from policywright import __version__, examination, source
from policywright.adapters import installed, starter
from policywright.cli.folder import handbook_folder, near
from policywright.model.policy import Policy


@click.command()
@click.argument("kind", type=click.Choice(starter.KINDS))
@click.argument("name")
@click.option("--part", help="The part that the document belongs to; left out, the handbook's first.")
@click.pass_context
def new(context: click.Context, kind: str, name: str, part: str | None) -> None:
    """Begin a new file, or a new handbook.

    KIND is what it is, and NAME its identifier or, for a handbook, its folder.
    """
    try:
        if kind == "handbook":
            written = _begin_handbook(Path(name))
        else:
            folder = handbook_folder(context)
            if kind == "adopter":
                written = [_begin_adopter(folder, name)]
            else:
                written = [starter.begin_document(folder, kind, name, _part(folder, part))]
            _write_schemas(folder)
    except starter.CannotBegin as refusal:
        raise click.UsageError(str(refusal)) from None
    for path in written:
        click.echo(f"Wrote {near(path)}")


_UNKNOWN = installed.Origin("https://git.example.org/policywright.git", f"v{__version__}")
"""What stands in the files of a new handbook until somebody writes where the program is really to be had."""


def _begin_handbook(folder: Path) -> list[Path]:
    """Begin a handbook, and say what its editor has to fill in."""
    origin = installed.origin()
    written = [*starter.begin_handbook(folder, origin or _UNKNOWN), *_write_schemas(folder)]
    if origin is None:
        click.echo(
            f"Where others can install this program from is not known here. Write its address instead of "
            f"{_UNKNOWN.address} into requirements.txt and .pre-commit-config.yaml.",
            err=True,
        )
    return written


def _begin_adopter(folder: Path, name: str) -> Path:
    """Begin the file of an adopter that takes over every model that the handbook has."""
    linked = examination.read(folder).linked
    models = [policy for policy in linked.handbook.of_kind(Policy) if policy.status == "model"]
    return starter.begin_adopter(folder, name, models, examination.asked_of_adopters(linked, models))


def _write_schemas(folder: Path) -> list[Path]:
    """Write what helps in text editors, which then offer the new name too."""
    return starter.write_schemas(folder / "policies" / "schema", examination.schemas(examination.read(folder)))


def _part(folder: Path, named: str | None) -> str:
    """Return the part that was named, or the handbook's first."""
    parts = [part.id for part in source.load(folder)[0].settings.parts]
    if not parts:
        raise click.UsageError("The handbook has no part yet; add one to policies/handbook.yml.")
    if named and named not in parts:
        raise click.UsageError(f"The handbook has no part {named}. Its parts are: {', '.join(parts)}.")
    return named or parts[0]
