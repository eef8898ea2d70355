"""Stories that do not end where they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import suggestion
from policywright.checks.unread import has_lost
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import Way
from policywright.linking.stories import way_of
from policywright.model.decision import Decision
from policywright.model.story import Story

_BRANCHES = ("start", "questions", "answers", "id", "go", "outcomes", "outcome")
"""The keys that make the way of a story."""


class StoryMismatch(Check):
    """A story whose answers do not lead to its outcome, or that gives an answer which its question does not offer.

    Why it matters: a story is a worked example, a situation that people practise on, and a test of its decision. Where
    it differs from what the decision does, one of the two tells your colleagues something wrong.

    `answers` are the `id` of each answer in order, as in a line of `paths:`, up to the outcome. `wrong:` names other
    outcomes than that one, each once.

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
                  go: tell-office
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
            tell-office:
              title: Tell the office
              text: The office blocks the number.
          stories:
            - id: school-trip
              situation: A telephone is left on a bus after a school trip. The camera was used all day.
        >     answers: [many]
              outcome: tell-headteacher
              because: There are pictures of pupils on it.
            - id: empty
              situation: A new telephone is lost on its way to the school.
              answers: [none]
        >     outcome: tell-headteacher
              because: Nothing is on it yet.

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
                  go: tell-office
          outcomes:
            tell-headteacher:
              title: Tell the head teacher
              text: The head teacher decides what to do.
            tell-office:
              title: Tell the office
              text: The office blocks the number.
          stories:
            - id: school-trip
              situation: A telephone is left on a bus after a school trip. The camera was used all day.
              answers: [some]
              outcome: tell-headteacher
              because: There are pictures of pupils on it.
            - id: empty
              situation: A new telephone is lost on its way to the school.
              answers: [none]
              outcome: tell-office
              because: Nothing is on it yet.
              wrong:
                - outcome: tell-headteacher
                  because: There is nothing on it that the head teacher has to decide about.
    """

    name: ClassVar[str] = "story-mismatch"
    code: ClassVar[str] = "G35"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for the first answer at which a story leaves its way, or else for its end.

        An answer that leads to nothing is told by its own check.
        """
        for decision in linked.handbook.of_kind(Decision):
            if decision.start in decision.questions and not has_lost(linked.handbook, decision, _BRANCHES):
                for story in decision.stories:
                    yield from cls._outcomes(decision, story)
                    yield from cls._way(decision, story)

    @classmethod
    def _way(cls, decision: Decision, story: Story) -> Iterable[Diagnostic]:
        way = way_of(decision, story)
        if way.to not in {**decision.questions, **decision.outcomes}:
            return
        if len(way.turns) < len(story.answers):
            yield cls._strayed(decision, story, way)
        elif way.to in decision.questions:
            yield cls._unfinished(decision, story, way)
        elif story.outcome in decision.outcomes and way.to != story.outcome:
            yield cls.found(
                f"The answers lead to “{way.to}”, and the story expects “{story.outcome}”.",
                story.location("outcome"),
                f"Write {way.to}, or mend where the answers lead.",
            )

    @classmethod
    def _strayed(cls, decision: Decision, story: Story, way: Way) -> Diagnostic:
        """Return the finding at the first answer that is not offered."""
        item = len(way.turns)
        written, place = story.answers[item], story.location("answers", item)
        if way.to in decision.questions:
            question = decision.questions[way.to]
            message = f"This story answers “{written}” to “{question.ask}”; that question has no such answer."
            return cls.found(message, place, suggestion(written, [answer.id for answer in question.answers]))
        message = f"The answer “{story.answers[item - 1]}” leads to the outcome “{way.to}”, where the way ends."
        return cls.found(message, place, f"Take out {', '.join(story.answers[item:])}.")

    @classmethod
    def _unfinished(cls, decision: Decision, story: Story, way: Way) -> Diagnostic:
        question, last = decision.questions[way.to], len(story.answers) - 1
        return cls.found(
            f"After “{story.answers[last]}” comes the question “{question.ask}”, which this story does not answer.",
            story.location("answers", last),
            f"Add an answer to it: {', '.join(answer.id for answer in question.answers)}.",
        )

    @classmethod
    def _outcomes(cls, decision: Decision, story: Story) -> Iterable[Diagnostic]:
        """Yield a finding for each outcome that there is none of, and for each wrong one that is right or repeated."""
        if story.outcome not in decision.outcomes:
            message = f"No outcome of this decision is called “{story.outcome}”."
            yield cls.found(message, story.location("outcome"), suggestion(story.outcome, decision.outcomes))
        seen = {story.outcome}
        for wrong in story.wrong:
            if wrong.outcome not in decision.outcomes:
                message = f"No outcome of this decision is called “{wrong.outcome}”."
                yield cls.found(message, wrong.location("outcome"), suggestion(wrong.outcome, decision.outcomes))
            elif wrong.outcome in seen:
                right = wrong.outcome == story.outcome
                message = f"“{wrong.outcome}” is {'the right outcome' if right else 'called wrong before'}."
                yield cls.found(message, wrong.location("outcome"), "Take it out, or name another outcome.")
            seen.add(wrong.outcome)
