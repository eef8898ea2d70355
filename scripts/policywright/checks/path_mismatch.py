"""Paths that are written down otherwise than the decision takes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import Path, holds_together, paths
from policywright.model.decision import Decision

MOST_PATHS = 500
"""The most paths that are asked for: nobody reads a longer list."""


class PathMismatch(Check):
    """A list of paths that differs from what the decision does.

    Why it matters: `paths:` says, a line for each way through, which outcome you mean those answers to have. Moving one
    answer can change where a dozen readers end up; these lines show which, and stop a change that nobody meant.

    A line holds the answers in order, an arrow and the outcome. A decision with a single question needs no such list.
    Paths are compared once every answer leads somewhere and everything can be reached.

    Refused:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: some
                  say: Yes
                  go: tell-headteacher
                - id: none
                  say: No
                  go: locked
            locked:
              ask: Is it locked?
              answers:
                - id: is-locked
                  say: Yes
                  go: tell-office
                - id: not-locked
                  say: No
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
            tell-office:
              title: Tell the office
              text: The office blocks the number.
        > paths:
            - some -> tell-headteacher
        >   - none, not-locked -> tell-office

    Accepted:

        # policies/schools/decisions/lost-phone.yml
          decision: lost-phone
          title: A school telephone is lost
          part: schools
          start: pictures
          questions:
            pictures:
              ask: Are there pictures of pupils on it?
              answers:
                - id: some
                  say: Yes
                  go: tell-headteacher
                - id: none
                  say: No
                  go: locked
            locked:
              ask: Is it locked?
              answers:
                - id: is-locked
                  say: Yes
                  go: tell-office
                - id: not-locked
                  say: No
                  go: tell-headteacher
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
            tell-office:
              title: Tell the office
              text: The office blocks the number.
          paths:
            - some -> tell-headteacher
            - none, is-locked -> tell-office
            - none, not-locked -> tell-headteacher
    """

    name: ClassVar[str] = "path-mismatch"
    code: ClassVar[str] = "G28"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each line that is wrong, and one for all that are missing."""
        for decision in linked.handbook.of_kind(Decision):
            if holds_together(decision) and (decision.paths or len(decision.questions) > 1):
                yield from cls._compared(decision)

    @classmethod
    def _compared(cls, decision: Decision) -> Iterable[Diagnostic]:
        expected = {path.answers: path for path in islice(paths(decision), MOST_PATHS + 1)}
        lines = [_read(line) for line in decision.paths]
        left = {answers: path for answers, path in expected.items() if answers not in {line.answers for line in lines}}
        if len(expected) > MOST_PATHS:
            return
        for item, line in enumerate(lines):
            path, location = expected.get(line.answers), decision.location("paths", item)
            if path is None:
                yield cls.found(_why_no_path(decision, line), location, _instead(line, left))
            elif path.outcome != line.outcome:
                message = f"After “{', '.join(line.answers)}” the decision ends in “{path.outcome}”."
                yield cls.found(message, location, f"Write {path}, or change where these answers lead.")
            elif line in lines[:item]:
                yield cls.found(f"The path “{path}” is written twice.", location, "Take this line out.")
        if left:
            yield cls._missing(decision, tuple(left.values()))

    @classmethod
    def _missing(cls, decision: Decision, missing: tuple[Path, ...]) -> Diagnostic:
        count = "A path" if len(missing) == 1 else f"{len(missing)} paths"
        lines = "".join(f"\n  - {path}" for path in missing)
        return cls.found(
            f"{count} of the decision {'is' if len(missing) == 1 else 'are'} not written under paths:.",
            decision.key_location("paths" if decision.paths else "questions"),
            f"Add under paths:{lines}",
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of `paths:`; one that cannot be read has no outcome."""

    answers: tuple[str, ...]
    outcome: str


def _read(line: str) -> _Line:
    *answers, outcome = line.split("->") if "->" in line else (line, "")
    return _Line(tuple(answer.strip() for answer in ",".join(answers).split(",")), outcome.strip())


def _why_no_path(decision: Decision, line: _Line) -> str:
    """Follow the answers of a line and say where they lead nowhere."""
    if not line.outcome:
        return "This is no path: a path is its answers, an arrow and its outcome."
    place = decision.start
    for written in line.answers:
        if place in decision.outcomes:
            return f"The decision ends in “{place}” before the answer “{written}”."
        found = next((answer for answer in decision.questions[place].answers if answer.id == written), None)
        if found is None:
            return f"The question “{place}” has no answer “{written}”."
        place = found.go
    return f"These answers end at the question “{place}”, not in an outcome."


def _instead(line: _Line, left: dict[tuple[str, ...], Path]) -> str:
    """Return what was probably meant, and take it from the paths that are left to tell."""
    by_text = {str(path): answers for answers, path in left.items()}
    near = get_close_matches(f"{', '.join(line.answers)} -> {line.outcome}", by_text, n=1, cutoff=0.5)
    if not near:
        return "Take this line out."
    del left[by_text[near[0]]]
    return f"Write {near[0]}."
