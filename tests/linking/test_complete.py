"""Linking a handbook that uses everything that the model has."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from policywright.linking import LinkedHandbook, link
from policywright.linking.linked import TargetKind
from policywright.model.walk import descendants, typed_references
from policywright.source import load

_FOLDER = Path(__file__).parents[1] / "handbooks" / "complete"


@pytest.fixture(scope="module")
def found() -> LinkedHandbook:
    handbook, faults = load(_FOLDER)
    assert faults == ()
    return link(handbook)


def test_it_has_targets_of_every_kind(found: LinkedHandbook) -> None:
    assert {target.kind for target in found.targets.values()} == set(get_args(TargetKind))


def test_every_reference_leads_somewhere(found: LinkedHandbook) -> None:
    assert [str(reference.location) for reference in found.references if reference.target is None] == []


def test_every_field_that_refers_makes_a_reference(found: LinkedHandbook) -> None:
    handbook = found.handbook
    tops = (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources)
    written = Counter(
        (text.text, str(text.location()))
        for top in tops
        for node in descendants(top)
        for text, _ in typed_references(node)
    )
    told = Counter((one.written.text, str(one.written.location())) for one in found.references)
    assert written.total() > 0
    assert written <= told


def test_the_address_of_everything_is_its_own(found: LinkedHandbook) -> None:
    assert found.duplicates == ()
    assert len(found.by_node) == len(found.targets)


def test_no_two_things_in_one_document_share_a_number(found: LinkedHandbook) -> None:
    numbers = Counter((target.document.id, target.number) for target in found.targets.values() if target.document)
    assert [place for place, times in numbers.items() if times > 1 and place[1]] == []


def test_no_title_holds_a_mark(found: LinkedHandbook) -> None:
    marked = [target.title for target in found.targets.values() if set("[]{}*`\n") & set(target.title)]
    assert marked == []
