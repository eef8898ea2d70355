"""The values of a file: what the model refuses of them, told in plain words at the right place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from policywright.diagnostics import Diagnostic, Rule
from policywright.model.node import Node, SourceText
from policywright.source.faults.keys import MissingKey, WrongValue
from policywright.source.outline import Outline, Path
from policywright.source.shape import ListShape, NamedShape, NodeShape, Shape, Slot, kinds_by_type, slots
from policywright.source.tree import Keyed, Listing, Text, Tree, beginning
from policywright.source.words import called, day, identifier, one_of, short


def typed(model: type[Node], tree: Keyed, source: SourceText) -> tuple[Node | None, list[Diagnostic]]:
    """Return a file's tree as a thing of the model, or None, and everything that is wrong with it."""
    outline = Outline(source)
    data = outline.keyed(tree, model)
    try:
        node = model.model_validate(data)
    except ValidationError as error:
        refused = [(_follow(each["loc"], tree, model), each) for each in error.errors(include_url=False)]
        faults = [_told(place, each, source) for place, each in refused if not _known(place, each, outline)]
        return None, outline.faults + faults
    return (None if outline.faults else node), outline.faults


@dataclass(slots=True)
class _Place:
    """A place in a file that the model refuses: a value, a name before one, or a thing that lacks a key."""

    tree: Tree
    shape: Shape
    key: Text
    slot: Slot | None = None
    owner: type[Node] = Node
    path: Path = ()
    lacking: bool = False

    @property
    def text(self) -> str:
        """The words that are refused."""
        return self.tree.text if isinstance(self.tree, Text) else ""

    def step(self, segment: str | int) -> None:
        """Go one step down: to a key, to a place in a list, to one of several types, or back to the name itself."""
        match self.tree, self.shape:
            case _ if segment == "[key]":
                self.tree = self.key
            case Keyed(), NodeShape(kinds=[kind]):
                self.owner, self.slot = kind, slots(kind)[str(segment)]
                self._enter(self.tree, str(segment), self.slot.shape)
            case Keyed(), NodeShape():
                self.shape = NodeShape((kinds_by_type(self.shape)[str(segment)],))
            case Keyed(), NamedShape():
                self._enter(self.tree, str(segment), self.shape.of)
            case Listing(), ListShape() if isinstance(segment, int):
                self.tree, self.shape, self.path = self.tree.items[segment], self.shape.of, (*self.path, segment)

    def _enter(self, tree: Keyed, name: str, shape: Shape) -> None:
        entry = next((entry for entry in tree.entries if entry.key.text == name), None)
        self.path = (*self.path, name)
        if entry is None:
            self.lacking = True
        else:
            self.tree, self.key, self.shape = entry.value, entry.key, shape


def _follow(way: Path, tree: Keyed, model: type[Node]) -> _Place:
    place = _Place(tree, NodeShape((model,)), Text(tree.span, ""))
    for segment in way:
        place.step(segment)
    return place


def _known(place: _Place, error: ErrorDetails, outline: Outline) -> bool:
    """Whether the fault was told already; a list also counts as too short when entries of it are refused."""
    if error["type"] == "too_short":
        parts = place.tree.items if isinstance(place.tree, Listing) else getattr(place.tree, "entries", ())
        return len(parts) >= int(error["ctx"]["min_length"])
    return place.path in outline.told


_Refusal = tuple[str, str]
"""The message and the help."""


def _told(place: _Place, error: ErrorDetails, source: SourceText) -> Diagnostic:
    rule: type[Rule] = WrongValue
    span = place.tree.span if isinstance(place.tree, Text) else beginning(place.tree)
    context = error.get("ctx", {})
    if place.lacking:
        rule, (message, help_) = MissingKey, _lacking(place)
    elif error["type"] == "string_pattern_mismatch":
        message, help_ = PATTERNS.get(context["pattern"], _unknown)(place, context)
    else:
        message, help_ = ERRORS.get(error["type"], _unknown)(place, context)
    return rule.found(message, source.locate(span.start, span.end), help_)


def _lacking(place: _Place) -> _Refusal:
    slot = place.slot
    about = slot.about.rstrip(".") if slot else ""
    key = slot.key if slot else ""
    return f"This {called(place.owner)} has no `{key}:`.", f"Add `{key}:` ({about[:1].lower()}{about[1:]})."


