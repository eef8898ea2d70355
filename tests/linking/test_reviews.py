"""What rests on rules, and what was written down of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.linking.written import clause, policy, roles, section, settings

from policywright.linking import LinkedHandbook, link
from policywright.linking.reviews import resting
from policywright.model.form import Form
from policywright.model.handbook import Handbook
from policywright.model.letter import Letter
from policywright.model.registers import Reviews

QUIET, OTHER = "conduct#quiet", "0" * 12


def letter(*paragraphs: dict[str, Any], clauses: tuple[str, ...] = ()) -> Letter:
    body = [{"text": "Dear parent"}, *paragraphs]
    return Letter.model_validate({"letter": "ask", "title": "Ask", "part": "schools", "body": body, "clauses": clauses})


def form(*fields: dict[str, Any], **more: object) -> Form:
    sections = [{"title": "You", "fields": fields}]
    return Form.model_validate({"form": "consent", "title": "Consent", "part": "schools", "sections": sections, **more})


def handbook(*documents: Letter | Form, reviews: Reviews | None = None, **rule: object) -> LinkedHandbook:
    manners = policy(section("manners", clause("quiet", "Be quiet.", **rule), clause("kind", "Be kind.")))
    return link(Handbook(settings(), (manners, *documents), (roles("head"), *([reviews] if reviews else []))))


def found(linked: LinkedHandbook) -> list[tuple[str, str]]:
    return [(one.what.address, one.rule.address) for one in resting(linked)]


def begun(rules: dict[str, str], *entries: dict[str, str]) -> Reviews:
    said = {"by": "head", "date": "2026-11-22", "because": "All was written together."}
    written = {"register": "reviews", "begun": [said | {"rules": rules}], "entries": [said | one for one in entries]}
    return Reviews.model_validate(written)


def test_a_paragraph_of_a_letter_rests_on_the_rules_that_it_names() -> None:
    linked = handbook(letter({"id": "please", "text": "Please be quiet.", "clauses": [QUIET]}))
    assert found(linked) == [("ask#please", QUIET)]
    assert linked.targets["ask#please"].title == "Please be quiet"


def test_a_paragraph_without_a_name_speaks_for_its_letter() -> None:
    assert found(handbook(letter({"text": "Please be quiet.", "clauses": [QUIET]}))) == [("ask", QUIET)]


def test_what_names_a_rule_as_a_whole_and_in_a_part_rests_on_it_in_that_part() -> None:
    paragraph = {"id": "please", "text": "Please be quiet.", "clauses": [QUIET]}
    whole = letter(paragraph, clauses=(QUIET, "conduct#kind"))
    assert sorted(found(handbook(whole))) == [("ask", "conduct#kind"), ("ask#please", QUIET)]

    field = {"id": "hush", "label": "Hush?", "type": "text", "clauses": [QUIET]}
    assert found(handbook(form(field, clauses=[QUIET]))) == [("consent#hush", QUIET)]


def test_what_nobody_wrote_down_is_not_suspect() -> None:
    (one,) = resting(handbook(letter(clauses=(QUIET,))))
    assert (one.last, one.is_suspect) == (None, False)


def test_a_review_counts_more_than_how_the_record_began() -> None:
    (now,) = resting(handbook(letter(clauses=(QUIET,))))
    review = {"what": "ask", "rests_on": QUIET, "fingerprint": now.fingerprint}
    (one,) = resting(handbook(letter(clauses=(QUIET,)), reviews=begun({QUIET: OTHER})))
    assert (one.review, one.is_suspect) == (None, True)
    (one,) = resting(handbook(letter(clauses=(QUIET,)), reviews=begun({QUIET: OTHER}, review)))
    assert one.review
    assert not one.is_suspect


@pytest.mark.parametrize("former", ["conduct#hush", "manners#quiet", "manners#hush"])
def test_what_was_written_down_of_a_rule_still_holds_where_it_or_its_policy_bears_another_name(former: str) -> None:
    named = policy(section("manners", clause("quiet", "Be quiet.", formerly=["hush"])), formerly=["manners"])
    linked = link(Handbook(settings(), (named, letter(clauses=(QUIET,))), (roles("head"), begun({former: OTHER}))))
    (one,) = resting(linked)
    assert one.is_suspect
