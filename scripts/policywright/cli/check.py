"""`policywright check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from policywright import examination
from policywright.adapters import rewriting
from policywright.cli.examining import examine, report, stop_unless_publishable
from policywright.cli.folder import handbook_folder
from policywright.cli.options import Since, Strict
from policywright.report import FORMATS, patch
from policywright.source import Rewritten


@click.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to report.")
@click.option("--diff", "shown", is_flag=True, help="Show what --fix writes, line by line.")
@click.option("--fix", is_flag=True, help="Mend what has one right mend, and report what is left.")
@Since
@Strict
@click.pass_context
def check(  # noqa: PLR0913  one for each thing that can be said on the command line
    context: click.Context, form: str, since: str | None, *, shown: bool, fix: bool, strict: bool
) -> None:
    """Say what is wrong in the policies, where, and how to mend it.

    Writes nothing without --fix, which changes the faulty words alone: remarks and layout stay as they are. Look at it
    first with --diff.
    """
    folder = handbook_folder(context)
    examined = examine(folder, since, adopters=True)
    mends = examination.mended(examined)
    if shown:
        click.echo("".join(patch(one.source.file, one.source.text, one.text) for one in mends), nl=False)
    if fix:
        _write(folder, mends)
        examined = examine(folder, since, adopters=True)
    if fix or not shown:
        click.echo(report(examined, form))
    stop_unless_publishable(examined, strict=strict)


def _write(folder: Path, mends: Sequence[Rewritten]) -> None:
    """Write what is mended, and tell how much that is."""
    written = rewriting.write(folder, mends)
    for reason in written.left:
        click.echo(f"Not mended: {reason}.", err=True)
    count = sum(len(one.mended) for one in written.files)
    problems, files = "1 problem" if count == 1 else f"{count} problems", len(written.files)
    click.echo(f"Mended {problems} in {'1 file' if files == 1 else f'{files} files'}.", err=True)
