"""The lines under `paths:` of a decision, laid beside the paths that its answers make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from policywright.linking.paths import Path
from policywright.model.decision import Decision

Answers = tuple[str, ...]
"""The identifiers of the answers on a path, in order."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of `paths:`; one that cannot be read has no outcome."""

    item: int
    answers: Answers
    outcome: str


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line that is no path: why, and the paths that it was probably meant to be.

    Lines with one message have one cause: the same answer to the same question, though reached in different ways.
    """

    item: int
    message: str
    meant: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines that are wrong, and the paths that no line tells or was meant to tell."""

    wrong: tuple[WrongLine, ...]
    missing: tuple[Path, ...]


def compare(decision: Decision, expected: Iterable[Path]) -> Comparison:
    """Lay the lines of a decision beside its paths."""
    paths = {path.answers: path for path in expected}
    lines = [_read(item, line) for item, line in enumerate(decision.paths)]
    told = {line.answers for line in lines}
    left = {answers: path for answers, path in paths.items() if answers not in told}
    wrong = list[WrongLine]()
    for line in lines:
        path = paths.get(line.answers)
        if path is None:
            wrong.append(WrongLine(line.item, _why_no_path(decision, line), _take_meant(line, left)))
        elif path.outcome != line.outcome:
            last = path.turns[-1]
            message = (
                f"The answer “{last.answer.id}” to “{last.question}” leads to “{path.outcome}”, not to this outcome."
            )
            wrong.append(WrongLine(line.item, message, (path,)))
    return Comparison((*wrong, *_repeated(lines)), tuple(left.values()))


def _read(item: int, line: str) -> Line:
    *answers, outcome = line.split("->") if "->" in line else (line, "")
    return Line(item, tuple(answer.strip() for answer in ",".join(answers).split(",")), outcome.strip())


def _repeated(lines: list[Line]) -> Iterable[WrongLine]:
    seen = set[Answers]()
    for line in lines:
        if line.answers in seen:
            yield WrongLine(line.item, f"The path “{', '.join(line.answers)}” is written before.", ())
        seen.add(line.answers)


def _why_no_path(decision: Decision, line: Line) -> str:
    """Follow the answers of a line and say where they lead nowhere."""
    if not line.outcome:
        return "This is no path: a path is its answers, an arrow and its outcome."
    place, before = decision.start, ""
    for written in line.answers:
        if place in decision.outcomes:
            return f"The answer “{before}” leads to the outcome “{place}”, where the path ends."
        found = next((answer for answer in decision.questions[place].answers if answer.id == written), None)
        if found is None:
            return f"The question “{place}” has no answer “{written}”."
        place, before = found.go, written
    return f"The answer “{before}” leads on to the question “{place}”, not to an outcome."


def _take_meant(line: Line, left: dict[Answers, Path]) -> tuple[Path, ...]:
    """Return what a line was probably meant to be, and take it from the paths that are left to tell.

    A line that stops too early meant every path that goes on from it.
    """
    meant = [answers for answers in left if answers[: len(line.answers)] == line.answers]
    if not meant:
        by_text = {str(path): answers for answers, path in left.items()}
        near = get_close_matches(f"{', '.join(line.answers)} -> {line.outcome}", by_text, n=1, cutoff=0.5)
        meant = [by_text[text] for text in near]
    return tuple(left.pop(answers) for answers in meant)
