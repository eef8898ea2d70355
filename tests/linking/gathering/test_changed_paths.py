"""How the paths of a decision changed between two versions."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.gathering.changed_paths import MOST_PATHS, ChangedPaths, ToldPath, changed_paths
from policywright.linking.paths import paths
from policywright.model.decision import Answer, Decision, Outcome, Question

OUTCOMES = "xyz"


def decision(**answers: str) -> Decision:
    """Return a decision that begins with question a: `a="b x"` has an answer that leads to b, and one to outcome x.

    Answers are known by their places, so that each may lead elsewhere.
    """
    questions = {
        name: Question(ask=f"Is it {name}?", answers=tuple(_answer(*one) for one in enumerate(targets.split())))
        for name, targets in answers.items()
    }
    outcomes = {name: Outcome(title=f"Do {name}") for name in OUTCOMES}
    return Decision(decision="one", title="One", part="schools", start="a", questions=questions, outcomes=outcomes)


def _answer(place: int, target: str) -> Answer:
    return Answer(id=f"answer-{place}", say=f"Answer {place}", go=target)


def changed(before: Decision, after: Decision) -> ChangedPaths:
    return changed_paths(before, after, str)


def kinds(before: Decision, after: Decision) -> list[str]:
    return [change.kind for change in changed(before, after).changes]


def test_a_path_that_leads_elsewhere_is_told_with_where_it_led_and_leads() -> None:
    (change,) = changed(decision(a="x y"), decision(a="x z")).changes
    assert change.kind == "redirected"
    assert [(told.title, told.steps[0].say) for told in (*change.before, *change.after)] == [
        ("Do y", "Answer 1"),
        ("Do z", "Answer 1"),
    ]


def test_an_answer_that_came_or_went_brings_and_takes_its_paths() -> None:
    assert kinds(decision(a="x"), decision(a="x y")) == ["new"]
    assert kinds(decision(a="x y"), decision(a="x")) == ["gone"]


def test_a_question_between_is_told_as_one_change_of_the_path_that_it_parts() -> None:
    (change,) = changed(decision(a="x y"), decision(a="x b", b="y z")).changes
    assert change.kind == "redirected"
    assert [[told.outcome for told in side] for side in (change.before, change.after)] == [["y"], ["y", "z"]]


def test_a_question_that_changes_no_outcome_is_told_as_another_way_of_asking() -> None:
    assert kinds(decision(a="b x", b="y z"), decision(a="b c", b="y z", c="x x")) == ["asked otherwise"]


def test_nothing_joins_paths_that_have_no_question_in_common() -> None:
    before = decision(a="x y")
    after = decision(b="x z").model_copy(update={"start": "b"})
    assert sorted(kinds(before, after)) == ["gone", "gone", "new", "new"]


def test_more_paths_than_anybody_would_read_are_not_told() -> None:
    doubling = {name: f"{after} {after}" for name, after in zip("abcdefghi", "bcdefghix", strict=True)}
    assert 2 ** len(doubling) > MOST_PATHS
    found = changed(decision(a="x"), decision(**doubling))
    assert (found.untold, found.changes) == (True, ())
    assert found


_TARGETS = st.lists(st.sampled_from([*"bcd", *OUTCOMES, "nowhere"]), min_size=1, max_size=3).map(" ".join)
_DECISIONS = st.dictionaries(st.sampled_from("bcd"), _TARGETS).flatmap(
    lambda others: _TARGETS.map(lambda first: decision(a=first, **others))
)


def names(found: Iterable[ToldPath]) -> list[str]:
    return sorted(str(told.name) for told in found)


def names_of(one: Decision) -> list[str]:
    turns = ((path, tuple((turn.question, (turn.answer.id,)) for turn in path.turns)) for path in paths(one))
    return sorted(str((named, path.outcome)) for path, named in turns)


@given(_DECISIONS)
def test_a_decision_beside_itself_keeps_all_its_paths(one: Decision) -> None:
    found = changed(one, one)
    assert not found
    assert names(found.kept) == names_of(one)


@given(_DECISIONS, _DECISIONS)
def test_what_is_kept_with_what_went_was_all_and_with_what_came_is_all(before: Decision, after: Decision) -> None:
    found = changed(before, after)
    assert names([*found.kept, *(one for change in found.changes for one in change.before)]) == names_of(before)
    assert names([*found.kept, *(one for change in found.changes for one in change.after)]) == names_of(after)


@given(_DECISIONS, _DECISIONS)
def test_read_the_other_way_round_what_came_went(before: Decision, after: Decision) -> None:
    there = {(repr(names(change.before)), repr(names(change.after))) for change in changed(before, after).changes}
    back = {(repr(names(change.after)), repr(names(change.before))) for change in changed(after, before).changes}
    assert there == back


def test_other_words_change_no_path() -> None:
    before = decision(a="x y")
    answers = tuple(answer.model_copy(update={"say": "Other"}) for answer in before.questions["a"].answers)
    asked = Question(ask="Other?", answers=answers)
    outcomes = {name: Outcome(title="Other") for name in OUTCOMES}
    assert not changed(before, before.model_copy(update={"questions": {"a": asked}, "outcomes": outcomes}))
