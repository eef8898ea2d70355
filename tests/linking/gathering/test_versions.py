"""Each document beside the version that it had before."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.written import Written, clause, linked, policies, policy, roles, section

from policywright.linking.gathering.changes import Change, Edition
from policywright.linking.gathering.versions import changes
from policywright.linking.linked import Target
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.letter import Letter
from policywright.model.past import Earlier
from policywright.model.policy import Policy
from policywright.model.registers import Register
from policywright.model.story import Story
from policywright.model.table import Table


def edition(before: Document, after: Document, *registers: Register) -> Edition:
    found = linked(after, registers=registers)
    return changes(found, {after.id: Earlier(before, "1")}).editions[after.id]


def told(before: Document, after: Document, *registers: Register) -> dict[str, Any]:
    """Return what changed, by anchor: what it came to, or each thing that reads otherwise."""
    return {_named(change): _told(change) for change in edition(before, after, *registers).changes}


def _named(change: Change) -> str:
    return change.target.anchor


def _told(change: Change) -> object:
    if change.kind == "altered":
        return {one.label: (one.before, one.after) for one in change.altered}
    return change.kind


def of(*clauses: Written, name: str = "conduct", **more: object) -> Policy:
    return policy(section("one", *clauses), policy=name, **more)


def test_lines_that_wrap_elsewhere_are_no_change() -> None:
    assert told(of(clause("a", "Ask the head\nfirst.")), of(clause("a", "Ask the\n  head first."))) == {}


@pytest.mark.parametrize("key", ["keywords", "topics"])
def test_what_no_reader_reads_is_no_change(key: str) -> None:
    assert told(of(clause("a")), of(clause("a") | {key: ["friends"]})) == {}


def test_other_words_are_told_as_a_reader_sees_them() -> None:
    registers = (roles("head"),)
    before = of(clause("a", "Ask [[role:head]] first."), clause("b", "See [[#a]]."))
    after = of(clause("a", "Tell *[[role:head]]* first."), clause("b", "See [[#a]]."))
    assert told(before, after, *registers) == {"a": {"Wording": ("Ask the head first.", "Tell the head first.")}}


def test_a_duty_that_changed_is_told() -> None:
    before, after = (of(clause("a", "Ask.", duty=duty)) for duty in ("should", "must-not"))
    assert told(before, after) == {"a": {"Duty": ("should", "must not")}}


def test_what_points_take_over_from_their_clause_is_told_of_the_clause_alone() -> None:
    before, after = (of(clause("a", "Ask:", clause("p"), duty=duty)) for duty in ("should", "must"))
    assert list(told(before, after)) == ["a"]


@pytest.mark.parametrize(
    ("field", "before", "after", "label", "words"),
    [
        ("deadline", "one day", "two days", "By when", ("one day after it", "two days after it")),
        ("age", 13, 16, "Age", ("from 13 years: who may", "from 16 years: who may")),
        ("retention", "a year", "a week", "Kept", ("a year, because of it", "a week, because of it")),
    ],
)
def test_figures_are_told_as_they_stand_on_the_page(
    field: str, before: object, after: object, label: str, words: tuple[str, str]
) -> None:
    key, more = {
        "deadline": ("within", {"of": "it"}),
        "age": ("from_", {"what": "who may"}),
        "retention": ("keep", {"because": "of it"}),
    }[field]
    old, new = (clause("a") | {field: more | {key: value}} for value in (before, after))
    found = edition(of(old), of(new)).changes
    assert _told(found[0]) == {label: words}
    assert found[0].respect == "figure"


def test_a_number_within_the_words_is_a_figure_too() -> None:
    found = edition(of(clause("a", "Tell it within 2 days.")), of(clause("a", "Tell it within 3 days."))).changes
    assert found[0].respect == "figure"


@pytest.mark.parametrize(
    ("before", "after", "grade"),
    [
        (clause("a"), clause("a", duty="must"), "duty"),
        (clause("a", duty="must", deadline={"within": "a day", "of": "it"}), clause("a", duty="may"), "duty"),
        (clause("a", "Ask 2 adults."), clause("a", "Ask 3 adults."), "figure"),
        (clause("a", actors=["head"]), clause("a", actors=["staff"]), "actors"),
        (clause("a", "Ask."), clause("a", "Tell."), "wording"),
    ],
)
def test_a_change_has_the_gravest_grade_of_all_that_changed(before: Written, after: Written, grade: str) -> None:
    found = edition(of(before), of(after), roles("head", "staff"))
    assert found.grade == grade
    assert [change.grade for change in found.changes] == [grade]
    assert list(found.by_grade) == [grade]


def test_whom_a_policy_is_for_is_its_scope() -> None:
    found = edition(of(clause("a"), applies_to=["head"]), of(clause("a"), applies_to=["staff"]), roles("head", "staff"))
    assert found.grade == "scope"


@pytest.mark.parametrize(("duty", "grade"), [("must", "duty"), (None, "wording")])
def test_a_clause_that_comes_or_goes_is_a_duty_if_it_binds(duty: str | None, grade: str) -> None:
    bound = clause("a", duty=duty) if duty else clause("a")
    assert edition(of(), of(bound)).grade == edition(of(bound), of()).grade == grade


def test_who_acts_is_told_by_name() -> None:
    before, after = (of(clause("a", actors=[name])) for name in ("head", "staff"))
    assert told(before, after, roles("head", "staff")) == {"a": {"Who": ("the head", "the staff")}}


def test_a_number_that_moved_on_is_told_as_such_and_no_citation_of_it_is() -> None:
    before = of(clause("b", "See [[#c]]."), clause("c"))
    after = of(clause("a"), clause("b", "See [[#c]]."), clause("c"))
    assert told(before, after) == {
        "a": "added",
        "b": {"Number": ("1.1", "1.2")},
        "c": {"Number": ("1.2", "1.3")},
    }


def test_another_identifier_is_no_change_where_the_old_one_is_named() -> None:
    assert told(of(clause("a")), of(clause("b", formerly=["a"]))) == {}


def test_of_several_that_became_one_it_is_told_where_they_went() -> None:
    found = edition(of(clause("a"), clause("b")), of(clause("b", formerly=["a"])))
    gone = next(change for change in found.changes if change.kind == "removed")
    assert gone.target.anchor == "a"
    assert gone.heir is not None
    assert gone.heir.anchor == "b"


def test_what_stands_in_another_section_has_moved() -> None:
    before = policy(section("one", clause("a")), section("two"))
    after = policy(section("one"), section("two", clause("a")))
    assert told(before, after) == {"a": {"Place": ("1 One", "2 Two"), "Number": ("1.1", "2.1")}}


def test_points_that_came_with_their_clause_are_told_with_it() -> None:
    found = edition(of(), of(clause("a", "Ask:", clause("p", "whom"))))
    (outer,) = found.by_weight
    assert [inner.target.anchor for inner in found.within(outer)] == ["p"]


def test_a_section_that_came_is_told_by_its_clauses() -> None:
    before, after = policy(), policy(section("new", clause("a"), clause("b")))
    assert [_named(change) for change in edition(before, after).by_weight] == ["a", "b"]


def test_what_matters_most_comes_first() -> None:
    before = of(
        clause("words", "Ask."),
        clause("late", deadline={"within": "a day", "of": "it"}),
        clause("firm", duty="may"),
        clause("gone", duty="must"),
    )
    after = of(
        clause("words", "Tell."),
        clause("late", deadline={"within": "a week", "of": "it"}),
        clause("hint"),
        clause("firm", duty="must"),
        clause("new", duty="must"),
    )
    assert [_named(change) for change in edition(before, after).by_weight] == [
        "new", "firm", "late", "gone", "hint", "words",
    ]  # fmt: skip


def test_what_does_not_concern_readers_is_no_change() -> None:
    before = of(clause("a", editors_note="Old.", from_=["x#y/z"]), version="1", topics=["photographs"])
    after = of(clause("a"), version="2", review_by="2027-01-01")
    assert told(before, after) == {}


FORM = {"form": "f", "title": "F", "part": "schools"}
CHECKLIST = {"checklist": "c", "title": "C", "part": "schools"}
DECISION = {"decision": "d", "title": "D", "part": "schools", "start": "q"}
LETTER = {"letter": "l", "title": "L", "part": "schools"}
TABLE = {"table": "t", "title": "T", "part": "schools"}


def form(label: str, title: str = "One") -> Form:
    fields = [{"id": "x", "label": label, "type": "text"}]
    return Form.model_validate(FORM | {"sections": [{"title": title, "fields": fields}]})


def checklist(do: str) -> Checklist:
    return Checklist.model_validate(CHECKLIST | {"steps": [{"title": "One", "items": [{"id": "x", "do": do}]}]})


def decision(say: str, go: str = "stop", *acts: str) -> Decision:
    questions = {"q": {"ask": "Is it so?", "answers": [{"id": "yes", "say": say, "go": go}]}}
    outcomes = {"stop": {"title": "Stop", "do": [{"act": act} for act in acts]}, "go-on": {"title": "Go on"}}
    return Decision.model_validate(DECISION | {"questions": questions, "outcomes": outcomes})


def letter(text: str) -> Letter:
    return Letter.model_validate(LETTER | {"body": [{"text": text}]})


def table(when: object, go: str = "stop") -> Table:
    values = [{"id": "threat", "say": "A threat"}, {"id": "insult", "say": "An insult"}]
    conditions = {name: {"ask": f"Which {name}?", "values": values} for name in ("harm", "other-harm")}
    outcomes = {"stop": {"title": "Stop"}, "go-on": {"title": "Go on"}}
    rules = [{"id": "x", "when": when, "go": go}]
    return Table.model_validate(TABLE | {"conditions": conditions, "rules": rules, "outcomes": outcomes})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (form("Name"), form("Full name"), {"x": {"Wording": ("Name", "Full name")}}),
        (form("Name"), form("Name", "First"), {"": {"Sections": ("One", "First")}}),
        (checklist("Ask"), checklist("Tell"), {"x": {"What to do": ("Ask", "Tell")}}),
        (decision("Yes"), decision("It is"), {"q": {"Answers": ("Yes", "It is")}}),
        (
            table({"harm": "threat"}),
            table({"harm": "threat", "other-harm": ["threat", "insult"]}),
            {"x": {"When": ("", "other harm: threat or insult")}},
        ),
        (table({}), table({}, "go-on"), {"x": {"Leads to": ("outcome A", "outcome B")}}),
        (letter("Dear all"), letter("Dear {{who}}"), {"": {"Letter": ("Dear all", "Dear who")}}),
    ],
    ids=["field", "form", "item", "question", "rule", "outcome", "letter"],
)
def test_documents_of_every_kind_are_compared(before: Document, after: Document, expected: object) -> None:
    assert told(before, after) == expected


def test_of_a_decision_the_paths_tell_where_an_answer_leads_and_not_its_words() -> None:
    found = edition(decision("Yes"), decision("It is", "go-on"))
    assert [change.kind for change in found.paths.changes] == ["redirected"]
    assert told(decision("Yes"), decision("Yes", "go-on")) == {}
    assert found.is_changed


def test_a_paragraph_that_gets_a_name_is_told_with_its_letter_and_says_nothing_else() -> None:
    named = Letter.model_validate(LETTER | {"body": [{"id": "all", "text": "Dear all"}]})
    other = Letter.model_validate(LETTER | {"body": [{"id": "all", "text": "Dear both"}]})
    assert told(letter("Dear all"), named) == {}
    assert told(named, other) == {"": {"Letter": ("Dear all", "Dear both")}}


def test_a_story_that_is_told_anew_or_otherwise_changes_no_rule() -> None:
    story = Story(id="s", situation="It was so.", answers=("yes",), outcome="stop", because="It is.")
    before = decision("Yes")
    once = before.model_copy(update={"stories": (story,)})
    again = before.model_copy(update={"stories": (story.model_copy(update={"situation": "It is so."}),)})
    assert not any(edition(one, other).is_changed for one, other in ((before, once), (once, again), (again, before)))


def test_what_is_a_list_is_told_item_by_item() -> None:
    before, after = decision("Yes", "stop", "Ring", "Wait", "Write"), decision("Yes", "stop", "Ring now", "Write", "Go")
    (change,) = edition(before, after).changes
    assert [(one.label, one.before, one.after) for one in change.altered] == [
        ("What to do", "Ring", "Ring now"),
        ("What to do", "Wait", ""),
        ("What to do", "", "Go"),
    ]


def test_without_a_version_before_nothing_changed_and_it_is_known_why() -> None:
    found = linked(of(clause("a"), name="new"), of(clause("b"), name="lost"))
    editions = changes(found, {"new": Earlier(), "lost": Earlier(unknown="beyond")}).editions
    assert editions["new"].is_first
    assert not editions["lost"].is_first
    assert editions["lost"].unknown == "beyond"


def test_two_documents_that_were_one_are_each_compared_with_it() -> None:
    before = of(clause("a"), clause("b"), name="old")
    found = linked(of(clause("a"), name="one", formerly=["old"]), of(clause("b"), name="two", formerly=["old"]))
    again = of(clause("a"), clause("b"), name="old")
    editions = changes(found, {"one": Earlier(before, "1"), "two": Earlier(again, "1")}).editions
    removed = [[one.target.anchor for one in editions[name].changes if one.kind == "removed"] for name in editions]
    assert removed == [["b"], ["a"]]


def _inside(document: Document) -> list[Target]:
    return [target for target in linked(document).targets.values() if target.document is document]


@given(policies)
def test_a_document_beside_itself_has_no_change(written: Written) -> None:
    assert edition(Policy.model_validate(written), Policy.model_validate(written)).changes == ()


@given(policies, policies)
def test_each_thing_that_differs_is_told_once_and_the_counts_balance(one: Written, other: Written) -> None:
    before, after = Policy.model_validate(one), Policy.model_validate(other)
    found = edition(before, after).changes
    kinds = Counter(change.kind for change in found)

    assert len({id(target) for change in found for target in (change.before, change.after) if target}) == sum(
        2 if change.kind == "altered" else 1 for change in found
    )
    assert kinds["added"] - kinds["removed"] == len(_inside(after)) - len(_inside(before))


@given(policies, st.data())
def test_whatever_text_is_changed_that_change_is_told_and_no_other(written: Written, data: st.DataObject) -> None:
    texts = list(_provisions(written))
    if not texts:
        return
    changed = data.draw(st.sampled_from(texts))
    before = Policy.model_validate(written)
    changed["text"] = "Other words."
    assert told(before, Policy.model_validate(written)) == {changed["id"]: {"Wording": ("Words.", "Other words.")}}


def _provisions(written: Written) -> list[Written]:
    own = [written] if "text" in written else []
    inner = (child for value in written.values() if isinstance(value, list) for child in value)
    return own + [found for child in inner for found in _provisions(child)]
