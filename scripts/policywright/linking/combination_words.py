"""Combination words: what groups of combinations are called in a sentence."""

from __future__ import annotations

from policywright.linking.combinations import Group
from policywright.linking.plain_text import PlainText
from policywright.model.table import Condition, Table, TableRule


def in_words(table: Table, group: Group, wording: PlainText) -> str:
    """Return what stands behind "for": `a threat by a parent or by a pupil, whoever can see it`.

    Where the editor gave no words for use within a sentence, the words of the answers stand in quotation marks.
    """
    conditions = zip(table.conditions.values(), group, strict=True)
    told = [_told(condition, values, wording) for condition, values in conditions]
    has_words = all(value.in_words for condition in table.conditions.values() for value in condition.values)
    return (" " if has_words else ", ").join(told)


def as_when(table: Table, group: Group) -> str:
    """Return what an editor writes under `when:` for a group; of a condition of which all values hold, nothing."""
    named = zip(table.conditions.items(), group, strict=True)
    parts = (
        f"{name}: [{', '.join(values)}]" if values[1:] else f"{name}: {values[0]}"
        for (name, condition), values in named
        if len(values) < len(condition.values)
    )
    return f"{{{', '.join(parts)}}}"


def rule_in_words(table: Table, rule: TableRule, wording: PlainText) -> str:
    """Return the combinations of a rule in the same way; names that the table does not know are passed over."""
    all_of = {name: tuple(value.id for value in condition.values) for name, condition in table.conditions.items()}
    known = {name: tuple(set(rule.when_.get(name, ())) & set(values)) for name, values in all_of.items()}
    return in_words(table, tuple(known[name] or values for name, values in all_of.items()), wording)


def _told(condition: Condition, values: tuple[str, ...], wording: PlainText) -> str:
    chosen = [value for value in condition.values if value.id in values]
    if len(chosen) == len(condition.values):
        return _whatever(condition, wording)
    named = [wording.of(value.in_words) if value.in_words else f"“{wording.of(value.say)}”" for value in chosen]
    return f"{', '.join(named[:-1])} or {named[-1]}" if named[1:] else named[0]


def _whatever(condition: Condition, wording: PlainText) -> str:
    return wording.of(condition.whatever or f"whatever the answer to “{condition.ask}”")
