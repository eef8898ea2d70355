"""The answers that each kind of question takes, and how they may be written in a spreadsheet."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from policywright.checks.suggestion import closest
from policywright.linking.questions import Question
from policywright.model.spreadsheet import Answer

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YES = frozenset({"yes", "y", "true", "x", "1", "✓", "✔"})
_NO = frozenset({"no", "n", "false", "0"})
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DATE = re.compile(r"(?P<day>\d{1,2})[ ./-](?P<month>\d{1,2}|[A-Za-z]{3,9})[ ./-](?P<year>\d{4})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class NoAnswer(ValueError):  # noqa: N818  it says what an editor wrote, not that the program failed
    """Says what is wrong with an answer, and how to mend it."""

    def __init__(self, message: str, help: str) -> None:  # noqa: A002  as a diagnostic has it
        super().__init__(message)
        self.message, self.help = message, help


def plain(name: str) -> str:
    """Return a name as it is compared: letters and digits alone."""
    return re.sub(r"[\W_]+", "", name).casefold()


def _words(written: str, question: Question) -> str:
    return written if question.several_lines else " ".join(written.split())


def _number(written: str, question: Question) -> str:
    if not re.fullmatch(r"\d+", written):
        raise NoAnswer(f"“{written}” is no whole number, and “{question.label}” wants one.", "Write it in digits.")
    return written


def _email(written: str, question: Question) -> str:
    if not _EMAIL.fullmatch(written):
        message = f"“{written}” is no address for email, and “{question.label}” wants one."
        raise NoAnswer(message, "Write it like office@example.org.")
    return written


def _yes_or_no(written: str, question: Question) -> str:
    said = written.casefold()
    if said not in _YES | _NO:
        raise NoAnswer(f"“{written}” is neither yes nor no, and “{question.label}” wants one.", "Write yes or no.")
    return "yes" if said in _YES else "no"


def _one_option(written: str, question: Question) -> str:
    for option in question.options:
        if plain(option) == plain(written):
            return option
    near = closest(written, question.options)
    help_ = f"Write {near}." if near else f"Write one of: {'; '.join(question.options)}."
    raise NoAnswer(f"“{written}” is none of the answers to “{question.label}”.", help_)


def _some_options(written: str, question: Question) -> tuple[str, ...]:
    whole = [option for option in question.options if plain(option) == plain(written)]
    parts = filter(None, map(str.strip, re.split(r"[;\n|]", written)))
    chosen = whole or [_one_option(part, question) for part in parts]
    return tuple(option for option in question.options if option in chosen)


def _date(written: str, question: Question) -> datetime.date:
    match = _ISO_DATE.fullmatch(written) or _DATE.fullmatch(written)
    found = _on_calendar(match) if match else None
    if found is None:
        message = f"“{written}” is no date, and “{question.label}” wants one."
        raise NoAnswer(message, "Write it with day, month and year, such as 4/3/2027 for 4 March.")
    return found


def _on_calendar(match: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(match["year"]), _month(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _month(written: str) -> int:
    """Return the number of a month that is written in digits, or in words that may be cut short."""
    if written.isdigit():
        return int(written)
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(written.casefold())), 0)


READ: Mapping[str, Callable[[str, Question], Answer]] = {
    "words": _words,
    "number": _number,
    "email": _email,
    "yes-no": _yes_or_no,
    "one-of": _one_option,
    "some-of": _some_options,
    "date": _date,
}
