"""What changed in a handbook, for people who review it: by identifier, with the words that went and came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from policywright.linking.citation import short_citation
from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.gathering.changed_paths import ChangedPaths, PathChange, ToldPath
from policywright.linking.gathering.changes import Altered, Change, Edition, Grade, Respect
from policywright.linking.gathering.word_difference import abridged, word_difference
from policywright.linking.linked import Target
from policywright.model.handbook import Words

_SAME = "Nothing changed."
_SIGNS = "Words in [-…-] went, words in {+…+} came."
_GRADES: Mapping[Grade, str] = {
    "duty": "duty",
    "figure": "number, age or period",
    "actors": "who acts",
    "scope": "for whom or when",
    "wording": "wording, place or number only",
}
_KINDS: Mapping[Respect, str] = {
    "figure": "a figure changed",
    "duty": "duty changed",
    "actors": "who acts changed",
    "scope": "for whom or when changed",
    "wording": "reworded",
    "place": "moved",
    "number": "renumbered",
}


def changes(found: HandbookChanges, words: Words) -> str:
    """Return what changed, document by document, each with its paths first; `words` are the handbook's own."""
    blocks = [
        _documents("Added", found.added),
        _documents("Removed", found.removed),
        *("\n".join(_edition(edition, words)) for edition in found.editions),
        "\n".join(_rest(found)),
    ]
    told = "\n\n".join(filter(None, blocks))
    return f"{told}\n\n{_SIGNS}" if "[-" in told or "{+" in told else told or _SAME


def _rest(found: HandbookChanges) -> Iterator[str]:
    """Yield what changed in settings and registers."""
    if found.settings:
        yield "Settings"
        yield from _indented(_altered(found.settings, _difference))
    if found.registers:
        yield "Registers and sources"
    for change in found.registers:
        yield f"  {change.target.address}: {_what(change)}"
        yield from _indented(_indented(_altered(change.altered, _words_of(change))))


def _documents(what: str, found: Iterable[Target]) -> str:
    names = [_named(target) for target in found]
    return "\n".join((f"{what}:", *_indented(names))) if names else ""


def _named(target: Target) -> str:
    return f"{target.address}, {target.title}"


def _edition(edition: Edition, words: Words) -> Iterator[str]:
    before, version = edition.before or "none", edition.version or "none"
    yield f"{_named(edition.document)}{f' (version {version}, was {before})' if before != version else ''}"
    yield f"  Grades: {', '.join(_graded(edition))}"
    if edition.paths:
        yield from _indented(_paths(edition.paths))
    for change in edition.changes:
        if not change.is_of_number:
            yield from _indented(_change(change, words))
    renumbered = [_renumbered(change, words) for change in edition.changes if change.is_of_number]
    if renumbered:
        yield f"  Only the number changed: {', '.join(renumbered)}."


def _graded(edition: Edition) -> Iterator[str]:
    for grade, changes in edition.by_grade.items():
        yield f"{_GRADES[grade]} ({len(changes)})"
    if edition.paths:
        yield "where answers lead"


def _renumbered(change: Change, words: Words) -> str:
    before = change.before.number if change.before else ""
    return f"{short_citation(change.target, words)} was {before or 'without one'}"


def _change(change: Change, words: Words) -> Iterator[str]:
    """Yield what came of one thing: its address, what it is called, what changed, and how it read before and since."""
    target = change.target
    heir = f", see {change.heir.address}" if change.heir else ""
    called = f" ({short_citation(target, words)})" if target.number else ""
    yield f"{target.address}{called}: {_what(change)}{heir}"
    yield from _indented(_altered(change.altered, _words_of(change)))


def _what(change: Change) -> str:
    return _KINDS[change.respect] if change.kind == "altered" else change.kind


def _words_of(change: Change) -> Callable[[Altered], str]:
    return _difference if change.kind == "altered" else _whole


def _altered(altered: Iterable[Altered], words_of: Callable[[Altered], str]) -> Iterator[str]:
    return (f"{one.label}: {words_of(one)}" for one in altered)


def _whole(altered: Altered) -> str:
    """Return the words of what came or went, on one of the two sides."""
    return altered.before or altered.after


def _difference(altered: Altered) -> str:
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    pieces = abridged(word_difference(altered.before, altered.after))
    return "".join(signs[piece.kind].format(piece.words) for piece in pieces)


def _paths(found: ChangedPaths) -> Iterator[str]:
    """Yield each path that came, went or leads elsewhere, and how many are only asked for otherwise."""
    if found.untold:
        yield "Its paths cannot be told one by one: there are too many, or they ask other questions altogether."
    for change in found.of_kind("redirected", "new", "gone"):
        yield from _path(change)
    match sum(len(change.after) for change in found.of_kind("asked otherwise")):
        case 0:
            pass
        case 1:
            yield "One path asks other questions and leads where it led."
        case count:
            yield f"{count} paths ask other questions and lead where they led."


def _path(change: PathChange) -> Iterator[str]:
    match change.before, change.after:
        case (), after:
            yield from (f"New: {_way(told)} → {told.title}" for told in after)
        case before, ():
            yield from (f"Gone: {_way(told)} → {told.title}" for told in before)
        case (was,), (now,):
            yield f"Went to “{was.title}”, now goes to “{now.title}”: {_way(now)}"
        case before, after:
            yield "Changed:"
            yield from (f"  was {_way(told)} → {told.title}" for told in before)
            yield from (f"  now {_way(told)} → {told.title}" for told in after)


def _way(told: ToldPath) -> str:
    return ", ".join(f"“{step.ask}” {step.say}" for step in told.steps)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
