"""The pages to practise on: situations, each with outcomes to choose from; a page for each part of the handbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.linked import LinkedHandbook
from policywright.linking.stories import choices
from policywright.model.decision import Decision
from policywright.model.handbook import Part
from policywright.render.composer import Composer
from policywright.render.examples import Example, examples
from policywright.render.page import Page

_CHAPTER = "drill.html"


@dataclass(frozen=True, slots=True)
class Situation:
    """A story to practise on: its number on the page, and the outcomes to choose from, by identifier."""

    number: int
    example: Example
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drill:
    """The situations of one decision."""

    decision: Decision
    situations: tuple[Situation, ...]


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each part that has stories, after the one that leads to them."""
    drills = {part: tuple(_drills(composer.linked, part)) for part in composer.handbook.settings.parts}
    entries = [(part, sum(len(drill.situations) for drill in found)) for part, found in drills.items() if found]
    if entries:
        title = "Practise on examples"
        yield composer.page("drill", _CHAPTER, title, nav=("What to do", title), entries=entries, path_of=drill_path)
    for part, _ in entries:
        words = f"Practise: {composer.linked.target_of(part).title}"
        yield composer.page("drill-part", drill_path(part), words, chapter=_CHAPTER, part=part, drills=drills[part])


def drill_path(part: Part) -> str:
    """Return the path of the page on which the situations of a part are practised."""
    return f"drill/{part.id}.html"


def is_drilled(linked: LinkedHandbook, part: Part) -> bool:
    """Tell whether there is such a page."""
    return any(_drills(linked, part))


def _drills(linked: LinkedHandbook, part: Part) -> Iterator[Drill]:
    number = 1
    for decision in linked.handbook.of_kind(Decision):
        if decision.part == part.id and decision.status != "withdrawn":
            found = tuple(
                Situation(at, one, choices(decision, one.story))
                for at, one in enumerate(examples(linked, decision), number)
            )
            number += len(found)
            if found:
                yield Drill(decision, found)
