"""`policywright explain`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import click

from policywright import examination
from policywright.diagnostics import Rule

_RULES = (*examination.RULES, *examination.SPREADSHEET_RULES)


@click.command()
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Tell what a check refuses, and how to write it right.

    NAME is the check's name or code; without it, all checks are listed.
    """
    if name is None:
        click.echo("\n".join(_rule_line(rule) for rule in _by_name(_RULES)))
        return
    found = [rule for rule in _RULES if name.lower() in (rule.name, rule.code.lower())]
    if not found:
        raise click.UsageError(f"There is no check called {name}.{_nearest(name)}")
    click.echo("\n\n".join(_page(found[0])))


def _by_name(rules: Iterable[type[Rule]]) -> list[type[Rule]]:
    return sorted(rules, key=lambda rule: rule.name)


def _page(rule: type[Rule]) -> Iterator[str]:
    yield f"{rule.name} ({rule.code}, {rule.severity})"
    yield rule.page()
    if rule.mendable:
        yield "Where there is one right mend, policywright check --fix makes it; look at it first with --diff."


def _rule_line(rule: type[Rule]) -> str:
    return f"{rule.name:<32}{rule.severity:<9}{rule.page().partition(chr(10))[0]}"


def _nearest(name: str) -> str:
    near = difflib.get_close_matches(name, [rule.name for rule in _RULES], n=1)
    return f" Did you mean {near[0]}?" if near else " Without a name, explain lists them all."