def _not_allowed(place: _Place, context: dict[str, Any]) -> _Refusal:
    allowed = re.findall(r"'([^']*)'", str(context["expected"]))
    return f"`{place.key.text}` cannot be `{short(place.text)}`.", one_of(place.text, allowed)


def _no_identifier(place: _Place, _: dict[str, Any]) -> _Refusal:
    message = f"`{short(place.text)}` is no permanent name: small letters, digits and single hyphens make one."
    suggested = identifier(place.text)
    return message, f"Write `{suggested}`." if suggested else "Write a name such as `personal-use`."


def _several_lines(place: _Place, _: dict[str, Any]) -> _Refusal:
    message = f"`{place.key.text}` takes a single line, but its text has several."
    return message, "Write it on one line; below `>` instead of `|`, the lines become one."


def _no_version(place: _Place, _: dict[str, Any]) -> _Refusal:
    figures = ".".join(re.findall(r"[0-9]+", place.text)) or "2026.1"
    return f"`{short(place.text)}` is no version: figures with full stops between them make one.", f"Write `{figures}`."


def _no_language(place: _Place, _: dict[str, Any]) -> _Refusal:
    return f"`{short(place.text)}` is no language code.", "Write one such as `en-GB` for English or `cy-GB` for Welsh."


def _no_locator(place: _Place, _: dict[str, Any]) -> _Refusal:
    message = (
        f"`{short(place.text)}` is no name of a source's provision: letters, digits, hyphens and full stops make one."
    )
    return message, "Write one such as `6.6-decline`."


def _too_long(place: _Place, context: dict[str, Any]) -> _Refusal:
    longest = context["max_length"]
    message = f"`{place.key.text}` may have {longest} characters; this has {len(place.text)}."
    return message, "Write a shorter one."


def _too_few(place: _Place, context: dict[str, Any]) -> _Refusal:
    least = context["min_length"]
    entries = "entry" if least == 1 else "entries"
    message = f"`{place.key.text}` needs at least {least} {entries}."
    return message, f"Add what is missing, or delete `{place.key.text}:` where it may be left out."


def _no_number(place: _Place, _: dict[str, Any]) -> _Refusal:
    return f"`{place.key.text}` takes a whole number, not `{short(place.text)}`.", "Write figures alone, such as 4."


def _too_small(place: _Place, context: dict[str, Any]) -> _Refusal:
    return f"`{place.key.text}` cannot be {place.text}.", f"Write {context['ge']} or more."


def _too_great(place: _Place, context: dict[str, Any]) -> _Refusal:
    return f"`{place.key.text}` cannot be {place.text}.", f"Write {context['le']} or less."


def _no_yes_or_no(place: _Place, _: dict[str, Any]) -> _Refusal:
    message = f"`{place.key.text}` is answered by yes or no, not by `{short(place.text)}`."
    meant = {"yes": "yes", "true": "yes", "on": "yes", "no": "no", "false": "no", "off": "no"}.get(place.text.lower())
    return message, f"Write `{meant}`." if meant else "Write `yes` or `no`."


def _no_date(place: _Place, _: dict[str, Any]) -> _Refusal:
    suggested = day(place.text)
    help_ = f"Write `{suggested}`." if suggested else "Write year, month and day in figures, such as `2026-09-01`."
    return f"`{short(place.text)}` is no date of the calendar, written year-month-day.", help_


def _unknown(place: _Place, _: dict[str, Any]) -> _Refusal:
    about = place.slot.about if place.slot else ""
    return f"`{short(place.text)}` cannot stand behind `{place.key.text}:`.", f"What belongs there: {about}"


PATTERNS: dict[str, Callable[[_Place, dict[str, Any]], _Refusal]] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": _no_identifier,
    r"^[^\n]*$": _several_lines,
    r"^[0-9]+(\.[0-9]+)*$": _no_version,
    r"^[a-z]{2,3}(-[A-Z]{2})?$": _no_language,
    r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$": _no_locator,
}
"""What the model's patterns mean; a test compares their list with the model."""

ERRORS: dict[str, Callable[[_Place, dict[str, Any]], _Refusal]] = {
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
