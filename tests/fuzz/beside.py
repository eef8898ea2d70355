"""What people write beside the policies: what MkDocs is told, and the answers that are filled in."""

from __future__ import annotations

import csv
import io
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from tests.conftest import HANDBOOKS
from tests.fuzz.mutations import SETTINGS, Files
from tests.fuzz.trial import CIRCUMSTANCES, see_harmless

from policywright import pipeline
from policywright.adapters import settings
from policywright.checks.spreadsheet import AnyPaper
from policywright.linking.questions import Question, questions
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.pipeline import Examined
from policywright.render.filling import in_fields
from policywright.report import Findings

_ANSWERS = {"words": "Siân Ŵyn", "number": "7", "date": "4/3/2027", "email": "a@example.org"}


@cache
def handbook() -> Examined:
    """Return the handbook whose forms and letters are filled in."""
    return pipeline.examine(HANDBOOKS / "complete", CIRCUMSTANCES)


@cache
def sound() -> Files:
    """Return the settings, and a spreadsheet for each form and each letter, in all of which nothing is wrong."""
    spreadsheets = {f"{one.id}.csv": _spreadsheet(questions(handbook().linked, one)) for one in _filled_in().values()}
    return {SETTINGS: (HANDBOOKS / "complete" / SETTINGS).read_bytes(), **spreadsheets}


def _filled_in() -> dict[str, Form | Letter]:
    return {one.id: one for one in handbook().linked.handbook.documents if isinstance(one, Form | Letter)}


def _spreadsheet(asked: tuple[Question, ...]) -> bytes:
    text = io.StringIO()
    row = [_ANSWERS.get(one.kind) or (one.options[0] if one.options else "yes") for one in asked]
    csv.writer(text).writerows([[one.name for one in asked], row, row])
    return text.getvalue().encode("utf-8-sig")


def see_beside(name: str, content: bytes) -> None:
    """See that any content of such a file is understood, or refused with a reason."""
    if name == SETTINGS:
        see_settings(content)
    else:
        see_filled(name, content)


def see_settings(content: bytes) -> None:
    """See that settings are understood or refused, and take their pages from the handbook."""
    with tempfile.TemporaryDirectory() as name, suppress(settings.WrongSettings):
        folder = Path(name)
        (folder / "policies").mkdir()
        (folder / SETTINGS).write_bytes(content)
        assert settings.load(folder).docs_dir == str(folder / "policies")


def see_filled(name: str, content: bytes) -> int:
    """See that what is wrong with a spreadsheet can be told, or its rows be filled in; return how many these are."""
    document = _filled_in()[Path(name).stem]
    answered = pipeline.answers(handbook(), document, "people.csv", content, AnyPaper())
    source = answered.spreadsheet.source
    see_harmless(Findings(answered.diagnostics, {source.file: source}, pipeline.SPREADSHEET_RULES))
    if answered.diagnostics:
        return 0
    for row in answered.rows:
        in_fields(row, frozenset())
    if isinstance(document, Letter):
        pipeline.letters(handbook(), document, answered.rows).html.encode()
    return len(answered.rows)
