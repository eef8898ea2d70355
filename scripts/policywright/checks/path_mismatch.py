"""Paths that are written down otherwise than the decision takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.path_lines import WrongLine, compare
from policywright.checks.unread import has_lost
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import Path, holds_together, paths
from policywright.model.decision import Decision

MOST_PATHS = 500
"""The most paths that are asked for: nobody reads a longer list."""

_BRANCHES = ("start", "questions", "answers", "id", "go", "outcomes", "paths")
"""The keys that make the paths."""

_BEGIN = "Add at the end of the file:\npaths:"


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
    told_once_in = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each cause of wrong lines, at the first of them, and one for all that are missing."""
        for decision in linked.handbook.of_kind(Decision):
            whole = holds_together(decision) and not has_lost(linked.handbook, decision, _BRANCHES)
            if whole and (decision.paths or len(decision.questions) > 1):
                yield from cls._compared(decision)

    @classmethod
    def _compared(cls, decision: Decision) -> Iterable[Diagnostic]:
        expected = tuple(islice(paths(decision), MOST_PATHS + 1))
        if len(expected) > MOST_PATHS:
            return
        comparison = compare(decision, expected)
        by_cause = defaultdict[str, list[WrongLine]](list)
        for wrong in comparison.wrong:
            by_cause[wrong.message].append(wrong)
        for message, lines in by_cause.items():
            first, *others = (decision.location("paths", line.item) for line in lines)
            meant = tuple(path for line in lines for path in line.meant)
            related = [Related("This line has the same fault.", location) for location in others]
            yield cls.found(message, first, _instead(meant), related)
        if comparison.missing:
            yield cls._missing(decision, comparison.missing)

    @classmethod
    def _missing(cls, decision: Decision, missing: tuple[Path, ...]) -> Diagnostic:
        count = "A path" if len(missing) == 1 else f"{len(missing)} paths"
        return cls.found(
            f"{count} of the decision {'is' if len(missing) == 1 else 'are'} not written under paths:.",
            decision.key_location("paths" if decision.paths else "questions"),
            f"{'Add under paths:' if decision.paths else _BEGIN}{_as_lines(missing)}",
        )


def _instead(meant: tuple[Path, ...]) -> str:
    if len(meant) > 1:
        return f"If the answers lead where you mean, write:{_as_lines(meant)}"
    return f"Write {meant[0]}, or mend where the answers lead." if meant else "Take the line out."


def _as_lines(paths: tuple[Path, ...]) -> str:
    return "".join(f"\n  - {path}" for path in paths)
