"""Stories that turn on a rule which their way does not rest on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.unread import has_lost
from policywright.checks.unresolved import perhaps_meant
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.linking.stories import grounds, holds
from policywright.model.decision import Decision
from policywright.model.story import Story


class StoryClauseElsewhere(Check):
    """A story that names a clause on which neither its outcome nor a question on its way rests.

    Why it matters: whoever practises on the story learns which rule decides. If the decision itself does not name that
    rule, either the story teaches another one, or the decision forgets to cite it.

    A clause or point within what the decision names, such as a clause of a section, may be named too.

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
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
              clauses: [telephones#pictures]
          stories:
            - id: school-trip
              situation: A telephone is left on a bus after a school trip. The camera was used all day.
              answers: [some]
              outcome: tell-headteacher
              because: There are pictures of pupils on it.
        >     clauses: [telephones#numbers]
        # policies/schools/telephones.yml
          policy: telephones
          title: Telephones
          part: schools
          sections:
            - id: lost
              title: Lost telephones
              clauses:
                - id: pictures
                  text: The head teacher decides about pictures that are lost.
                - id: numbers
                  text: The office blocks the number of a lost telephone.

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
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
              clauses: [telephones#pictures]
          stories:
            - id: school-trip
              situation: A telephone is left on a bus after a school trip. The camera was used all day.
              answers: [some]
              outcome: tell-headteacher
              because: There are pictures of pupils on it.
              clauses: [telephones#pictures]
        # policies/schools/telephones.yml
          policy: telephones
          title: Telephones
          part: schools
          sections:
            - id: lost
              title: Lost telephones
              clauses:
                - id: pictures
                  text: The head teacher decides about pictures that are lost.
                - id: numbers
                  text: The office blocks the number of a lost telephone.
    """

    name: ClassVar[str] = "story-clause-elsewhere"
    code: ClassVar[str] = "G36"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each such clause; of a story that does not hold, nobody knows what it rests on."""
        meant = perhaps_meant(linked)
        for decision in linked.handbook.of_kind(Decision):
            if not has_lost(linked.handbook, decision, ("clauses",)):
                for story in (story for story in decision.stories if holds(decision, story)):
                    yield from cls._clauses(linked, decision, story, meant)

    @classmethod
    def _clauses(
        cls, linked: LinkedHandbook, decision: Decision, story: Story, meant: Container[Target]
    ) -> Iterable[Diagnostic]:
        allowed = {target.address: target for target in grounds(linked, decision, story)}
        for item in range(len(story.clauses)):
            for mark in linked.marks_in(story, "clauses", item):
                target = mark.target if isinstance(mark, Reference) else None
                if target and not any(around.address in allowed or around in meant for around in _around(target)):
                    yield cls.found(
                        f"Neither the questions of this story nor its outcome “{story.outcome}” rest on this.",
                        story.location("clauses", item),
                        f"Name one of: {', '.join(allowed)}; or let the decision cite it."
                        if allowed
                        else "Let the decision cite it.",
                    )


def _around(target: Target) -> Iterator[Target]:
    """Yield a target and everything that it stands in."""
    yield target
    if target.parent is not None:
        yield from _around(target.parent)
