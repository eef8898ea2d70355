"""The papers of a policy to measure with: a decision and a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.policies import OWNER, beginning

_PATHS = (
    "yes -> call",
    "unsure -> ask",
    "no, yes -> note",
    "no, unsure -> ask",
    "no, no, yes -> ask",
    "no, no, no -> note",
    "no, no, unsure -> ask",
)


def decision(policy: str) -> Mapping[str, Any]:
    """Return the decision of a policy: three questions and three outcomes, whose stories lead to two of them."""
    document = beginning("decision", f"{policy}-decision", f"What to do under {policy}")
    document["start"] = "harm"
    document["questions"] = {
        "harm": _question(policy, 0, "Was anybody harmed?", "call", "agreed"),
        "agreed": _question(policy, 1, "Was it agreed beforehand?", "note", "recent"),
        "recent": _question(policy, 2, "Did it happen within the last week?", "ask", "note"),
    }
    document["outcomes"] = {
        "call": _outcome(policy, 1, "Call for help now") | {"urgent": "yes"},
        "ask": _outcome(policy, 2, "Ask the head teacher") | {"use": [f"{policy}-form"]},
        "note": _outcome(policy, 3, "Write it down and go on"),
    }
    document["paths"] = _PATHS
    document["stories"] = [
        _story(policy, "fall", "A visitor falls on the stairs and cannot stand up.", ["yes"], "call"),
        _story(policy, "trip", "A class comes back from a trip on which all went as planned.", ["no", "yes"], "note"),
    ]
    return document


def _question(policy: str, number: int, ask: str, yes: str, no: str) -> Mapping[str, Any]:
    answers = [("yes", "Yes", yes), ("no", "No", no), ("unsure", "I am not sure", "ask")]
    return {
        "ask": ask,
        "clauses": [f"{policy}#clause-{number}-{number}"],
        "answers": [{"id": name, "say": say, "go": go} for name, say, go in answers],
    }


def _outcome(policy: str, number: int, title: str) -> dict[str, Any]:
    deed = {"act": "Tell the head teacher what was done", "by": OWNER, "when": "on the same day"}
    return {"title": title, "do": [deed], "clauses": [f"{policy}#clause-{number}-{number}"]}


def _story(policy: str, name: str, situation: str, answers: list[str], outcome: str) -> Mapping[str, Any]:
    return {
        "id": name,
        "situation": situation,
        "answers": answers,
        "outcome": outcome,
        "because": "The clause asks for just this.",
        "clauses": [f"{policy}#clause-0-0"],
    }


def form(policy: str) -> Mapping[str, Any]:
    """Return the form of a policy, of a page: whom it is about, what is asked, and a signature."""
    return beginning("form", f"{policy}-form", f"Record of what happened under {policy}") | {
        "who-fills": "staff",
        "returns-to": OWNER,
        "keep": {"where": "the school office", "until": "the pupil leaves", "because": "The school answers for it."},
        "sections": [
            {"title": "What happened", "fields": _fields(policy)},
            {
                "title": "Signature",
                "statements": [{"id": "true", "text": f"I know what [[{policy}#clause-0-0]] asks of me."}],
                "fields": [{"id": "signed", "label": "Signature", "type": "signature"}],
            },
        ],
        "clauses": [f"{policy}#clause-0-0"],
    }


def _fields(policy: str) -> list[Mapping[str, Any]]:
    return [
        {"id": "name", "label": "Name", "type": "name"},
        {"id": "day", "label": "Day on which it happened", "type": "date"},
        {"id": "place", "label": "Where it happened", "type": "pick-one", "options": ["in school", "on the way"]},
        {"id": "told", "label": "What happened", "type": "long-text", "lines": 6, "clauses": [f"{policy}#clause-1-1"]},
        {"id": "seen", "label": "Did anybody see it?", "type": "yes-no"},
        {"id": "who", "label": "Who saw it", "type": "text", "show-if": {"field": "seen", "is": "yes"}},
    ]
