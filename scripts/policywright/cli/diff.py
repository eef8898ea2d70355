"""`policywright diff`."""

from __future__ import annotations

from pathlib import Path

import click

from policywright import pipeline, report, source
from policywright.adapters import git
from policywright.cli.folder import handbook_folder
from policywright.model.handbook import Handbook


@click.command()
@click.argument("revisions", required=False, metavar="[A..B]")
@click.pass_context
def diff(context: click.Context, revisions: str | None) -> None:
    """Tell what changed, clause by clause and path by path. Writes nothing.

    A and B are revisions that git knows: tags, branches, commits. A alone is compared with the files as they stand;
    left out as well, the last tag is, or the last commit where nothing is tagged.
    """
    folder = handbook_folder(context)
    first, to, second = (revisions or "").partition("..")
    if second.startswith("."):
        raise click.UsageError(f"Write {first}..{second.lstrip('.')}, with two dots between the revisions.")
    before = _at(folder, (first or "HEAD") if to else revisions)
    after = _at(folder, second or "HEAD") if to else source.load(folder)[0]
    click.echo(report.changes(pipeline.between(before, after), after.settings.words))
    if before.lost or before.unread or after.lost or after.unread:
        click.echo("Not all of it could be read, and what could not may seem added or removed.", err=True)


def _at(folder: Path, revision: str | None) -> Handbook:
    """Return the handbook as it was in a revision, as far as it can be read."""
    try:
        files = git.files_at(folder, revision)
    except git.UnknownRevision as refusal:
        raise click.UsageError(str(refusal)) from None
    if files is None:
        raise click.UsageError("The handbook is in no git repository with a commit: nothing to compare with.")
    return source.read(files)[0]
