"""What an adopter leaves out and its handbook still leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.linked import LinkedHandbook, Reference
from policywright.model.adopter import Adopter, LeftOut


class LeftOutAndCited(Check):
    """An adopter leaves something out to which the rest of its handbook leads.

    Why it matters: a reader who follows a rule, or a step of a decision, is sent to a place that says nothing. Where
    what is left out is not even mentioned, the place is not there, and the handbook is not published.

    Refused:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables: {school-name: Hill School}
          leave-out:
        >   - provision: social-media#decline-friend-requests
              because: We have no pupils on such sites.

    Accepted:

        # policies/adopters/hill-school.yml
          adopter: hill-school
          name: Hill School
          takes: [{policy: social-media}]
          variables: {school-name: Hill School}
          leave-out:
            - provision: social-media#tell-the-headteacher
              because: We have no pupils on such sites.
    """

    name: ClassVar[str] = "left-out-and-cited"
    code: ClassVar[str] = "E10"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each thing that is left out and cited, where it is left out."""
        adoption = linked.handbook.adoption
        if adoption is None:
            return
        cited = _cited(linked, adoption.left_out)
        for address, left_out in adoption.left_out.items():
            if address in cited:
                found = cls.found(
                    f"“{left_out.what}” is left out, and the handbook still leads to it.",
                    left_out.location(),
                    _remedy(adoption.adopter),
                    [Related("It is referred to here.", reference.location) for reference in cited[address]],
                )
                yield found if adoption.adopter.left_out_is == "noted" else replace(found, severity=Severity.ERROR)


def _cited(linked: LinkedHandbook, left_out: Mapping[str, LeftOut]) -> Mapping[str, Sequence[Reference]]:
    """Return the references to what is left out, by its address; those to something in it lead nowhere too."""
    found = defaultdict[str, list[Reference]](list)
    for reference in linked.references:
        document = reference.address.partition("#")[0]
        address = next((one for one in (reference.address, document) if one in left_out), "")
        if address and reference.source and not reference.source.withdrawn:
            found[address].append(reference)
    return found


def _remedy(adopter: Adopter) -> str:
    noted = adopter.left_out_is == "noted"
    otherwise = "" if noted else ", or write left-out-is: noted"
    return f"Amend it in place of leaving it out, or leave out or amend what leads to it too{otherwise}."
