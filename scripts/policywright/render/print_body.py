"""What the templates of print ask for about a document, whether it stands by itself or in a book."""

from __future__ import annotations

from policywright.linking import LinkedHandbook
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.policy import Policy
from policywright.model.table import Table
from policywright.render.print_chart import charts_of
from policywright.render.stretches import stretches


def particulars(linked: LinkedHandbook, document: Document) -> dict[str, object]:
    """Return what the template of a document's kind asks for, by name."""
    return {
        "document": document,
        "kind": document.kind_key,
        "scope": f"{document.id}.",
        "on_paper": True,
        "stretches": tuple(stretches(document)) if isinstance(document, Table) else (),
        "charts": tuple(charts_of(linked, document)) if isinstance(document, Decision) else (),
        # Where a rule binds everybody to whom the policy applies, its front page has said so.
        "understood_actors": document.applies_to if isinstance(document, Policy) else None,
    }
