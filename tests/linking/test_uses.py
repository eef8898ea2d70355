"""Which decisions and tables use what."""

from pathlib import Path

import pytest

from policywright.linking import LinkedHandbook, link
from policywright.source import load

COMPLETE = Path(__file__).parents[1] / "handbooks" / "complete"


@pytest.fixture(scope="module")
def linked() -> LinkedHandbook:
    return link(load(COMPLETE)[0])


def told(linked: LinkedHandbook, address: str) -> dict[str, list[str]]:
    return {
        use.decision.address: [place.anchor for place in use.places] for use in linked.uses_of(linked.targets[address])
    }


def test_a_clause_knows_each_question_rule_and_outcome_that_names_it(linked: LinkedHandbook) -> None:
    found = told(linked, "everything#decline")
    assert found["abusive-post"] == ["known", "police", "ask-removal"]
    assert "threats" in found["harmful-post"]


def test_what_only_forms_letters_or_texts_name_is_used_by_no_decision(linked: LinkedHandbook) -> None:
    assert linked.referrers(linked.targets["everything#consent"])
    assert told(linked, "everything#consent") == {}
