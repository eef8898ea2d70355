"""The values of a file: what the model refuses of them, told in plain words at the right place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import ValidationError

from policywright.diagnostics import Diagnostic, Edit, Rule
from policywright.model.node import Node, SourceText, Span
from policywright.model.registers import Review
from policywright.source.faults.keys import MissingKey, WrongValue
from policywright.source.mending import mended
from policywright.source.outline import Outline
from policywright.source.refusal import Refusal, refusals
from policywright.source.tree import ENOUGH, Keyed, Text, beginning, plain
from policywright.source.words import YES_OR_NO, called, day, identifier, one_of, short

ROUNDS = 5
"""How often a file is mended at most. Two rounds are nearly always enough: one for the values, one for short lists."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A file as a thing of the model: the tree that it was made of, and everything that is wrong with the file.

    Where something was wrong, the tree differs from the written one. `node` is None where nothing could be made of it.
    `possible` gives the keys that may have been meant by one that is not known, by the place of that.
    """

    node: Node | None
    tree: Keyed
    faults: tuple[Diagnostic, ...]
    possible: Mapping[Span, frozenset[str]]


def typed(model: type[Node], tree: Keyed, source: SourceText) -> Typed:
    """Return a file's tree as a thing of the model.

    What is wrong is told and left out, or replaced by what was most likely meant, and the rest is typed again: first
    what the outline refuses, then what the model does. So a fault hides nothing but itself. Only the first round tells
    anything, since the others meet nothing but stand-ins. Where enough is wrong, nothing is made of the file.
    """
    outline = Outline(source)
    sound = outlined = outline.keyed(tree, model)
    for _ in range(ROUNDS):
        if len(outline.faults) >= ENOUGH:
            break
        try:
            return Typed(model.model_validate(plain(sound)), sound, tuple(outline.faults), outline.possible)
        except ValidationError as error:
            refused = refusals(error, sound, model)
        if sound is outlined:
            told = (_told(each, source) for each in refused if not _is_known(each, outline))
            outline.faults += islice(told, ENOUGH - len(outline.faults))
        sound = mended(sound, refused, source)
    return Typed(None, sound, tuple(outline.faults), outline.possible)


def _is_known(refusal: Refusal, outline: Outline) -> bool:
    """Whether a fault was told already."""
    return refusal.is_told_by_its_parts or refusal.path in outline.told


_Words = tuple[str, str]
"""The message and the help."""


def _told(place: Refusal, source: SourceText) -> Diagnostic:
    rule: type[Rule] = WrongValue
    span = place.tree.span if isinstance(place.tree, Text) else beginning(place.tree)
    here = source.locate(span.start, span.end)
    context = place.context
    if place.lacking:
        rule, (message, help_) = MissingKey, _lacking(place)
    elif place.cause == "string_pattern_mismatch":
        message, help_ = PATTERNS.get(context["pattern"], _unknown)(place, context)
    else:
        message, help_ = ERRORS.get(place.cause, _unknown)(place, context)
    return rule.found(message, here, help_, mend=[Edit(here, words) for words in _meant(place)])


def _meant(place: Refusal) -> Iterator[str]:
    """Yield what the author meant, where nobody can doubt it: a day whose month is in words, a yes or a no."""
    written = place.text if isinstance(place.tree, Text) and not place.lacking else ""
    if place.cause == "calendar_date" and re.search("[a-z]{3}", written.lower()):
        yield from filter(None, [day(written)])
    if place.cause == "yes_or_no" and written.lower() in YES_OR_NO:
        yield YES_OR_NO[written.lower()]


def _lacking(place: Refusal) -> _Words:
    slot = place.slot
    about = slot.about.rstrip(".") if slot else ""
    key = slot.key if slot else ""
    return f"This {called(place.owner)} has no `{key}:`.", f"Add `{key}:` ({about[:1].lower()}{about[1:]})."


def _not_allowed(place: Refusal, context: dict[str, Any]) -> _Words:
    allowed = re.findall(r"'([^']*)'", str(context["expected"]))
    return f"`{place.key.text}` cannot be `{short(place.text)}`.", one_of(place.text, allowed)


def _no_identifier(place: Refusal, _: dict[str, Any]) -> _Words:
    message = f"`{short(place.text)}` is no permanent name: small letters, digits and single hyphens make one."
    suggested = identifier(place.text)
    return message, f"Write `{suggested}`." if suggested else "Write a name such as `personal-use`."


def _several_lines(place: Refusal, _: dict[str, Any]) -> _Words:
    message = f"`{place.key.text}` takes a single line, but its text has several."
    return message, "Write it on one line; below `>` instead of `|`, the lines become one."


def _no_version(place: Refusal, _: dict[str, Any]) -> _Words:
    figures = ".".join(re.findall(r"[0-9]+", place.text)) or "2026.1"
    return f"`{short(place.text)}` is no version: figures with full stops between them make one.", f"Write `{figures}`."


def _no_language(place: Refusal, _: dict[str, Any]) -> _Words:
    return f"`{short(place.text)}` is no language code.", "Write one such as `en-GB` for English or `cy-GB` for Welsh."


def _no_locator(place: Refusal, _: dict[str, Any]) -> _Words:
    message = (
        f"`{short(place.text)}` is no name of a source's provision: letters, digits, hyphens and full stops make one."
    )
    return message, "Write one such as `6.6-decline`."


def _no_fingerprint(place: Refusal, _: dict[str, Any]) -> _Words:
    message = f"`{short(place.text)}` is no fingerprint."
    if place.owner is Review:
        return message, "Delete the line; `policywright review` writes it anew."
    return message, "Delete `base:` and what stands below it; `policywright update` writes it anew."


def _too_long(place: Refusal, context: dict[str, Any]) -> _Words:
    longest = context["max_length"]
    message = f"`{place.key.text}` may have {longest} characters; this has {len(place.text)}."
    return message, "Write a shorter one."


def _too_few(place: Refusal, context: dict[str, Any]) -> _Words:
    least = context["min_length"]
    entries = "entry" if least == 1 else "entries"
    message = f"`{place.key.text}` needs at least {least} {entries}."
    return message, f"Add what is missing, or delete `{place.key.text}:` where it may be left out."


def _no_number(place: Refusal, _: dict[str, Any]) -> _Words:
    return f"`{place.key.text}` takes a whole number, not `{short(place.text)}`.", "Write figures alone, such as 4."


def _too_small(place: Refusal, context: dict[str, Any]) -> _Words:
    return f"`{place.key.text}` cannot be {place.text}.", f"Write {context['ge']} or more."


def _too_great(place: Refusal, context: dict[str, Any]) -> _Words:
    return f"`{place.key.text}` cannot be {place.text}.", f"Write {context['le']} or less."


def _no_yes_or_no(place: Refusal, _: dict[str, Any]) -> _Words:
    message = f"`{place.key.text}` is answered by yes or no, not by `{short(place.text)}`."
    meant = YES_OR_NO.get(place.text.lower())
    return message, f"Write `{meant}`." if meant else "Write `yes` or `no`."


def _no_date(place: Refusal, _: dict[str, Any]) -> _Words:
    suggested = day(place.text)
    help_ = f"Write `{suggested}`." if suggested else "Write year, month and day in figures, such as `2026-09-01`."
    return f"`{short(place.text)}` is no date of the calendar, written year-month-day.", help_


def _unknown(place: Refusal, _: dict[str, Any]) -> _Words:
    about = place.slot.about if place.slot else ""
    return f"`{short(place.text)}` cannot stand behind `{place.key.text}:`.", f"What belongs there: {about}"


PATTERNS: dict[str, Callable[[Refusal, dict[str, Any]], _Words]] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": _no_identifier,
    r"^[^\n]*$": _several_lines,
    r"^[0-9]+(\.[0-9]+)*$": _no_version,
    r"^[a-z]{2,3}(-[A-Z]{2})?$": _no_language,
    r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$": _no_locator,
    r"^[0-9a-f]{12}$": _no_fingerprint,
}
"""What the model's patterns mean; a test compares their list with the model."""

ERRORS: dict[str, Callable[[Refusal, dict[str, Any]], _Words]] = {
    "literal_error": _not_allowed,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "int_parsing": _no_number,
    "int_from_float": _no_number,
    "int_parsing_size": _no_number,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_great,
    "yes_or_no": _no_yes_or_no,
    "calendar_date": _no_date,
}
"""What pydantic's kinds of error mean."""
