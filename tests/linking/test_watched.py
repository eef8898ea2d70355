"""Whatever somebody looks at of a linked handbook under watch, its document is noted."""

from collections.abc import Callable
from operator import methodcaller
from pathlib import Path

import pytest

from policywright.linking import LinkedHandbook, link
from policywright.linking.linked import Target
from policywright.linking.watched import EVERYTHING, Seen, WatchedLinks
from policywright.source import load

CLAUSE = "everything#decline"


@pytest.fixture(scope="module")
def linked(complete: Path) -> LinkedHandbook:
    return link(load(complete)[0])


def seen_by(linked: LinkedHandbook, ask: Callable[[WatchedLinks], object]) -> set[str]:
    """Return what is noted of whoever asks something."""
    seen = Seen()
    ask(WatchedLinks(linked, seen))
    return seen.names


def documents(*targets: Target | None) -> set[str]:
    return {target.document.id for target in targets if target and target.document}


def test_a_target_is_noted_by_its_document_whether_it_is_there_or_not(linked: LinkedHandbook) -> None:
    assert seen_by(linked, lambda links: links.targets[CLAUSE]) == {"everything"}
    assert seen_by(linked, lambda links: links.targets.get("nothing#like-it")) == {"nothing"}
    node = linked.targets[CLAUSE].node
    assert seen_by(linked, lambda links: links.target_of(node)) == {"everything"}
    assert seen_by(linked, lambda links: links.by_node.get(id(linked))) == set()


def test_who_cites_a_target_is_noted(linked: LinkedHandbook) -> None:
    target = linked.targets[CLAUSE]
    expected = documents(target, *(reference.source for reference in linked.referrers(target)))
    assert len(expected) > 2
    assert seen_by(linked, lambda links: links.referrers(target)) == expected


def test_who_uses_a_target_is_noted(linked: LinkedHandbook) -> None:
    target = linked.targets[CLAUSE]
    expected = documents(target, *(use.decision for use in linked.uses_of(target)))
    assert len(expected) > 2
    assert seen_by(linked, lambda links: links.uses_of(target)) == expected


def test_what_a_text_cites_is_noted(linked: LinkedHandbook) -> None:
    citing = [reference for reference in linked.references if documents(reference.target) - documents(reference.source)]
    assert {reference.kind == "text" for reference in citing} == {True, False}
    for one in citing:
        written = one.written
        expected = documents(one.target)
        assert expected <= seen_by(linked, methodcaller("marks_in", written.node, written.field, written.item))
        if one.source and one.kind == "text":
            assert expected <= seen_by(linked, methodcaller("prose_references", one.source))


def test_who_cites_or_uses_what_no_document_holds_may_be_anybody(linked: LinkedHandbook) -> None:
    role = linked.targets["role:headteacher"]
    assert EVERYTHING in seen_by(linked, lambda links: links.referrers(role))
    assert EVERYTHING in seen_by(linked, lambda links: links.uses_of(role))


WHOLES: dict[str, Callable[[WatchedLinks], object]] = {
    "all targets": lambda links: list(links.targets),
    "how many there are": lambda links: len(links.targets),
    "all nodes": lambda links: list(links.by_node),
    "all references": lambda links: links.references,
    "all documents": lambda links: links.handbook.documents,
    "all terms in use": lambda links: links.terms,
}


@pytest.mark.parametrize("ask", WHOLES.values(), ids=WHOLES)
def test_whoever_asks_for_a_whole_has_looked_at_everything(
    linked: LinkedHandbook, ask: Callable[[WatchedLinks], object]
) -> None:
    assert seen_by(linked, ask) == {EVERYTHING}
