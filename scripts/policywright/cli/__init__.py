"""The command `policywright`: the only place that prints and sets an exit status. Each file is one of its commands."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from pathlib import Path

import click

from policywright import INTERRUPTED, STOPPED, __version__
from policywright.cli.fault import issue_text, refusal
from policywright.cli.status import OWN_FAULT, WRONG_USAGE

_COMMANDS = (
    "build", "check", "diff", "explain", "export", "fill", "list", "new", "review", "schema", "serve", "update",
)  # fmt: skip
"""The commands, in the order of the alphabet."""


class _Commands(click.Group):
    """The commands, each loaded when it is asked for, since most of them take long to load."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return [*_COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"policywright.cli.{cmd_name}")
        command: click.Command = getattr(module, "list_" if cmd_name == "list" else cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command, and say so where somebody stops it."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(f"\n{STOPPED}", err=True)
            sys.exit(INTERRUPTED)


def main() -> None:
    """Run the command, and turn a fault of the program into a text that can be pasted into an issue."""
    # What is read stays to the end, so looking through it often for what nobody needs any more is time lost.
    gc.set_threshold(100_000)
    # Nor is it looked through a last time before all of it is given back.
    atexit.register(gc.freeze)
    try:
        command(prog_name="policywright")
    except Exception as fault:  # noqa: BLE001  the one boundary behind which no traceback reaches an editor
        told = refusal(fault)
        click.echo(told or issue_text(fault), err=True)
        sys.exit(WRONG_USAGE if told else OWN_FAULT)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
