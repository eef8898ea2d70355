"""Examining the handbook: what the commands share that look for problems first."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from policywright import examination
from policywright.adapters.git import UnknownRevision
from policywright.adapters.surroundings import circumstances
from policywright.cli.status import PROBLEMS_FOUND
from policywright.examination import Examined
from policywright.report import FORMATS, Findings
from policywright.source import Reader


def examine(folder: Path, since: str | None = None, *, adopters: bool = False) -> Examined:
    """Examine the handbook as of today, and against the identifiers of an earlier edition in git.

    With `adopters`, tell what is wrong with their own handbooks too.
    """
    reader = Reader()
    with _keeping_all():
        try:
            now = circumstances(folder, since, reader)
        except UnknownRevision as refusal:
            raise click.UsageError(str(refusal)) from None
        examined = examination.examine(folder, now, reader)
        return examination.with_adopters(examined, now) if adopters else examined


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Do not look for what nobody holds any more: nearly all that is read stays, and a tenth of the time went there."""
    gc.disable()
    try:
        yield
    finally:
        # To have been frozen makes it old, so that it is not looked through the next moment, but only once in a while.
        gc.freeze()
        gc.unfreeze()
        gc.enable()


def examine_to_publish(folder: Path, since: str | None = None, *, strict: bool) -> Examined:
    """Examine the handbook, tell what was found, and stop where it stands against publishing."""
    examined = examine(folder, since)
    if examined.diagnostics:
        click.echo(report(examined, "text"), err=True)
    stop_unless_publishable(examined, strict=strict)
    return examined


def report(examined: Examined, form: str) -> str:
    """Return what was found, in one of the formats."""
    return FORMATS[form](Findings(examined.diagnostics, examined.texts, examination.RULES))


def stop_unless_publishable(examined: Examined, *, strict: bool) -> None:
    """End the command where anything stands against publishing."""
    if not examined.may_be_published(strict=strict):
        sys.exit(PROBLEMS_FOUND)
