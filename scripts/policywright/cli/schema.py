"""`policywright schema`."""

from __future__ import annotations

import click

from policywright import source
from policywright.adapters import starter
from policywright.cli.folder import handbook_folder, near


@click.command()
@click.pass_context
def schema(context: click.Context) -> None:
    """Write the JSON Schemas that help in text editors.

    They are written into policies/schema/; with them an editor completes keys and explains them.
    """
    target = handbook_folder(context) / "policies" / "schema"
    for path in starter.write_schemas(target, source.schemas()):
        click.echo(f"Wrote {near(path)}")
