"""What changed in a handbook, for people who review it: by identifier, with the words that went and came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.gathering.changes import Edition
from policywright.linking.linked import Target
from policywright.model.handbook import Words
from policywright.report.columns import SIGNS
from policywright.report.telling import SAME, Telling, graded

_EXPLAINED = "Words in [-…-] went, words in {+…+} came."


def changes(found: HandbookChanges, words: Words) -> str:
    """Return what changed, document by document, each with its paths first; `words` are the handbook's own."""
    telling = Telling(words, plain=str, address=str, signs=SIGNS)
    blocks = [
        _documents("Added", found.added, telling),
        _documents("Removed", found.removed, telling),
        *("\n".join(_edition(edition, telling)) for edition in found.editions),
        "\n".join(_rest(found, telling)),
    ]
    told = "\n\n".join(filter(None, blocks))
    return f"{told}\n\n{_EXPLAINED}" if "[-" in told or "{+" in told else told or SAME


def _documents(what: str, found: Iterable[Target], telling: Telling) -> str:
    names = [telling.named(target) for target in found]
    return "\n".join((f"{what}:", *_indented(names))) if names else ""


def _edition(edition: Edition, telling: Telling) -> Iterator[str]:
    before, version = edition.before or "none", edition.version or "none"
    yield f"{telling.named(edition.document)}{f' (version {version}, was {before})' if before != version else ''}"
    yield f"  Grades: {', '.join(graded(edition))}"
    yield from _indented(telling.paths(edition.paths))
    for change in edition.changes:
        if not change.is_of_number:
            yield f"  {telling.what(change)}"
            yield from _indented(_indented(telling.altered(change)))
    yield from _indented(telling.renumbered(edition))


def _rest(found: HandbookChanges, telling: Telling) -> Iterator[str]:
    """Yield what changed in settings and registers."""
    if found.settings:
        yield "Settings"
        yield from _indented(telling.differences(found.settings))
    if found.registers:
        yield "Registers and sources"
    for change in found.registers:
        yield f"  {change.target.address}: {telling.kind(change)}"
        yield from _indented(_indented(telling.altered(change)))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
