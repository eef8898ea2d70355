"""The words "may not" where they can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.duty_words import duty_words
from policywright.linking.linked import LinkedHandbook
from policywright.model.checklist import Item
from policywright.model.decision import Action, Outcome
from policywright.model.form import Statement
from policywright.model.node import Node
from policywright.model.policy import Provision
from policywright.model.walk import Written

_RULES: tuple[tuple[type[Node], tuple[str, ...]], ...] = (
    (Provision, ("text", "continues")),
    (Item, ("do", "help")),
    (Action, ("act",)),
    (Outcome, ("text",)),
    (Statement, ("text",)),
)
_MAY_NOT = re.compile(r"may[\s*_]+not", re.IGNORECASE)
_POSSIBLE = re.compile(
    r"[\s*_]+(?:always|also|apply|appear|be (?:able|aware|clear|easy|enough|possible|right|safe|sure|true|what)|even"
    r"|exist|fit|happen|have|know|look|matter|mean|mind|need|notice|realise|remember|seem|understand|want|wish|work"
    r"|yet)\b"
)


class AmbiguousMayNot(Check):
    """A rule with "may not", which some read as a ban and others as a permission.

    Why it matters: "Parents may not attend" forbids them to come, or says that they perhaps stay away. In a dispute the
    reader who did what the rule forbids is right to say that it did not.

    Where only the second reading is possible, as in "you may not be aware" or "a post that may not last", nothing is
    flagged.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: events
              title: At events
              clauses:
                - id: films
                  duty: must-not
                  actors: [parent]
        >         text: Parents may not film the school play.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: events
              title: At events
              clauses:
                - id: films
                  duty: must-not
                  actors: [parent]
                  text: Parents must not film the school play, though they may not be aware of that.
    """

    name: ClassVar[str] = "ambiguous-may-not"
    code: ClassVar[str] = "F23"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each "may not" of a rule that could be a ban."""
        for written in _rules(linked):
            for words in duty_words(written.text):
                if words.governs and _can_be_a_ban(written.text, words.start):
                    yield cls.found(
                        "“may not” can be read as a ban, or as a guess that something does not happen.",
                        written.location(words.start, words.end),
                        "Write “must not” for a ban, “need not” where nobody has to, or “might not” for a guess.",
                    )


def _rules(linked: LinkedHandbook) -> Iterator[Written]:
    """Yield the words of rules, steps and outcomes that have a "may not" somewhere."""
    for document in linked.handbook.documents:
        for written in linked.handbook.prose_in(document):
            if _MAY_NOT.search(written.text) and _is_rule(written):
                yield written


def _is_rule(written: Written) -> bool:
    return any(isinstance(written.node, kind) and written.field in fields for kind, fields in _RULES)


def _can_be_a_ban(text: str, start: int) -> bool:
    match = _MAY_NOT.match(text, start)
    return bool(match) and not _POSSIBLE.match(text, match.end() if match else 0)
