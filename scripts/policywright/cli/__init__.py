"""The command `policywright`: the only place that prints and sets an exit status. Each file is one of its commands."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from policywright import __version__
from policywright.cli.build import build
from policywright.cli.check import check
from policywright.cli.diff import diff
from policywright.cli.explain import explain
from policywright.cli.export import export
from policywright.cli.fault import issue_text
from policywright.cli.fill import fill
from policywright.cli.list import list_
from policywright.cli.new import new
from policywright.cli.review import review
from policywright.cli.schema import schema
from policywright.cli.serve import serve
from policywright.cli.status import OWN_FAULT
from policywright.cli.update import update

COMMANDS = (build, check, diff, explain, export, fill, list_, new, review, schema, serve, update)
"""The commands, in the order of the alphabet."""


def main() -> None:
    """Run the command, and turn a fault of the program into a text that can be pasted into an issue."""
    # What is read stays to the end, so looking through it often for what nobody needs any more is time lost.
    gc.set_threshold(100_000)
    try:
        command(prog_name="policywright")
    except Exception as fault:  # noqa: BLE001  the one boundary behind which no traceback reaches an editor
        click.echo(issue_text(fault), err=True)
        sys.exit(OWN_FAULT)


@click.group(commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="policywright %(version)s")
@click.option(
    "--handbook",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The handbook's folder; left out, the nearest one around this folder.",
)
@click.pass_context
def command(context: click.Context, handbook: Path | None) -> None:
    """Check policies written in YAML, and build their website and printed PDFs."""
    context.obj = handbook
