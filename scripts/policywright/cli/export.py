"""`policywright export`."""

from __future__ import annotations

from pathlib import Path

import click

from policywright.cli.examining import examine_to_publish
from policywright.cli.folder import handbook_folder, near
from policywright.cli.options import Strict


@click.command()
@click.argument("target", metavar="FOLDER", type=click.Path(path_type=Path))
@Strict
@click.pass_context
def export(context: click.Context, target: Path, *, strict: bool) -> None:
    """Write the website as a project that other generators build.

    FOLDER is made; or it is empty, or holds an earlier export, which is then brought up to date. In it, zensical build,
    properdocs build or mkdocs build makes the same pages in FOLDER/site/, without Policywright.
    """
    from policywright.adapters import export as exporting  # noqa: PLC0415  no other command but build needs the engine

    folder = handbook_folder(context)
    examined = examine_to_publish(folder, strict=strict)
    try:
        files = exporting.export(folder, examined, target)
    except exporting.CannotExport as refusal:
        raise click.UsageError(str(refusal)) from None
    click.echo(f"Wrote {files} files to {near(target)}. Build them there: zensical build, or properdocs build")
