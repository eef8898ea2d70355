"""References that lead nowhere, by a fault of their own."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.checks.check import Circumstances
from policywright.checks.last_edition import is_lost
from policywright.linking.linked import LinkedHandbook, Reference


def unresolved(linked: LinkedHandbook, circumstances: Circumstances) -> Iterator[Reference]:
    """Yield each reference that leads nowhere, unless another finding tells the cause.

    Such causes are a file that could not be read, an identifier that vanished since the last edition, an ambiguous
    reference, and, for the outcome of a decision, that the decision is unknown.
    """
    for reference in linked.references:
        if not (reference.target or reference.unread or reference.candidates[1:] or _is_of_unknown(linked, reference)):
            document = reference.address.partition("#")[0]
            if not any(is_lost(linked, circumstances, address) for address in (reference.address, document)):
                yield reference


def _is_of_unknown(linked: LinkedHandbook, reference: Reference) -> bool:
    return reference.kind == "outcome" and reference.address.partition("#")[0] not in linked.targets
