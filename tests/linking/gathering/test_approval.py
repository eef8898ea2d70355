"""What those who approve have to know: what is open, and who signs."""

from __future__ import annotations

from typing import Any

from tests.linking.written import clause, policy, roles, section, settings

from policywright.linking import link
from policywright.linking.gathering.approval import Approval, approval
from policywright.linking.gathering.between import between
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handbook import Handbook

REVISION = {"version": "2026.2", "date": "2026-11-22", "by": "governors", "what": "Shorter."}


def form(**more: object) -> Form:
    fields = [{"id": "name", "label": "Name", "type": "name"}]
    given = {"form": "consent", "title": "Consent", "part": "schools", "sections": [{"title": "You", "fields": fields}]}
    return Form.model_validate(given | more)


def approved(before: list[Document], after: list[Document], *only: str) -> Approval:
    registers = (roles("head", "governors"),)
    then, now = (Handbook(settings(), tuple(documents), registers) for documents in (before, after))
    linked = link(now)
    found = between(then, linked)
    return approval(then, linked, found.only(only) if only else found, (), only)


def rules(*clauses: dict[str, Any], **more: Any) -> Document:  # noqa: ANN401  any key of a policy
    return policy(section("manners", *clauses), owner="head", **more)


def signs(found: Approval) -> list[tuple[str, list[str], list[str]]]:
    return [
        (
            one.role.anchor if one.role else "",
            [what.address for what in one.approves],
            [what.address for what in one.owns],
        )
        for one in found.signatories
    ]


def open_(found: Approval) -> list[tuple[str, str]]:
    return [(one.why, one.place.address) for one in found.questions]


QUIET, HUSH = clause("quiet", "Be quiet."), clause("quiet", "Hush.")


def test_a_policy_is_signed_by_who_approves_it_and_by_its_owner() -> None:
    found = approved([rules(QUIET)], [rules(HUSH, approved_by="governors")])
    assert signs(found) == [("governors", ["conduct"], []), ("head", [], ["conduct"])]


def test_who_approved_the_last_version_is_asked_where_nobody_is_named() -> None:
    assert signs(approved([rules(QUIET)], [rules(HUSH, history=[REVISION])]))[0] == ("governors", ["conduct"], [])


def test_documents_for_which_nobody_is_named_wait_for_a_body_that_the_clerk_fills_in() -> None:
    assert signs(approved([], [form()])) == [("", ["consent"], [])]


def test_nobody_signs_for_a_document_that_did_not_change() -> None:
    assert signs(approved([rules(QUIET), form()], [rules(HUSH), form()])) == [
        ("", ["conduct"], []),
        ("head", [], ["conduct"]),
    ]


def test_notes_count_where_something_changed_and_on_what_is_new() -> None:
    noted = {"editors_note": "To be discussed."}
    same, new = clause("kind", "Be kind.", **noted), clause("walk", "Walk.", **noted)
    found = approved([rules(QUIET, same)], [rules(HUSH | noted, same, new, status="in-force")])
    assert open_(found) == [("note", "conduct#quiet"), ("note", "conduct#walk")]


def test_a_note_on_a_whole_document_counts_where_it_is_another() -> None:
    before = rules(QUIET, status="in-force", editors_note="Found so.")
    assert open_(approved([before], [rules(HUSH, status="in-force", editors_note="Found so.")])) == []
    found = approved([before], [rules(HUSH, status="in-force", editors_note="To be discussed.")])
    assert open_(found) == [("note", "conduct")]


def test_a_document_that_changed_and_is_a_draft_is_told() -> None:
    assert open_(approved([rules(QUIET)], [rules(HUSH)])) == [("draft", "conduct")]


def test_what_is_renumbered_alone_raises_no_question() -> None:
    noted = clause("kind", "Be kind.", editors_note="To be discussed.")
    found = approved([rules(noted, status="in-force")], [rules(QUIET, noted, status="in-force")])
    assert open_(found) == []


def test_of_certain_documents_alone_nothing_else_is_told() -> None:
    found = approved([rules(QUIET), form()], [rules(HUSH), form(title="Consents")], "consent")
    assert signs(found) == [("", ["consent"], [])]
    assert open_(found) == [("draft", "consent")]
