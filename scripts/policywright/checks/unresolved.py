"""References that lead nowhere, by a fault of their own."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.checks.check import Circumstances
from policywright.checks.last_edition import is_lost, misnamed
from policywright.checks.nearest import nearest
from policywright.linking.linked import LinkedHandbook, Reference, Target


def unresolved(linked: LinkedHandbook, circumstances: Circumstances) -> Iterator[Reference]:
    """Yield each reference that leads nowhere, unless another finding tells the cause.

    Such causes are a file that could not be read or is not called like its document, an identifier that vanished since
    the last edition, an ambiguous reference, and, for the outcome of a decision, that the decision is unknown.
    """
    misnamed_documents = misnamed(linked)
    for reference in linked.references:
        if not (reference.target or reference.unread or reference.candidates[1:]):
            document = reference.address.partition("#")[0]
            is_outcome_of_unknown = reference.kind == "outcome" and document not in linked.targets
            has_vanished = any(is_lost(linked, circumstances, one) for one in (reference.address, document))
            if not (is_outcome_of_unknown or document in misnamed_documents or has_vanished):
                yield reference


def perhaps_meant(linked: LinkedHandbook) -> set[Target]:
    """Return what is probably referred to, and cannot be seen to be, since the reference leads nowhere.

    References to publications are left out, for nobody asks what is not referred to there.
    """
    nowhere = {one.address: one for one in linked.references if not one.target and one.wanted != ("source-provision",)}
    return {target for reference in nowhere.values() for target in nearest(linked, reference)}
