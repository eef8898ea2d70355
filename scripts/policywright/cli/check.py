"""`policywright check`."""

from __future__ import annotations

import click

from policywright.cli.examining import Since, Strict, examine, report, stop_unless_publishable
from policywright.cli.folder import handbook_folder
from policywright.report import FORMATS


@click.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to report.")
@Since
@Strict
@click.pass_context
def check(context: click.Context, form: str, since: str | None, *, strict: bool) -> None:
    """Say what is wrong in the policies, where, and how to mend it. Writes nothing."""
    examined = examine(handbook_folder(context), since)
    click.echo(report(examined, form))
    stop_unless_publishable(examined, strict=strict)
