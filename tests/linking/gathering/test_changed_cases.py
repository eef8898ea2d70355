"""How the cases of a table changed between two versions."""

from collections.abc import Iterable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.gathering.changed_cases import changed_cases
from policywright.linking.gathering.changed_paths import ToldPath
from policywright.model.table import Table

CONDITIONS = {"harm": ("threat", "insult", "joke"), "author": ("pupil", "parent")}


def table(rules: dict[tuple[str, ...], str], conditions: dict[str, tuple[str, ...]] | None = None) -> Table:
    """Return a table with a rule for each combination, given the outcomes x, y and z of some."""
    conditions = conditions or CONDITIONS
    values = {
        name: {"ask": f"Which {name}?", "values": [{"id": one, "say": one.capitalize()} for one in ids]}
        for name, ids in conditions.items()
    }
    when = [
        {"id": "-".join(combination), "when": dict(zip(conditions, combination, strict=True)), "go": outcome}
        for combination, outcome in rules.items()
    ]
    return Table.model_validate(
        {
            "table": "posts", "title": "Posts", "part": "schools", "conditions": values, "rules": when,
            "outcomes": {name: {"title": f"Do {name}"} for name in "xyz"},
        }
    )  # fmt: skip


def all_to(outcome: str, **others: str) -> dict[tuple[str, ...], str]:
    """Return rules that lead to one outcome, but for some values."""
    found = product(*CONDITIONS.values())
    return {(harm, author): others.get(harm, others.get(author, outcome)) for harm, author in found}


def told(before: Table, after: Table) -> list[tuple[str, list[str], list[str]]]:
    changes = changed_cases(before, after, str).changes
    return [(change.kind, _ways(change.before), _ways(change.after)) for change in changes]


def _ways(found: Iterable[ToldPath]) -> list[str]:
    return [f"{', '.join(f'{step.ask} {step.say}' for step in one.steps)}: {one.title}" for one in found]


def test_cases_that_changed_alike_are_told_together_and_without_what_does_not_matter() -> None:
    before, after = table(all_to("x")), table(all_to("x", threat="y", insult="y"))
    way = "Which harm? Threat or Insult"
    assert told(before, after) == [("redirected", [f"{way}: Do x"], [f"{way}: Do y"])]


def test_a_value_that_came_or_went_brings_and_takes_its_cases() -> None:
    fewer = {"harm": ("threat", "insult"), "author": CONDITIONS["author"]}
    small = table(dict.fromkeys(product(*fewer.values()), "x"), fewer)
    assert told(small, table(all_to("x"))) == [("new", [], ["Which harm? Joke: Do x"])]
    assert told(table(all_to("x")), small) == [("gone", ["Which harm? Joke: Do x"], [])]


def test_another_order_of_the_conditions_changes_nothing() -> None:
    turned = table(
        {(author, harm): "x" for harm, author in product(*CONDITIONS.values())},
        dict(reversed(CONDITIONS.items())),
    )
    assert told(turned, table(all_to("x"))) == []


def test_a_table_that_asks_other_questions_cannot_be_compared_case_by_case() -> None:
    other = {"place": ("here", "there"), "author": CONDITIONS["author"]}
    assert changed_cases(table(all_to("x")), table({("here", "pupil"): "x"}, other), str).untold


def test_a_rule_that_leads_nowhere_makes_no_way() -> None:
    assert told(table(all_to("x", joke="nowhere")), table(all_to("x"))) == [("new", [], ["Which harm? Joke: Do x"])]


_RULES = st.dictionaries(st.sampled_from(list(product(*CONDITIONS.values()))), st.sampled_from("xyz"), min_size=1).map(
    table
)


def _combinations(found: Iterable[ToldPath]) -> list[tuple[object, str]]:
    """Return every combination that some ways stand for, with its outcome."""
    every = (
        (combination, one.outcome)
        for one in found
        for combination in product(*(_answers(one, name) for name in CONDITIONS))
    )
    return sorted(every, key=str)


def _answers(one: ToldPath, name: str) -> tuple[str, ...]:
    return next((step.answers for step in one.steps if step.question == name), CONDITIONS[name])


def _rules_of(one: Table) -> list[tuple[object, str]]:
    return sorted(((tuple(rule.when_[name][0] for name in CONDITIONS), rule.go) for rule in one.rules), key=str)


@given(_RULES, _RULES)
def test_what_is_kept_with_what_went_was_all_and_with_what_came_is_all(before: Table, after: Table) -> None:
    found = changed_cases(before, after, str)
    gone = (one for change in found.changes for one in change.before)
    came = (one for change in found.changes for one in change.after)
    assert _combinations((*found.kept, *gone)) == _rules_of(before)
    assert _combinations((*found.kept, *came)) == _rules_of(after)
