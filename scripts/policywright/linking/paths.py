"""Paths: the ways through a decision, from its first question to its outcomes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from policywright.linking.circles import circles
from policywright.model.decision import Answer, Decision


@dataclass(frozen=True, slots=True)
class Turn:
    """One question on a path, and the answer that was given to it."""

    question: str
    answer: Answer

    @property
    def start(self) -> str:
        """The question that it answers."""
        return self.question

    @property
    def end(self) -> str:
        """The question or outcome that comes next."""
        return self.answer.go


@dataclass(frozen=True, slots=True)
class Path:
    """One way through a decision: its turns in order, and the identifier of the outcome where it ends."""

    turns: tuple[Turn, ...]
    outcome: str

    @property
    def answers(self) -> tuple[str, ...]:
        """The identifiers of its answers, in order."""
        return tuple(turn.answer.id for turn in self.turns)

    def __str__(self) -> str:
        """Give the line that `paths:` holds for it: `no, unsure -> ask-lead`."""
        return f"{', '.join(self.answers)} -> {self.outcome}"


@dataclass(frozen=True, slots=True)
class Way:
    """The way so far: turns from the first question on, and the identifier of the question or outcome they lead to."""

    turns: tuple[Turn, ...]
    to: str


def paths(decision: Decision) -> Iterator[Path]:
    """Yield every path of a decision, in the order of its answers.

    A way that comes back to a question it has passed, or that leads to nothing, ends in no outcome and is no path.
    """
    yield from _paths_from(decision, decision.start, ())


def ways(decision: Decision) -> Iterator[Way]:
    """Yield every way so far that a reader can be on, the longer ones after their beginnings.

    The decision must hold together: in one that leads round in a circle there is no end of them.
    """
    yield from _ways_from(decision, Way((), decision.start))


def loops(decision: Decision) -> Iterator[tuple[Turn, ...]]:
    """Yield the loops of a decision: turns of which the last leads back to the question of the first."""
    first = sorted(decision.questions, key=lambda name: name != decision.start)
    yield from circles(turn for name in first for turn in _turns(decision, name))


def distances(decision: Decision) -> dict[str, Path]:
    """Return the shortest path to each outcome that can be reached."""
    nearest: dict[str, Path] = {}
    seen = {decision.start}
    waiting = deque([(decision.start, tuple[Turn, ...]())])
    while waiting:
        name, turns = waiting.popleft()
        if name in decision.outcomes:
            nearest[name] = Path(turns, name)
        for turn in _turns(decision, name):
            if turn.answer.go not in seen:
                seen.add(turn.answer.go)
                waiting.append((turn.answer.go, (*turns, turn)))
    return nearest


def reached(decision: Decision, starts: tuple[str, ...]) -> frozenset[str]:
    """Return the questions and outcomes that can be reached from any of some questions or outcomes."""
    seen = set[str]()
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(turn.answer.go for turn in _turns(decision, name))
    return frozenset(seen)


def on_paths(decision: Decision) -> frozenset[str]:
    """Return the questions and outcomes to which the first question leads, and from which an outcome can be reached."""
    begun = reached(decision, (decision.start,))
    return frozenset(name for name in begun if not reached(decision, (name,)).isdisjoint(decision.outcomes))


def holds_together(decision: Decision) -> bool:
    """Say whether its paths can be told: each answer has its own name and leads on to something.

    None leads round in a circle, and everything can be reached.
    """
    places = {*decision.questions, *decision.outcomes}
    begins = decision.start in decision.questions
    return (
        begins
        and _named_apart(decision)
        and reached(decision, (decision.start,)) == places
        and not any(loops(decision))
    )


def _named_apart(decision: Decision) -> bool:
    answers = ([answer.id for answer in question.answers] for question in decision.questions.values())
    return all(len(set(names)) == len(names) for names in answers)


def _turns(decision: Decision, name: str) -> Iterator[Turn]:
    question = decision.questions.get(name)
    if question is not None:
        yield from (Turn(name, answer) for answer in question.answers)


def _paths_from(decision: Decision, name: str, turns: tuple[Turn, ...]) -> Iterator[Path]:
    if name in decision.outcomes:
        yield Path(turns, name)
    elif all(turn.question != name for turn in turns):
        for turn in _turns(decision, name):
            yield from _paths_from(decision, turn.answer.go, (*turns, turn))


def _ways_from(decision: Decision, way: Way) -> Iterator[Way]:
    yield way
    for turn in _turns(decision, way.to):
        yield from _ways_from(decision, Way((*way.turns, turn), turn.answer.go))
