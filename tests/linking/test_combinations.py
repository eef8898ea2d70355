"""Combinations of a table's conditions: what its rules say of each, and how they are told together."""

from itertools import chain, product

from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.combination_words import as_when, in_words, rule_in_words
from policywright.linking.combinations import Combination, Group, cases, count, covers, groups, holds_together
from policywright.linking.plain_text import PlainText
from policywright.model.decision import Outcome
from policywright.model.table import Condition, Impossible, Table, TableRule, Value

VALUES = {"harm": ("threat", "slight", "joke"), "author": ("pupil", "parent", "unsure"), "audience": ("all", "some")}
IN_WORDS = {"pupil": "by a pupil", "parent": "by a parent", "unsure": "by somebody unknown", "all": "in public"}
WHATEVER = {"harm": "a post of any kind", "author": "by anybody", "audience": "wherever it stands"}
When = dict[str, tuple[str, ...]]


def condition(name: str, values: tuple[str, ...]) -> Condition:
    return Condition(
        ask=f"Which {name}?",
        whatever=WHATEVER[name],
        values=tuple(Value(id=value, say=value, in_words=IN_WORDS.get(value, f"a {value}")) for value in values),
    )


def table(*rules: tuple[When, str], impossible: tuple[When, ...] = ()) -> Table:
    """Return a table of rules, each with when it holds and where it leads."""
    return Table(
        table="one",
        title="One",
        part="schools",
        conditions={name: condition(name, values) for name, values in VALUES.items()},
        rules=tuple(TableRule(id=f"r{place}", when_=when, go=go) for place, (when, go) in enumerate(rules)),
        impossible=tuple(Impossible(when_=when, because="Nobody can.") for when in impossible),
        outcomes={name: Outcome(title=name) for name in "xy"},
    )


EVERY = tuple(product(*VALUES.values()))
_WHEN = st.fixed_dictionaries(
    {}, optional={name: st.sets(st.sampled_from(values), min_size=1).map(tuple) for name, values in VALUES.items()}
)
TABLES = st.builds(
    lambda rules, impossible: table(*rules, impossible=tuple(impossible)),
    st.lists(st.tuples(_WHEN, st.sampled_from("xy")), min_size=1, max_size=5),
    st.lists(_WHEN.filter(bool), max_size=2),
)


def held(group: Group) -> tuple[Combination, ...]:
    """Return the combinations of a group."""
    return tuple(product(*group))


def chosen(combination: Combination) -> dict[str, str]:
    return dict(zip(VALUES, combination, strict=True))


def test_every_combination_is_a_case_with_the_rules_that_hold_for_it() -> None:
    one = table(({"harm": ("threat",)}, "x"), ({"author": ("pupil",), "audience": ("all",)}, "y"))
    found = {case.combination: [rule.id for rule in case.rules] for case in cases(one)}
    assert tuple(found) == EVERY
    assert len(EVERY) == count(one)
    assert found["threat", "pupil", "all"] == ["r0", "r1"]
    assert found["threat", "parent", "some"] == ["r0"]
    assert found["joke", "parent", "all"] == []


def test_what_cannot_be_is_no_gap_and_leads_to_no_outcome() -> None:
    one = table(({"harm": ("threat",)}, "x"), impossible=({"author": ("pupil",)},))
    by_combination = {case.combination: case for case in cases(one)}
    assert not by_combination["joke", "pupil", "all"].is_gap
    assert by_combination["threat", "pupil", "all"].outcomes == ()
    assert by_combination["joke", "parent", "all"].is_gap


def test_a_table_that_names_what_it_does_not_have_or_one_value_twice_does_not_hold_together() -> None:
    assert holds_together(table(({"harm": ("threat",)}, "x")))
    assert not holds_together(table(({"harms": ("threat",)}, "x")))
    assert not holds_together(table(({"harm": ("threats",)}, "x")))
    twice = condition("harm", ("threat", "threat"))
    whole = table(({}, "x"))
    assert not holds_together(whole.model_copy(update={"conditions": whole.conditions | {"harm": twice}}))


@given(st.sets(st.sampled_from(EVERY), min_size=1))
def test_groups_hold_each_combination_once_and_nothing_else(combinations: set[Combination]) -> None:
    found = [*chain.from_iterable(map(held, groups(table(({}, "x")), combinations)))]
    assert len(found) == len(set(found))
    assert set(found) == combinations


@given(st.sets(st.sampled_from(EVERY), min_size=1))
def test_no_two_groups_differ_in_one_condition_alone(combinations: set[Combination]) -> None:
    found = groups(table(({}, "x")), combinations)
    for place in range(len(VALUES)):
        rest = [group[:place] + group[place + 1 :] for group in found]
        assert len(rest) == len(set(rest))


@given(TABLES)
def test_the_gaps_together_are_the_combinations_that_no_rule_and_nothing_impossible_covers(one: Table) -> None:
    told = set(chain.from_iterable(map(held, groups(one, (case.combination for case in cases(one) if case.is_gap)))))
    assert told == {
        combination for combination in EVERY if not any(covers(entry, chosen(combination)) for entry in one.entries)
    }


@given(TABLES)
def test_a_case_has_several_outcomes_only_where_two_of_its_rules_contradict_each_other(one: Table) -> None:
    for case in cases(one):
        ends = {rule.go for rule in one.rules if covers(rule, chosen(case.combination))}
        assert set(case.outcomes) == (set() if case.impossible else ends)


def test_twelve_gaps_that_share_values_are_one_sentence() -> None:
    one = table(({"harm": ("threat",)}, "x"))
    (group,) = groups(one, (case.combination for case in cases(one) if case.is_gap))
    assert len(held(group)) == 12
    assert in_words(one, group, PlainText()) == "a slight or a joke by anybody wherever it stands"
    assert as_when(one, group) == "{harm: [slight, joke]}"


def test_a_group_is_told_by_its_values_and_by_whatever_where_all_of_them_hold() -> None:
    group = (("threat",), ("pupil", "parent"), ("all",))
    assert in_words(table(({}, "x")), group, PlainText()) == "a threat by a pupil or by a parent in public"
    assert as_when(table(({}, "x")), group) == "{harm: threat, author: [pupil, parent], audience: all}"


def test_without_words_for_use_in_sentences_the_answers_stand_in_quotation_marks() -> None:
    whole = table(({}, "x"))
    bare = Condition(ask="Which harm?", values=tuple(Value(id=one, say=one.title()) for one in VALUES["harm"]))
    one = whole.model_copy(update={"conditions": whole.conditions | {"harm": bare}})
    assert in_words(one, (("threat", "joke"), ("pupil",), ("all",)), PlainText()) == (
        "“Threat” or “Joke”, by a pupil, in public"
    )
    assert in_words(one, (VALUES["harm"], ("pupil",), ("all",)), PlainText()).startswith(
        "whatever the answer to “Which harm?”, "
    )


def test_a_rule_is_told_in_words_whatever_it_names_that_the_table_does_not_have() -> None:
    one = table(({"harm": ("threat", "curse"), "place": ("here",)}, "x"))
    assert rule_in_words(one, one.rules[0], PlainText()) == "a threat by anybody wherever it stands"
