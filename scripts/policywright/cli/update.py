"""`policywright update`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from policywright import pipeline, report
from policywright.adapters import git, rewriting
from policywright.checks.suggestion import suggestion
from policywright.cli.folder import handbook_folder, near
from policywright.cli.status import PROBLEMS_FOUND
from policywright.linking.local_changes import Footing
from policywright.linking.settling import Choice, Decided, Decisions, Update, matching
from policywright.model.adopter import Addition, Amendment
from policywright.source import CannotNote

_QUESTION = "What is to hold"


@click.command()
@click.argument("adopter")
@click.option("--keep", multiple=True, metavar="CLAUSE", help="Keep your words on a clause. May be given again.")
@click.option("--take", multiple=True, metavar="CLAUSE", help="Take the model's words. May be given again.")
@click.option("--keep-all", is_flag=True, help="Keep your words on every clause that is left.")
@click.option("--as", "form", type=click.Choice(["text", "page"]), default="text", help="How to show what is left.")
@click.option("--to", "target", type=click.Path(file_okay=False, path_type=Path), help="The folder for the page.")
@click.pass_context
def update(  # noqa: PLR0913, PLR0917  one for each thing that can be said on the command line
    context: click.Context,
    adopter: str,
    keep: tuple[str, ...],
    take: tuple[str, ...],
    keep_all: bool,  # noqa: FBT001  click gives it by its name
    form: str,
    target: Path | None,
) -> None:
    """Bring an adopter up to the model as it is.

    What ADOPTER left alone is taken over. A clause that both have changed is shown in three columns, and you keep your
    words, take the model's, or edit yours; words that you give up stay in your file, set aside. Nothing else in the
    file changes. The version that you agreed to is noted once everything is decided.

    With --as page --to FOLDER, what is left to decide is written as a page, to read and to print, and nothing is asked.
    """
    if (form == "page") != (target is not None):
        raise click.UsageError("A page is written into a folder: --as page --to FOLDER.")
    folder = handbook_folder(context)
    known = _update(folder, adopter)
    decisions = {**_decided(known, keep, "keep"), **_decided(known, take, "take")}
    for footing in known.both_moved:
        if id(footing.change) not in decisions:
            if keep_all:
                decisions[id(footing.change)] = Decided("keep")
            elif target is None and (decision := _asked(known, footing)):
                decisions[id(footing.change)] = decision
    _tell_what_is_taken_over(folder, known)
    _write(folder, known, decisions)
    left = [footing for footing in known.both_moved if id(footing.change) not in decisions]
    if target:
        _write_page(target, known, left)
    _stop_where_anything_is_left(known, left)


def _update(folder: Path, name: str) -> Update:
    """Return where an adopter stands."""
    linked = pipeline.read(folder).linked
    adopters = {one.adopter: one for one in linked.handbook.adopters}
    if name not in adopters:
        raise click.UsageError(f"The handbook has no adopter {name}. {suggestion(name, adopters)}")
    return Update(linked, adopters[name])


def _decided(known: Update, clauses: tuple[str, ...], choice: Choice) -> dict[int, Decided]:
    """Return what the command line says about certain clauses."""
    found: dict[int, Decided] = {}
    for written in clauses:
        meant = matching(known, written)
        if not meant:
            waiting = [one.change.what for one in known.both_moved]
            raise click.UsageError(f"Nothing is to be decided on {written}. {suggestion(written, waiting)}")
        found |= {id(footing.change): Decided(choice) for footing in meant}
    return found


def _asked(known: Update, footing: Footing) -> Decided | None:
    """Show a clause that both changed, and ask what is to be done where anybody is there to answer."""
    click.echo(report.columns(footing, known.adopter.name, shutil.get_terminal_size().columns))
    click.echo()
    if not sys.stdin.isatty():
        return None
    match click.prompt(_QUESTION, type=click.Choice(_choices(footing)), default="later"):
        case "keep":
            return Decided("keep")
        case "take":
            return Decided("take")
        case "edit" if isinstance(footing.change, Amendment):
            words = click.edit(footing.change.text or "", extension=".md")
            return Decided("keep", words) if words and words.strip() else None
    return None


def _choices(footing: Footing) -> list[str]:
    """Return what can be done: the model has no words in place of a clause that an adopter added."""
    is_added = isinstance(footing.change, Addition)
    can_be_edited = isinstance(footing.change, Amendment) and footing.change.text is not None
    return ["keep", *([] if is_added else ["take"]), *(["edit"] if can_be_edited else []), "later"]


def _tell_what_is_taken_over(folder: Path, known: Update) -> None:
    """Tell what changed in the model since the versions that the adopter agreed to."""
    if not any(known.moved_on):
        return
    changed = pipeline.taken_over(known, git.past(folder))
    told = {edition.document.address for edition in changed.editions}
    for taken, present in known.moved_on:
        if taken.policy not in told:
            before = f"version {taken.version}" if taken.version else "an earlier one"
            click.echo(f"{taken.policy} is at version {present}; git has no text of {before}.")
    if changed:
        click.echo(report.changes(changed, known.linked.handbook.settings.words))


def _write(folder: Path, known: Update, decisions: Decisions) -> None:
    """Write down what was decided, and tell it."""
    try:
        file, told = pipeline.settled(known, decisions)
    except CannotNote as refusal:
        raise click.UsageError(f"{refusal} is laid out in a way in which nothing can be noted for certain.") from None
    if not told and not any(known.both_moved):
        click.echo(f"{known.adopter.name} is up to date with the model.")
    for reason in rewriting.write(folder, [file]).left:
        raise click.UsageError(f"Nothing was written: {reason}.")
    for sentence in told:
        click.echo(sentence)


def _write_page(target: Path, known: Update, left: Sequence[Footing]) -> None:
    """Write what is left to decide as a page, and tell where it is."""
    file = target / f"update-{known.adopter.adopter}.html"
    rewriting.write_new(file, pipeline.update_page(known, left))
    click.echo(f"Wrote {near(file)}")


def _stop_where_anything_is_left(known: Update, left: list[Footing]) -> None:
    for sentence in _left(known, left):
        click.echo(sentence, err=True)
    if left or any(known.gone):
        sys.exit(PROBLEMS_FOUND)


def _left(known: Update, left: list[Footing]) -> Iterator[str]:
    for footing in left:
        what = footing.change.what
        yield f"{what} is still to be decided: --keep {what} or --take {what}"
    for footing in known.gone:
        place = footing.change.location()
        yield f"{footing.change.what} is not in the model any more, and your words stand nowhere; see {place}"
