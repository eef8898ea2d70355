"""Documents that are hard to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import named
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.linking.readability import PLAIN_UP_TO

ENOUGH_WORDS = 100
"""The words from which on the measure holds; it was made for samples of that length."""


class ReadingAge(Check):
    """A document whose sentences and words are too long for many of its readers.

    Why it matters: people read rules in a hurry, on a telephone, or in their second language. Where they
    must read a sentence twice they guess, and a rule that was guessed at is not kept.

    The reading age is the school grade after Flesch and Kincaid plus five years. It stands at the foot of
    each document's page. A document of fewer than 100 words is not judged, nor is one
    that was withdrawn or is not in English.

    Refused:

        # policies/schools/phones.yml
          policy: phones
        > title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: messages
              title: Messages
              introduction: |
                Irrespective of the technological circumstances in which communications originate, the
                establishment anticipates that recipients of correspondence demonstrate considerable
                professionalism, particularly where inappropriate familiarity could subsequently be
                misinterpreted by individuals unacquainted with the relationship.

                Notwithstanding the aforementioned expectations, communications of an administrative
                character, including notifications regarding examinations, extracurricular activities and
                transportation, may be disseminated electronically, provided that the appropriate
                authorisation has previously been obtained from the individual responsible for the
                administration of telecommunications within the establishment, and provided that the
                confidentiality of personal information concerning learners, their families and all other
                members of the educational community is consistently maintained throughout. Representatives
                experiencing uncertainty regarding these requirements are invited to communicate with the
                designated coordinator at the earliest practicable opportunity.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: messages
              title: Messages
              introduction: |
                We write to each other as colleagues do. A message that sounds too friendly can be taken
                amiss by somebody who does not know you both. So read it once more before you send it, and
                think how it would look on the front page of the local paper.

                Messages about the running of the school are welcome. They tell people about exams, clubs
                and buses. Ask the office first, since one person there looks after all the telephones of
                the school. Say nothing in a message about a pupil, a family or a colleague that is
                private. If you are not sure what is private, ring the office, and wait for the answer
                before you write.
    """

    name: ClassVar[str] = "reading-age"
    code: ClassVar[str] = "F06"
    severity: ClassVar[Severity] = Severity.NOTE

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each document that is long enough to be judged, and too hard."""
        for document in linked.handbook.documents:
            measured = linked.readability(document) if document.status != "withdrawn" else None
            if measured and measured.words >= ENOUGH_WORDS and measured.age > PLAIN_UP_TO:
                length = measured.words / measured.sentences
                yield cls.found(
                    f"The reading age of {named(linked.target_of(document))} is {measured.age}; "
                    f"its sentences have {length:.0f} words on average.",
                    document.location("title"),
                    f"Aim at {PLAIN_UP_TO} or less: say one thing in a sentence, and take the everyday word.",
                )
