"""`policywright serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policywright.cli.examining import report
from policywright.cli.fault import issue_text, refusal
from policywright.cli.folder import handbook_folder

if TYPE_CHECKING:
    from policywright.pipeline import Examined


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on this computer; 0 means any that is free.",
)
@click.pass_context
def serve(context: click.Context, port: int) -> None:
    """Preview the website while writing. Faults are shown in their place."""
    from policywright.adapters import preview_server  # noqa: PLC0415  no other command but build needs the engine

    folder = handbook_folder(context)
    try:
        preview_server.serve(folder, port, _ready, _tell, _fail)
    except preview_server.PortTaken as refusal:
        raise click.UsageError(f"Port {port} cannot be used: {refusal}. Name another, such as --port 8001.") from None
    except KeyboardInterrupt:
        click.echo("\nThe preview is over.")


def _ready(address: str) -> None:
    click.echo(f"Preview of the handbook at {address} - stop it with Ctrl-C.")


def _tell(examined: Examined) -> None:
    click.echo(report(examined, "text"))


def _fail(fault: Exception) -> None:
    click.echo(refusal(fault) or issue_text(fault), err=True)
