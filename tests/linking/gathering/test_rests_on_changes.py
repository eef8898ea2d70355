"""What rests on rules that changed between two states of a handbook."""

from __future__ import annotations

from typing import Any

import pytest
from tests.linking.written import clause, policy, roles, section, settings

from policywright.linking import link
from policywright.linking.gathering.rests_on_changes import ChangedRule, rests_on_changes
from policywright.linking.reviews import resting
from policywright.model.handbook import Handbook
from policywright.model.letter import Letter
from policywright.model.registers import Review, Reviews

RULE = "conduct#quiet"


def handbook(*reviews: Review, school: str = "the school", **rule: Any) -> Handbook:  # noqa: ANN401  any key of a clause
    given = {"id": "quiet", "text": "Be quiet in {{school}}.", **rule}
    letter = {"letter": "ask", "title": "Ask", "part": "schools", "body": [{"text": "Hush."}]}
    letter["clauses"] = [f"conduct#{given['id']}"]
    return Handbook(
        settings(variables=[{"id": "school", "about": "The school", "default": school}]),
        (policy(section("manners", clause(**given))), Letter.model_validate(letter)),
        (roles("head"), Reviews(register_="reviews", entries=reviews)),
    )


def found(before: Handbook, after: Handbook) -> list[ChangedRule]:
    return list(rests_on_changes(before, link(after)))


def reviewed(now: Handbook) -> Review:
    """Return that somebody looked at the letter with a handbook's rule at hand."""
    (one,) = resting(link(now))
    said = {"what": "ask", "rests_on": RULE, "by": "head", "date": "2026-11-22", "because": "It fits."}
    return Review.model_validate(said | {"fingerprint": one.fingerprint})


@pytest.mark.parametrize("otherwise", [{"text": "Be very quiet."}, {"duty": "must"}, {"school": "the academy"}])
def test_what_rests_on_a_rule_that_says_something_else_is_suspect(otherwise: dict[str, str]) -> None:
    (one,) = found(handbook(), handbook(**otherwise))
    assert (one.rule.address, [what.address for what in one.suspect], one.earlier) == (RULE, ["ask"], False)


def test_nothing_is_told_of_a_rule_that_says_what_it_said() -> None:
    assert found(handbook(), handbook(topics=["noise"])) == []


def test_a_rule_that_is_new_makes_nothing_suspect() -> None:
    assert found(handbook(), handbook(id="hush", text="Hush.")) == []


def test_a_rule_that_bears_another_name_is_the_same() -> None:
    (one,) = found(handbook(), handbook(id="hush", formerly=["quiet"], text="Hush."))
    assert one.rule.address == "conduct#hush"


def test_what_somebody_has_looked_at_since_is_not_suspect() -> None:
    review = reviewed(handbook(text="Hush."))
    (one,) = found(handbook(), handbook(review, text="Hush."))
    assert one.suspect == ()
    assert one.dependants[0].looked == review


def test_what_somebody_looked_at_before_the_change_is_suspect() -> None:
    (one,) = found(handbook(), handbook(reviewed(handbook()), text="Hush."))
    assert [what.address for what in one.suspect] == ["ask"]


def test_what_is_suspect_since_an_earlier_change_is_told_as_such() -> None:
    now = handbook(reviewed(handbook()), text="Hush.")
    (one,) = found(now, now)
    assert one.earlier
