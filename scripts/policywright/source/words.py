"""How diagnostics call things, and what they suggest in place of a mistake."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Container, Iterable
from difflib import get_close_matches

from policywright.model.node import Node

_NAMES = {
    "AgeLimit": "age",
    "BlankCondition": "condition",
    "FieldCondition": "condition",
    "FormSection": "section",
    "Impossible": "entry of `impossible`",
    "FrontMatter": "line of the front matter",
    "PrintSettings": "print settings",
    "Quoted": "piece of the quotation",
    "ReportRoute": "way to report",
    "Settings": "handbook",
    "SourceDocument": "document of the source",
    "SourceProvision": "provision of the source",
    "TableRule": "rule",
    "Waiver": "entry of `accept`",
    "When": "entry of `when`",
}

YES_OR_NO = {"yes": "yes", "true": "yes", "on": "yes", "no": "no", "false": "no", "off": "no"}
"""What people write for yes and no, and other programs too."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def called(model: type[Node]) -> str:
    """Return what an editor calls a thing of the model: clause, sign-off, field."""
    name = model.__name__
    if name in _NAMES:
        return _NAMES[name]
    if name.endswith("Field"):
        return "field"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def a(name: str) -> str:
    """Return the name of a thing with its article."""
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def nearest(written: str, known: Iterable[str], taken: Container[str] = ()) -> str | None:
    """Return the known word that is most like the written one, if any is; one that is taken only if it is very like."""
    folded = {word.lower(): word for word in known}
    wanted = re.sub("[_ ]", "-", written.lower())
    found = [folded[near] for near in get_close_matches(wanted, folded)]
    very_like = get_close_matches(wanted, folded, n=1, cutoff=0.8)
    return next((near for near in found if near not in taken), folded[very_like[0]] if very_like else None)


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words in a row: `a`, `b` and `c`."""
    marked = [f"`{word}`" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def one_of(written: str, allowed: Iterable[str]) -> str:
    """Return the remedy for a word that is not one of the allowed ones."""
    words = list(allowed)
    near = nearest(written, words)
    return f"Write `{near}`; {listed(words)} are allowed." if near else f"Write {listed(words, 'or')}."


def day(text: str) -> str | None:
    """Return a British date, in figures or words, as year-month-day: `1 September 2027` as `2027-09-01`."""
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?[ ./-]+([a-z]{3,}|\d{1,2})[ ,./-]+(\d{4})", text.strip().lower())
    if not found:
        return None
    month = int(found[2]) if found[2].isdigit() else _month(found[2])
    written = f"{found[3]}-{month:02}-{int(found[1]):02}"
    return written if _is_in_the_calendar(written) else None


def _is_in_the_calendar(day: str) -> bool:
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _month(name: str) -> int:
    """Return the number of a month by its name or the beginning of it; 0 where there is none."""
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)), 0)


def identifier(text: str) -> str:
    """Return the permanent name that a text suggests: small letters, digits and single hyphens."""
    hyphened = re.sub("[\u2010-\u2015\u2212]", "-", text)
    plain = unicodedata.normalize("NFKD", hyphened).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")


def short(text: str, longest: int = 40) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
