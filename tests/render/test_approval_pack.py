"""The approvers' pack: what those get who approve what changed."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.past import as_it_was
from tests.render.test_print_changes import STATES, TODAY, words

from policywright import pipeline, source
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.policy import Policy
from policywright.model.registers import Reviews
from policywright.pipeline import Between
from policywright.render import Handout


@pytest.fixture(scope="module")
def before(complete: Path) -> Handbook:
    return as_it_was(complete)


@pytest.fixture(scope="module")
def after(complete: Path) -> Handbook:
    return source.load(complete)[0]


@pytest.fixture(scope="module")
def found(before: Handbook, after: Handbook) -> Between:
    return pipeline.between(before, after)


@pytest.fixture(scope="module")
def pack(found: Between) -> Handout:
    return handed_out(found)


def handed_out(found: Between, today: datetime.date = TODAY) -> Handout:
    return pipeline.approval_pack(found, STATES, today, "approval-pack")


def sections(html: str) -> list[str]:
    """Return the words of each section; what stands before the first is section 0."""
    return [words(f"<body{part}") for part in re.split(r"<h2[^>]*>\d\. ", html.partition("</h1>")[2])]


def section(pack: Handout, number: int) -> str:
    return sections(pack.page)[number]


def test_its_front_tells_what_is_compared_and_how_much_of_what_changed(pack: Handout) -> None:
    front = section(pack, 0)
    assert "Edition first second Date 1 September 2025 21 November 2026" in front
    assert "5 documents changed" in front
    assert "Duties: 3 changes Numbers, ages and periods: 1 change" in front
    assert "1 publication that the handbook restates changed" in front


def test_each_document_is_told_with_its_versions_what_came_of_it_and_when_it_is_reviewed(pack: Handout) -> None:
    documents = section(pack, 1)
    assert "2025 to 2026.1 Duties: 3; Numbers, ages and periods: 1" in documents
    assert "1 new, 1 taken out, 3 reworded, 1 renumbered." in documents
    assert "The editors say: Photographs were added." in documents
    assert "Next review: 1 September 2099." in documents


def test_the_changes_stand_by_grade_the_gravest_first(pack: Handout) -> None:
    changes = section(pack, 2)
    grades = ["Duties", "Numbers, ages and periods", "For whom, and when", "Wording, order and numbering only"]
    assert sorted(grades, key=changes.index) == grades
    duties = changes.partition("Numbers, ages")[0]
    assert "another duty" in duties
    assert "Duty: -[should] +[must]" in duties
    assert "taken out Duty: must Who: Staff Wording: Staff must ask the Head teacher first." in duties
    assert ": new Duty: may Who: Staff Wording: Staff may keep a picture of the request" in duties


def test_where_the_answers_of_a_decision_lead_elsewhere_is_a_change_of_scope(pack: Handout) -> None:
    scope = section(pack, 2).partition("For whom, and when")[2]
    assert "Where the answers lead Before: " in scope.partition("Wording, order")[0]


def test_what_rests_on_a_changed_rule_is_told_with_who_looked_at_it(pack: Handout) -> None:
    (rule,) = re.findall(r"Paragraph 2\.1 of “Everything”: Friend requests (.*) Chapter", section(pack, 3))
    missing, _, looked = rule.partition(" Looked at since: ")
    assert missing.startswith("Nobody has looked at these since: Paragraph of “Ask for a post to be removed”: If the")
    assert looked == (
        "Outcome B of “Somebody has posted about a member of staff”: Ask for it to be removed "
        "(Head teacher, 22 November 2026: First review of all)"
    )


def test_a_rule_that_changed_still_earlier_is_told_while_anything_that_rests_on_it_is_suspect(after: Handbook) -> None:
    (register,) = [one for one in after.registers if isinstance(one, Reviews)]
    never = tuple(one.model_copy(update={"fingerprint": "0" * 12}) for one in register.entries)
    registers = (
        *(one for one in after.registers if one is not register),
        register.model_copy(update={"entries": never}),
    )
    suspect = replace(after, registers=registers)
    rests = section(handed_out(pipeline.between(suspect, suspect)), 3)
    assert rests.count("(changed before)") == len(never)


def test_a_publication_that_says_otherwise_is_told_with_the_rules_that_restate_it(pack: Handout) -> None:
    sources = section(pack, 4)
    assert (
        "A model code for schools 2.1, first sentence: recorded otherwise, restated by chapter 2 of Everything, "
        in sources
    )
    assert "Says: Staff -[ignore] +[decline] friend requests of pupils." in sources


def test_what_is_left_open_in_what_changed_is_told_with_what_the_checks_find(pack: Handout) -> None:
    left = section(pack, 5)
    assert "Topics on which no rule is given Policy “Everything that a policy" in left
    assert " Podcasts. Ask the head teacher before you make one." in left
    assert "Paragraph 2.1 of “Everything”: Friend requests The publication had this in two sentences." in left
    assert "holds until its next meeting, in May. (vague-deadline, until 1 January 2099)" in left
    assert "Stands against publishing: “everything#ask-first” was in the last edition and is gone." in left


def called_minor(document: Document) -> Document:
    if not isinstance(document, Policy):
        return document
    history = tuple(revision.model_copy(update={"minor": True}) for revision in document.history)
    return document.model_copy(update={"history": history})


def test_a_version_called_minor_that_changes_a_duty_stands_against_publishing(
    before: Handbook, after: Handbook
) -> None:
    minor = replace(after, documents=tuple(map(called_minor, after.documents)))
    told = section(handed_out(pipeline.between(before, minor)), 5)
    assert "calls its version 2026.1 minor, but a duty changed" in told


def test_those_who_approve_and_those_who_answer_for_the_documents_sign(pack: Handout) -> None:
    signing = section(pack, 6)
    assert "Approved Approved with the changes below Not approved" in signing
    assert re.search(r"Answers for: .*Everything that a policy of .* may hold", signing)
    assert signing.count("Name Signature Date") == len(re.findall(r'class="signatory"', pack.page))


def test_the_page_needs_no_other_file_and_its_links_lead_to_places_that_are_there(pack: Handout) -> None:
    assert not re.search(r'<(script|link)\b|src="|url\(|https?://', pack.page)
    anchors = re.findall(r'\bid="([^"]+)"', pack.page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', pack.page)) <= set(anchors)


def test_page_and_print_say_the_same(pack: Handout) -> None:
    assert sections(pack.page) == sections(pack.printed.html)


def test_where_nothing_changed_each_section_says_so(after: Handbook) -> None:
    nothing = handed_out(pipeline.between(after, after))
    said = [
        "No document changed.",
        "No document says anything else than before.",
        "Nothing rests on a rule that changed.",
        "No publication that the handbook restates is recorded otherwise than before.",
        "The editors left nothing open in what changed, and the checks find nothing wrong with it.",
    ]
    assert all(sentence in section(nothing, number) for number, sentence in enumerate(said, 1))


def test_of_one_document_alone_nothing_is_told_of_the_others(before: Handbook, after: Handbook) -> None:
    alone = handed_out(pipeline.between(before, after, ["consent"]))
    assert "1 document changed" in section(alone, 0)
    assert "Nothing rests on a rule that changed." in section(alone, 3)


def test_what_could_not_be_read_is_said_at_the_front(before: Handbook, after: Handbook) -> None:
    unread = handed_out(pipeline.between(before, replace(after, unread=frozenset({"laws"}))))
    assert "Not all of the handbook could be read." in section(unread, 0)
