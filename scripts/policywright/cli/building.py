"""Building everything that was asked for, since something has changed."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from policywright.adapters import publishing
from policywright.adapters.adopters import Model, Refused
from policywright.adapters.built import Built
from policywright.adapters.last_build import LastBuild
from policywright.adapters.surroundings import circumstances
from policywright.checks.suggestion import suggestion
from policywright.cli.examining import examine_to_publish, report
from policywright.cli.options import Wish
from policywright.cli.progress import progress
from policywright.cli.status import PROBLEMS_FOUND
from policywright.cli.telling import warn
from policywright.pipeline import Examined


def build_anew(folder: Path, wish: Wish) -> LastBuild:
    """Build what is wished of the handbook in a folder, and tell on the way what is wrong with it.

    The command ends where that stands against publishing.
    """
    examined = examine_to_publish(folder, wish.since, strict=wish.strict)
    try:
        with progress() as tell:
            built = _built(folder, examined, wish, tell)
    except publishing.FaultyPdfs as refusal:
        warn(refusal.warnings)
        sys.exit(PROBLEMS_FOUND)
    except Refused as refusal:
        _tell_refused(examined, refusal)
        sys.exit(PROBLEMS_FOUND)
    return LastBuild(report(examined, "text") if examined.diagnostics else "", built)


def _built(folder: Path, examined: Examined, wish: Wish, tell: publishing.Progress) -> Built:
    if wish.adopters:
        return publishing.publish_with_adopters(folder, examined, _model(folder, examined, wish), tell)
    if wish.adopter:
        adopter = _known(examined, wish.adopter)
        return publishing.publish_adopter(folder, _model(folder, examined, wish), adopter, tell)
    if wish.site_only:
        return publishing.publish_site(folder, examined)
    if wish.pdf_only:
        return publishing.publish_pdfs(folder, examined, tell, strict=wish.strict)
    return publishing.publish_all(folder, examined, tell, strict=wish.strict)


def _model(folder: Path, examined: Examined, wish: Wish) -> Model:
    """Return the handbook as the model of its adopters."""
    from policywright.adapters import mkdocs  # noqa: PLC0415  slow to load

    address = mkdocs.address(folder)
    return Model(folder, examined.diagnostics, circumstances(folder, wish.since), address, wish.strict)


def _known(examined: Examined, adopter: str) -> str:
    """Return the identifier of an adopter that the handbook has."""
    names = [one.adopter for one in examined.linked.handbook.adopters]
    if adopter not in names:
        raise click.UsageError(f"The handbook has no adopter {adopter}. {suggestion(adopter, names)}")
    return adopter


def _tell_refused(examined: Examined, refusal: Refused) -> None:
    for adopter, found in refusal.found.items():
        click.echo(f"The handbook of {adopter} cannot be published:\n", err=True)
        click.echo(report(replace(examined, diagnostics=found), "text"), err=True)
