"""Which thing a diagnostic is about."""

from pathlib import Path

import pytest

from policywright import linking, source
from policywright.diagnostics import Diagnostic, Location, Severity
from policywright.linking import LinkedHandbook
from policywright.render.in_place import in_place

POLICY = "policies/schools/social-media.yml"


@pytest.fixture(scope="module")
def linked(minimal: Path) -> LinkedHandbook:
    return linking.link(source.load(minimal)[0])


def found(linked: LinkedHandbook, location: Location) -> list[str]:
    diagnostic = Diagnostic("any", "X01", Severity.ERROR, "Something.", location)
    return [linked.by_node[node].address for node in in_place(linked, [diagnostic])]


def test_what_stands_in_a_clause_is_about_the_clause(linked: LinkedHandbook) -> None:
    clause = linked.targets["social-media#tell-the-headteacher"]
    assert found(linked, clause.node.location("text")) == [clause.address]


def test_what_stands_before_the_first_clause_is_about_its_section(linked: LinkedHandbook) -> None:
    section = linked.targets["social-media#personal-use"]
    assert found(linked, section.node.location("title")) == [section.address]


def test_what_stands_in_no_section_is_about_the_document(linked: LinkedHandbook) -> None:
    document = linked.targets["social-media"]
    assert found(linked, document.node.location("owner")) == ["social-media"]


def test_what_stands_in_no_target_is_left_out(linked: LinkedHandbook) -> None:
    assert found(linked, Location("policies/schools/unreadable.yml", 3)) == []
