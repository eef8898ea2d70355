"""`policywright serve`."""

from __future__ import annotations

import click

from policywright.cli.folder import handbook_folder


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this computer."
)
@click.pass_context
def serve(context: click.Context, port: int) -> None:
    """Preview the website while writing. Faults are shown in their place."""
    from policywright.adapters import mkdocs  # noqa: PLC0415  no other command but build needs the engine

    folder = handbook_folder(context)
    click.echo(f"Preview of the handbook at http://127.0.0.1:{port}/ - stop it with Ctrl-C.")
    try:
        mkdocs.serve(folder, port)
    except mkdocs.PortTaken as refusal:
        raise click.UsageError(f"Port {port} cannot be used: {refusal}. Name another, such as --port 8001.") from None
