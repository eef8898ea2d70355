"""Handbooks for the tests of linking, written as short Python values in place of files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from policywright.linking import LinkedHandbook, link
from policywright.model.document import Document
from policywright.model.handbook import Handbook, Settings
from policywright.model.policy import Policy
from policywright.model.registers import Glossary, Laws, Register, Roles

Written = dict[str, Any]


def settings(**more: object) -> Settings:
    given = {
        "handbook": "test",
        "title": "Test",
        "publisher": "A council",
        "parts": [{"id": "schools", "title": "Schools"}],
    }
    return Settings.model_validate(given | more)


def policy(*sections: Written, policy: str = "conduct", **more: object) -> Policy:
    given = {"policy": policy, "title": "Conduct", "part": "schools", "sections": sections}
    return Policy.model_validate(given | more)


def clause(id: str, text: str = "Words.", *points: Written, **more: object) -> Written:  # noqa: A002
    return {"id": id, "text": text, "points": points, **more}


def section(id: str, *clauses: Written, **more: object) -> Written:  # noqa: A002
    return {"id": id, "title": id.capitalize(), "clauses": clauses, **more}


def roles(*identifiers: str) -> Roles:
    return Roles.model_validate({"register": "roles", "entries": [{"id": i, "title": f"the {i}"} for i in identifiers]})


def laws(**titles: str) -> Laws:
    entries = [{"id": name.replace("_", "-"), "title": title} for name, title in titles.items()]
    return Laws.model_validate({"register": "laws", "entries": entries})


def glossary(*terms: Mapping[str, object]) -> Glossary:
    entries = [{"id": f"term-{place}", "definition": "What it means."} | dict(term) for place, term in enumerate(terms)]
    return Glossary.model_validate({"register": "glossary", "entries": entries})


def linked(*documents: Document, registers: Sequence[Register] = (), **more: object) -> LinkedHandbook:
    return link(Handbook(settings(**more), documents, tuple(registers)))


def numbers(found: LinkedHandbook) -> dict[str, str]:
    """Return the number of everything that bears one, by its address."""
    return {address: target.number for address, target in found.targets.items() if target.number}


def _named(written: Written, names: list[int]) -> Written:
    """Give every provision, section and annex of a drawn tree an identifier of its own."""
    names[0] += 1
    name = f"x{names[0]}"
    inner = {
        key: [_named(child, names) for child in value] if isinstance(value, list) else value
        for key, value in written.items()
    }
    return {"id": name} | inner


def _policy_of(tops: tuple[list[Written], list[Written], str]) -> Written:
    names = [0]
    bodies, annexes, word = tops
    return {
        "policy": "conduct",
        "title": "Conduct",
        "part": "schools",
        "annex_word": word,
        "sections": [_named(top, names) for top in bodies],
        "annexes": [_named(top, names) for top in annexes],
    }


_points = st.recursive(
    st.just({"text": "Words."}),
    lambda inner: st.fixed_dictionaries({"text": st.just("Words."), "points": st.lists(inner, max_size=4)}),
    max_leaves=8,
)
_sections = st.recursive(
    st.fixed_dictionaries({"title": st.just("Title"), "clauses": st.lists(_points, max_size=4)}),
    lambda inner: st.fixed_dictionaries(
        {"title": st.just("Title"), "clauses": st.lists(_points, max_size=2), "sections": st.lists(inner, max_size=3)}
    ),
    max_leaves=4,
)

policies = st.tuples(
    st.lists(_sections, max_size=4), st.lists(_sections, max_size=3), st.sampled_from(["Annex", "Appendix", "Schedule"])
).map(_policy_of)
"""Policies of any shape, without pinned numbers, as an editor would write them."""
