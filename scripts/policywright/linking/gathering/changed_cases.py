"""Changed cases: for which combinations of answers a table leads elsewhere than before, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from policywright.linking.combinations import Combination, Group, cases, groups, holds_together
from policywright.linking.gathering.changed_paths import ChangedPaths, PathChange, Step, ToldPath, told_path
from policywright.model.table import Condition, Table

Wording = Callable[[str], str]


def changed_cases(before: Table, after: Table, wording: Wording) -> ChangedPaths:
    """Return how the cases of a table changed between two versions; those that changed alike are told together.

    Each combination of answers is a path with a step for each condition. What cannot be, or has no rule, is none.
    """
    if before.conditions.keys() != after.conditions.keys() or not (holds_together(before) and holds_together(after)):
        return ChangedPaths(untold=True)
    before = before.model_copy(update={"conditions": {name: before.conditions[name] for name in after.conditions}})
    old, new = _outcomes(before), _outcomes(after)
    moves = defaultdict[tuple[str, str], list[Combination]](list)
    for combination in dict.fromkeys((*new, *old)):
        moves[old.get(combination, ""), new.get(combination, "")].append(combination)
    kept = (_told(after, _alone(one), now, wording) for (was, now), same in moves.items() if was == now for one in same)
    changes = (
        PathChange(_told(before, group, was, wording), _told(after, group, now, wording))
        for (was, now), moved in moves.items()
        if was != now
        for group in groups(after if now else before, moved)
    )
    return ChangedPaths(tuple(chain.from_iterable(kept)), tuple(changes))


def _outcomes(table: Table) -> Mapping[Combination, str]:
    """Return the outcome of each combination that has one."""
    found = ((case.combination, case.outcomes[0]) for case in cases(table) if case.outcomes)
    return {combination: outcome for combination, outcome in found if outcome in table.outcomes}


def _alone(combination: Combination) -> Group:
    return tuple((value,) for value in combination)


def _told(table: Table, group: Group, outcome: str, wording: Wording) -> tuple[ToldPath, ...]:
    """Return a group as one path to its outcome; without an outcome there is none."""
    if not outcome:
        return ()
    return (told_path(tuple(_steps(table, group, wording)), outcome, table.outcomes[outcome], wording),)


def _steps(table: Table, group: Group, wording: Wording) -> Iterator[Step]:
    """Yield the conditions that matter to a group, or all of them if none does."""
    asked = list(zip(table.conditions.items(), group, strict=True))
    matter = [one for one in asked if len(one[1]) < len(one[0][1].values)]
    for (name, condition), values in matter or asked:
        yield Step(name, values, wording(condition.ask), _say(condition, values, wording))


def _say(condition: Condition, values: tuple[str, ...], wording: Wording) -> str:
    return " or ".join(wording(value.say) for value in condition.values if value.id in values)
