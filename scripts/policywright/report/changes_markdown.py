"""What changed in a handbook, as the Markdown of a comment below a pull request or merge request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.gathering.changes import Change, Edition, Grade
from policywright.model.handbook import Words
from policywright.report.telling import GRADES, SAME, Telling, graded

MARK = "<!-- policywright diff -->"
"""The first line, by which the comment is found again when it is to be renewed; nobody sees it."""

LONGEST = 60_000
"""How many letters are told at most; GitHub takes 65,536."""

_SIGNS = {"kept": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
_CALLS = re.compile(r"([@#!%~&$])(?=\w)")
"""What GitHub and GitLab make links of, before a name or a number; whoever is named so is sent a message."""
_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]|~#$]")
_LINE = re.compile(r"^( *)(?=\S)", re.MULTILINE)

_TABLE = "| Document | Version | What changes |\n| --- | --- | --- |"
_CUT = "The rest is too long for a comment; `policywright diff` tells it."
_UNREAD = "**Not all of it could be read**, and what could not may seem added or removed."


def changes_markdown(found: HandbookChanges, words: Words, *, unread: bool = False) -> str:
    """Return what changed: a table of the documents, then each of them; the gravest changes stand first in all of it.

    `unread` says that not all of both states could be read.
    """
    telling = Telling(words, plain, _address, _SIGNS)
    editions = sorted(found.editions, key=_lightness)
    blocks = (
        f"{MARK}\n### What this change does",
        _UNREAD if unread else "",
        "" if found else SAME,
        _table(editions, telling),
        _section("Added", map(telling.named, found.added)),
        _section("Removed", map(telling.named, found.removed)),
        *(block for edition in editions for block in _edition(edition, telling)),
        _section("Settings", telling.differences(found.settings)),
        _section("Registers and sources", _changes(found.registers, telling)),
    )
    return _cut("\n\n".join(filter(None, blocks)))


def plain(words: str) -> str:
    """Return words of the handbook so that they stand there as they are, in one line, and call nobody."""
    return _escaped(_CALLS.sub("\\1\N{ZERO WIDTH SPACE}", re.sub(r"\s+", " ", words)))


def _address(address: str) -> str:
    """Return an address as code, in which nothing is made a link, so that it can be copied."""
    return f"<code>{_escaped(address)}</code>"


def _escaped(words: str) -> str:
    return _MEANS_SOMETHING.sub(r"\\\g<0>", escape(words, quote=False))


def _lightness(edition: Edition) -> int:
    grades = tuple(GRADES)
    return grades.index(edition.grade) if edition.grade else len(grades)


def _table(editions: Sequence[Edition], telling: Telling) -> str:
    rows = (f"| {telling.named(one.document)} | {_version(one)} | {', '.join(graded(one))} |" for one in editions)
    return "\n".join((_TABLE, *rows)) if editions else ""


def _version(edition: Edition) -> str:
    before, version = plain(edition.before) or "none", plain(edition.version) or "none"
    return version if version == before else f"{before} → {version}"


def _edition(edition: Edition, telling: Telling) -> Iterator[str]:
    """Yield the name of a document, its changed paths, and its changes grade by grade."""
    yield f"#### {telling.named(edition.document)}"
    yield _section("Where answers lead", telling.paths(edition.paths))
    for grade, changes in edition.by_grade.items():
        yield _section(_heading(grade), _graded(edition, changes, telling))
    yield _list(telling.renumbered(edition))


def _heading(grade: Grade) -> str:
    return GRADES[grade][0].upper() + GRADES[grade][1:]


def _graded(edition: Edition, changes: Iterable[Change], telling: Telling) -> Iterator[str]:
    """Yield changes, each with what came or went within it below it."""
    for change in changes:
        if not change.is_of_number:
            yield telling.what(change)
            yield from _indented(telling.altered(change))
            yield from _indented(_graded(edition, edition.within(change), telling))


def _changes(changes: Iterable[Change], telling: Telling) -> Iterator[str]:
    for change in changes:
        yield telling.what(change)
        yield from _indented(telling.altered(change))


def _section(heading: str, lines: Iterable[str]) -> str:
    listed = _list(lines)
    return f"**{heading}**\n\n{listed}" if listed else ""


def _list(lines: Iterable[str]) -> str:
    """Return a list of lines, in which those that are indented belong to the one above."""
    return _LINE.sub(r"\1- ", "\n".join(lines))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _cut(text: str) -> str:
    """Return a text as far as a comment may be long, in whole lines."""
    if len(text) <= LONGEST:
        return text
    whole, _, _ = text[:LONGEST].rpartition("\n")
    return f"{whole}\n\n{_CUT}"
