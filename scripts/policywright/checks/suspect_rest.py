"""Things that rest on a rule which has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import kind_of, subject
from policywright.checks.unread import is_whole
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.reviews import resting


class SuspectRest(Check):
    """Something that rests on a rule which says something else than when somebody last looked.

    Why it matters: a form goes on asking what the rule no longer allows, and an answer leads to advice that was right
    last year. Whoever changed the rule did not see the form.

    Words, heading, duty, who bears it and the words of variables count. What somebody looked at counts from that day,
    everything else from the day on which `policywright review --begin` wrote down what the rules said.

    Refused:

        # policies/registers/reviews.yml
          register: reviews
          entries:
            - what: before-a-post#ask
              rests-on: social-media#decline-friend-requests
              fingerprint: 0123456789ab
              by: headteacher
              date: 2026-01-09
              because: The words are those of the rule.
        # policies/schools/checklists/before-a-post.yml
          checklist: before-a-post
          title: Before a post
          part: schools
          steps:
            - title: First
              items:
                - id: ask
                  do: Ask yourself who will read it.
        >         clauses: [social-media#decline-friend-requests]

    Accepted:

        # policies/schools/checklists/before-a-post.yml
          checklist: before-a-post
          title: Before a post
          part: schools
          steps:
            - title: First
              items:
                - id: ask
                  do: Ask yourself who will read it.
                  clauses: [social-media#decline-friend-requests]
    """

    name: ClassVar[str] = "suspect-rest"
    code: ClassVar[str] = "D03"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each thing whose rule was changed, where it names the rule."""
        for one in resting(linked):
            if one.is_suspect and one.last and _is_read(linked, one.rule):
                day = one.last.date.isoformat()
                yield cls.found(
                    f"{subject(one.rule)} was changed since this {kind_of(one.what)} was compared with it on {day}."
                    if one.review
                    else f"{subject(one.rule)} was changed since {day}, and nobody compared this {kind_of(one.what)} "
                    "with it.",
                    one.reference.location,
                    f"See whether it fits. Then: policywright review {one.what.address} --by ROLE --because REASON",
                    [Related("The rule says it here.", one.rule.location)],
                )


def _is_read(linked: LinkedHandbook, rule: Target) -> bool:
    """Whether everything that the rule says could be read."""
    origin = rule.node.origin
    return is_whole(linked.handbook, origin.source.locate(origin.span.start, origin.span.end))
