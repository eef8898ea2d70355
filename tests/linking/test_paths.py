import itertools

from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.paths import Path, distances, holds_together, loops, on_paths, paths, reached, ways
from policywright.model.decision import Answer, Decision, Outcome, Question

OUTCOMES = "xyz"


def decision(**answers: str) -> Decision:
    """Return a decision from the targets of each question: `a="b x"` leads from question a to b and to outcome x."""
    questions = {name: _question(targets.split()) for name, targets in answers.items()}
    outcomes = {name: Outcome(title=name) for name in OUTCOMES}
    return Decision(decision="one", title="One", part="schools", start="a", questions=questions, outcomes=outcomes)


def _question(targets: list[str]) -> Question:
    answers = tuple(Answer(id=f"to-{target}", say=f"To {target}", go=target) for target in targets)
    return Question(ask="Where to?", answers=answers)


def test_the_paths_come_in_the_order_of_the_answers_as_lines_to_write() -> None:
    found = paths(decision(a="b x", b="y z"))
    assert [str(path) for path in found] == ["to-b, to-y -> y", "to-b, to-z -> z", "to-x -> x"]


def test_a_way_that_comes_back_or_leads_to_nothing_is_no_path() -> None:
    assert [str(path) for path in paths(decision(a="b nowhere", b="a x"))] == ["to-b, to-x -> x"]


def test_a_loop_is_told_from_its_first_question_to_the_answer_that_closes_it() -> None:
    (loop,) = loops(decision(a="b x", b="c y", c="b z"))
    assert [(turn.question, turn.answer.go) for turn in loop] == [("b", "c"), ("c", "b")]


def test_the_shortest_path_to_an_outcome_tells_how_far_it_is() -> None:
    nearest = distances(decision(a="b c", b="c x", c="y"))
    assert {name: path.answers for name, path in nearest.items()} == {
        "x": ("to-b", "to-x"),
        "y": ("to-c", "to-y"),
    }


def test_what_no_answers_lead_to_is_not_reached() -> None:
    assert reached(decision(a="x", b="y"), ("a",)) == {"a", "x"}


def test_a_decision_holds_together_when_all_is_reached_and_nothing_leads_astray() -> None:
    assert holds_together(decision(a="b x", b="y z"))
    assert not holds_together(decision(a="b x", b="y"))
    assert not holds_together(decision(a="b x", b="y z nowhere"))
    assert not holds_together(decision(a="b x", b="y z a"))


_TARGETS = st.lists(st.sampled_from([*"abcd", *OUTCOMES]), min_size=1, max_size=3, unique=True).map(" ".join)
_DECISIONS = st.fixed_dictionaries(dict.fromkeys("abcd", _TARGETS)).map(lambda answers: decision(**answers))


@given(_DECISIONS)
def test_the_shortest_path_is_the_shortest_of_all_paths(one: Decision) -> None:
    every = sorted(paths(one), key=lambda path: path.outcome)
    shortest = {
        outcome: min(len(path.turns) for path in found)
        for outcome, found in itertools.groupby(every, key=lambda path: path.outcome)
    }
    assert {outcome: len(path.turns) for outcome, path in distances(one).items()} == shortest


@given(_DECISIONS.filter(lambda one: not any(loops(one))))
def test_every_way_so_far_is_the_beginning_of_a_path_and_comes_once(one: Decision) -> None:
    beginnings = {path.turns[:length] for path in paths(one) for length in range(len(path.turns) + 1)}
    found = [way.turns for way in ways(one)]
    assert len(found) == len(set(found))
    assert set(found) == beginnings


@given(_DECISIONS)
def test_following_the_answers_of_a_path_leads_to_its_outcome(one: Decision) -> None:
    for path in paths(one):
        assert _followed(one, path) == path.outcome


def _followed(one: Decision, path: Path) -> str:
    place = one.start
    for written in path.answers:
        place = next(answer.go for answer in one.questions[place].answers if answer.id == written)
    return place


@given(_DECISIONS.filter(lambda one: not any(loops(one))))
def test_what_a_path_passes_or_ends_in_is_on_a_path_and_nothing_else(one: Decision) -> None:
    passed = {turn.question for path in paths(one) for turn in path.turns}
    assert on_paths(one) == passed | {path.outcome for path in paths(one)}
