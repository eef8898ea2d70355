"""`policywright diff`."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from policywright import pipeline, report, source
from policywright.adapters import git
from policywright.checks.suggestion import closest
from policywright.cli.folder import handbook_folder, near
from policywright.model.handbook import Handbook
from policywright.pipeline import Between
from policywright.render.page import PrintDocument
from policywright.render.print_changes import State, States

_NAME = "changes"
"""What the files are called that are written."""

_PACK = "approval-pack"
"""What the files of an approvers' pack are called."""

_READ = {"text": "txt", "json": "json", "markdown": "md"}
"""What can be read in the terminal, with what the name of its file ends in."""

_WRITTEN = ("page", "pdf", "pack")


@click.command()
@click.argument("before", required=False, metavar="[BEFORE[..AFTER]]")
@click.argument("after", required=False, metavar="[AFTER]")
@click.option("--document", "documents", multiple=True, metavar="NAME", help="Only this document; may be repeated.")
@click.option(
    "--as",
    "forms",
    multiple=True,
    type=click.Choice([*_READ, *_WRITTEN]),
    help="What to make of it; may be repeated. Left out: text, or with --to a page and a PDF.",
)
@click.option("--to", "target", type=click.Path(file_okay=False, path_type=Path), help="The folder to write into.")
@click.pass_context
def diff(  # noqa: PLR0913, PLR0917  one for each thing that can be said on the command line
    context: click.Context,
    before: str | None,
    after: str | None,
    documents: tuple[str, ...],
    forms: tuple[str, ...],
    target: Path | None,
) -> None:
    """Tell what changed between two states of the handbook, each change with how grave it is.

    BEFORE and AFTER are revisions that git knows (tags, branches, commits) or folders with a handbook. BEFORE alone is
    compared with the files as they stand; left out as well, the last tag is, or the last commit where nothing is
    tagged.

    With --to FOLDER it writes a change-marked edition, in which words are struck and added where they stand. With
    --as pack it writes what those get who approve the changes: the changes by grade, what rests on them, what is open,
    and where to sign, as a page and a PDF.
    """
    wanted = forms or (_WRITTEN[:2] if target else ("text",))
    if target is None and set(wanted) & set(_WRITTEN):
        raise click.UsageError("A page, a PDF or a pack is written into a folder: say which one with --to FOLDER.")
    folder = handbook_folder(context)
    old, new = (_known(folder, *side) for side in _sides(before, after))
    found = _between(old.handbook, new.handbook, documents)
    unread = any(one.handbook.lost or one.handbook.unread for one in (old, new))
    told = {form: _told(found, form, unread=unread) for form in wanted if form in _READ}
    if target:
        _write(found, (old.state, new.state), told, wanted, target)
    else:
        click.echo("\n".join(told.values()))
    if unread:
        click.echo("Not all of it could be read, and what could not may seem added or removed.", err=True)


@dataclass(frozen=True)
class _Known:
    """A state of the handbook, and the handbook in it."""

    state: State
    handbook: Handbook


def _sides(before: str | None, after: str | None) -> tuple[tuple[str | None, bool], tuple[str | None, bool]]:
    """Return what is compared with what, and of each whether git is to be asked; None alone is what is the default."""
    first, to, second = (before or "").partition("..")
    if after or not to or _is_handbook(before):
        return (before, True), (after, after is not None)
    if second.startswith("."):
        raise click.UsageError(f"Write {first}..{second.lstrip('.')}, with two dots between the revisions.")
    return (first or "HEAD", True), (second or "HEAD", True)


def _is_handbook(name: str | None) -> bool:
    return name is not None and (Path(name) / "policies").is_dir()


def _known(folder: Path, name: str | None, in_git: bool) -> _Known:  # noqa: FBT001  half of a pair
    """Return a state of the handbook: a folder, a revision, or what stands in its own folder."""
    if name is not None and _is_handbook(name):
        return _Known(State(f"Folder {Path(name).name or name}"), source.load(Path(name).resolve())[0])
    if not in_git:
        return _Known(State("The files as they stand"), source.load(folder)[0])
    try:
        files = git.files_at(folder, name)
    except git.UnknownRevision as refusal:
        raise click.UsageError(str(refusal)) from None
    if files is None:
        raise click.UsageError("The handbook is in no git repository with a commit: nothing to compare with.")
    return _Known(State(*git.described(folder, name)), source.read(files)[0])


def _between(before: Handbook, after: Handbook, documents: Collection[str]) -> Between:
    names = {document.id for document in (*before.documents, *after.documents)}
    for name in documents:
        if name not in names:
            meant = closest(name, names)
            raise click.UsageError(f"No document is called {name}.{f' Did you mean {meant}?' if meant else ''}")
    return pipeline.between(before, after, documents)


def _told(found: Between, form: str, *, unread: bool) -> str:
    words = found.linked.handbook.settings.words
    match form:
        case "json":
            return report.changes_json(found.changes)
        case "markdown":
            return report.changes_markdown(found.changes, words, unread=unread)
        case _:
            return report.changes(found.changes, words)


def _write(found: Between, states: States, told: Mapping[str, str], forms: Collection[str], target: Path) -> None:
    """Write what was asked for, of which some is `told` already, and tell where it is."""
    from policywright.adapters import change_edition  # noqa: PLC0415  slow to load, and reading needs no engine

    texts = {f"{_NAME}.{_READ[form]}": words for form, words in told.items()}
    printed: list[PrintDocument] = []
    if {"page", "pdf"} & set(forms):
        edition = pipeline.change_edition(found, states, _NAME)
        texts |= {f"{_NAME}.html": edition.page} if "page" in forms else {}
        printed += [edition.printed] if "pdf" in forms else []
    if "pack" in forms:
        pack = pipeline.approval_pack(found, states, datetime.datetime.now(tz=datetime.UTC).date(), _PACK)
        texts |= {f"{_PACK}.html": pack.page}
        printed.append(pack.printed)
    written = change_edition.write(texts, printed, target)
    for file in written.files:
        click.echo(f"Wrote {near(file)}")
    for warning in written.warnings:
        click.echo(f"Look at this PDF: {warning}.", err=True)
