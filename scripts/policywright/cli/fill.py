"""`policywright fill`."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policywright import examination
from policywright.adapters import private_folder
from policywright.checks.suggestion import closest
from policywright.cli.examining import examine, report
from policywright.cli.folder import handbook_folder, near
from policywright.cli.status import PROBLEMS_FOUND
from policywright.examination import Answered, Examined
from policywright.linking.questions import Question, questions
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.spreadsheet import Answers
from policywright.report import FORMATS, Findings
from policywright.source.spreadsheet import LARGEST

if TYPE_CHECKING:
    from policywright.adapters.copies import Copies

_TAKES: Mapping[str, str] = {
    "words": "words",
    "number": "a whole number",
    "date": "a date, such as 4/3/2027 for 4 March",
    "email": "an address for email",
    "yes-no": "yes or no",
}


@click.command()
@click.argument("name")
@click.argument("spreadsheet", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--columns", is_flag=True, help="Print the head of a spreadsheet for NAME, and what each column takes.")
@click.option("--to", "target", type=click.Path(file_okay=False, path_type=Path), help="The folder to write into.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["pdf", "word", "both"]),
    default="pdf",
    show_default=True,
    help="What to make of each row, beside the one PDF for the printer.",
)
@click.option("--overwrite", is_flag=True, help="Replace files of the same names that are there already.")
@click.option("--even-in-public", is_flag=True, help="Write even where the answers would be published or kept by git.")
@click.pass_context
def fill(  # noqa: PLR0913  one for each thing that can be said on the command line
    context: click.Context,
    name: str,
    spreadsheet: Path | None,
    target: Path | None,
    form: str,
    *,
    columns: bool,
    overwrite: bool,
    even_in_public: bool,
) -> None:
    """Fill in a form or a letter once for each row of a spreadsheet.

    NAME is the form's or the letter's identifier. SPREADSHEET is a CSV file, as Excel saves it; each column bears the
    name of a question or its label, in any order, and questions without a column stay blank. Begin with
    policywright fill NAME --columns > people.csv

    Out come one PDF of all copies for the printer, each beginning on the front of a sheet, and a file for each row.
    They stand in the folder named, otherwise in one beside the spreadsheet, and nowhere else.
    """
    folder = handbook_folder(context)
    examined = _sound(folder)
    document = _document(examined, name)
    asked = questions(examined.linked, document)
    if columns:
        _tell_columns(asked)
        return
    if spreadsheet is None:
        raise click.UsageError(f"Name a spreadsheet. To begin one: policywright fill {name} --columns > people.csv")
    place = target or spreadsheet.with_name(f"{spreadsheet.stem}-{name}")
    if not even_in_public:
        with _refusals("Name another folder with --to, or say --even-in-public."):
            private_folder.refuse_public(place, folder)
    files = dict(_files(examined, document, spreadsheet, form))
    with _refusals("Name another folder with --to, or say --overwrite."):
        private_folder.write(files, place, replace=overwrite)
    click.echo(f"Wrote {len(files)} files to {near(place)}. They hold personal details: delete them when you are done.")


def _sound(folder: Path) -> Examined:
    """Examine the handbook, and stop where a form or a letter of it may be wrong."""
    examined = examine(folder)
    if not examined.may_be_published(strict=False):
        click.echo(report(examined, "text"), err=True)
        sys.exit(PROBLEMS_FOUND)
    return examined


def _document(examined: Examined, name: str) -> Form | Letter:
    found = {one.id: one for one in examined.linked.handbook.documents if isinstance(one, Form | Letter)}
    if name not in found:
        meant = closest(name, found)
        known = f"Did you mean {meant}?" if meant else f"Those to fill in are: {', '.join(found) or 'none yet'}."
        raise click.UsageError(f"There is no form and no letter called {name}. {known}")
    return found[name]


def _tell_columns(asked: Sequence[Question]) -> None:
    """Print the head for a spreadsheet, and beside it, for people, what stands in each column."""
    head = io.StringIO()
    csv.writer(head, lineterminator="\n").writerow(question.name for question in asked)
    click.echo(head.getvalue(), nl=False)
    for question in asked:
        takes = _TAKES.get(question.kind) or "; ".join(question.options)
        several = "one or more, parted by semicolons: " if question.kind == "some-of" else ""
        click.echo(f"  {question.name}: {question.label} ({several}{takes})", err=True)


def _files(examined: Examined, document: Form | Letter, spreadsheet: Path, form: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files with the answers of a spreadsheet, by name; stop, and tell, where anything is wrong with it."""
    from policywright.adapters import copies  # noqa: PLC0415  slow to load, and --columns needs no engine

    maker = copies.copies_of(examined, document)
    rows = _answers(examined, document, spreadsheet, maker)
    click.echo("Filling in 1 copy." if len(rows) == 1 else f"Filling in {len(rows)} copies.", err=True)
    names = copies.names(questions(examined.linked, document), rows)
    whole, each = maker.pdfs(rows)
    yield f"{document.id}-to-print.pdf", whole
    if form in {"pdf", "both"}:
        yield from zip((f"{name}.pdf" for name in names), each, strict=True)
    if form in {"word", "both"}:
        documents = copies.word_documents(examined, document, rows)
        yield from zip((f"{name}.docx" for name in names), documents, strict=True)


def _answers(examined: Examined, document: Form | Letter, spreadsheet: Path, maker: Copies) -> tuple[Answers, ...]:
    with spreadsheet.open("rb") as file:
        content = file.read(LARGEST + 1)  # enough to see that it is too large
    answered = examination.answers(examined, document, near(spreadsheet), content, maker.paper)
    if answered.diagnostics:
        click.echo(_report(answered), err=True)
        sys.exit(PROBLEMS_FOUND)
    return answered.rows


def _report(answered: Answered) -> str:
    source = answered.spreadsheet.source
    return FORMATS["text"](Findings(answered.diagnostics, {source.file: source}, examination.SPREADSHEET_RULES))


@contextmanager
def _refusals(help_: str) -> Iterator[None]:
    """Tell why nothing is written, and what to do about it."""
    try:
        yield
    except private_folder.CannotWrite as refusal:
        raise click.UsageError(f"{refusal} {help_}") from None
