"""`policywright list`."""

from __future__ import annotations

from json import dumps

import click

from policywright.cli.examining import examine
from policywright.cli.folder import handbook_folder
from policywright.linking.linked import Target


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@click.pass_context
def list_(context: click.Context, *, as_json: bool) -> None:
    """List everything that can be cited, by its identifier.

    With each thing stand its number and its title. The provisions of publications are left out.
    """
    cited = examine(handbook_folder(context)).linked.targets.values()
    targets = sorted((target for target in cited if target.kind != "source-provision"), key=_is_entry)
    if as_json:
        click.echo(dumps([_as_data(target) for target in targets], indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_as_line(target) for target in targets))


def _as_data(target: Target) -> dict[str, object]:
    return {
        "address": target.address,
        "kind": target.kind,
        "number": target.number,
        "title": target.title,
        "duty": target.duty,
        "actors": list(target.actors),
        "location": str(target.location),
    }


def _is_entry(target: Target) -> bool:
    """Whether a target stands in a register or in the settings, and in no document."""
    return target.document is None


def _as_line(target: Target) -> str:
    if _is_entry(target):
        return f"{target.address:<46}{target.title}"
    if target.kind == "document":
        return f"\n{target.address}  {target.title}"
    return f"  {target.number:<12}{target.anchor:<44}{target.title}"
