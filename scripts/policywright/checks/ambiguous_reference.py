"""References with more than one meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.naming import named, subject, written_as
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook


class AmbiguousReference(Check):
    """A reference that can mean more than one thing.

    Why it matters: the reader would be sent to one of them by chance.

    Refused:

        # policies/registers/topics.yml
          register: topics
          entries:
            - id: facebook
              title: Facebook groups
            - id: friend-requests
              title: Friend requests
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  duty: must
                  actors: [staff]
        >         text: Staff must report posts as [[facebook]] asks.

    Accepted:

        # policies/registers/topics.yml
          register: topics
          entries:
            - id: facebook
              title: Facebook groups
            - id: friend-requests
              title: Friend requests
        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          sections:
            - id: lessons
              title: In lessons
              clauses:
                - id: phones-off
                  duty: must
                  actors: [staff]
                  text: Staff must report posts as [[platform:facebook]] asks.
    """

    name: ClassVar[str] = "ambiguous-reference"
    code: ClassVar[str] = "C16"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each reference with several candidates; equal identifiers have a check of their own."""
        for reference in linked.references:
            candidates = {target.address: target for target in reference.candidates}
            if len(candidates) > 1:
                choices = [f"{written_as(target, reference)} for {named(target)}" for target in candidates.values()]
                yield cls.found(
                    f"“{reference.address}” can mean {' or '.join(named(target) for target in candidates.values())}.",
                    reference.location,
                    f"Write {', or '.join(choices)}.",
                    [Related(f"{subject(target)} is here.", target.location) for target in candidates.values()],
                )
