"""`policywright schema`."""

from __future__ import annotations

import click

from policywright import examination
from policywright.adapters import starter
from policywright.cli.folder import handbook_folder, near


@click.command()
@click.pass_context
def schema(context: click.Context) -> None:
    """Write the JSON Schemas that help in text editors.

    They are written into policies/schema/; with them an editor completes keys, and the names of roles, topics and
    whatever else the handbook has, and explains them. Run it again when the handbook has new names to offer.
    """
    folder = handbook_folder(context)
    for path in starter.write_schemas(folder / "policies" / "schema", examination.schemas(examination.read(folder))):
        click.echo(f"Wrote {near(path)}")
