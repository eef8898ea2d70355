"""Citation: what a target is called in a sentence."""

from __future__ import annotations

from policywright.linking.linked import Target
from policywright.model.handbook import Words


def short_citation(target: Target, words: Words) -> str:
    """Return what a target is called within its document: `clause 6.5`, or its title where it bears no number."""
    match target.kind:
        case "source-provision":
            return target.label
        case _ if not target.number:
            return target.title
        case "annex" | "story" | "rule":
            return target.number
        case "clause" | "point":
            return f"{words.clause} {target.number}"
        case "section":
            return f"{words.section} {target.number}"
        case kind:
            return f"{kind} {target.number}"
