"""The checks of decision tables, which tell one fault by one finding."""

import pytest
from tests.checks.over_minimal import found

FILE = "policies/schools/lost.yml"
WHOLE = """\
table: lost
title: A telephone is lost
part: schools
conditions:
  whose:
    ask: Whose is it?
    whatever: a telephone
    values:
      - {id: pupil, say: A pupil, in-words: the telephone of a pupil}
      - {id: school, say: The school, in-words: a telephone of the school}
      - {id: unsure, say: I am not sure, in-words: the telephone of somebody unknown}
  pictures:
    ask: Are there pictures of pupils on it?
    whatever: whatever is on it
    always-known: The office has a list.
    values:
      - {id: some, say: Yes, in-words: with pictures}
      - {id: none, say: No, in-words: without pictures}
rules:
  - id: with-pictures
    when: {pictures: some}
    go: headteacher
  - id: of-a-pupil
    when: {whose: [pupil, unsure], pictures: none}
    go: office
  - id: of-the-school
    when: {whose: school, pictures: none}
    go: headteacher
outcomes:
  headteacher:
    title: Tell the head teacher
    text: The head teacher decides.
    clauses: [social-media]
  office:
    title: Tell the office
    text: The office blocks the number.
    clauses: [social-media]
"""
AT_EVERY_RULE = """\
    clauses: [social-media]
  - id: of-the-school"""


TWICE = "  - {id: twice, when: {whose: pupil, pictures: some}, go: headteacher}\n"


def impossible(when: str) -> str:
    return f"impossible:\n  - when: {when}\n    because: Nobody can say that of it.\noutcomes:\n"


def findings(text: str) -> list[str]:
    """Return where each finding about the table is, and its check."""
    return [f"{one.location.line} {one.name}" for one in found({FILE: text}) if one.name != "orphan-document"]


def message(text: str) -> tuple[str, str]:
    (finding,) = (one for one in found({FILE: text}) if one.name.startswith("table-"))
    return finding.message, finding.help


def changed(old: str, new: str) -> str:
    assert WHOLE.count(old) == 1
    return WHOLE.replace(old, new)


def test_a_whole_table_has_no_findings() -> None:
    assert findings(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("whose: [pupil, unsure]", "whose: pupil", "19 table-gap"),
        ("outcomes:\n", f"{TWICE}outcomes:\n", "29 table-idle-rule"),
        ("when: {whose: [pupil, unsure], pictures: none}", "when: {whose: [pupil, unsure]}", "23 table-overlap"),
        ("whose: [pupil, unsure]", "whose: [pupil, unshure]", "24 table-unknown-name"),
        ("whose: [pupil, unsure]", "who: [pupil, unsure]", "24 table-unknown-name"),
        ("go: office", "go: ofice", "25 table-unknown-name"),
        ("go: office", "go: headteacher", "34 table-unreached-outcome"),
        ("id: school, say", "id: pupil, say", "10 table-duplicate-value"),
        ("say: The school", "say: A Pupil", "10 table-duplicate-value"),
        ("    text: The office blocks the number.\n", "", "34 dead-end"),
        ("number.\n    clauses: [social-media]", "number.", "34 outcome-without-clause"),
        ("    always-known: The office has a list.\n", "", "15 unsure-answer-missing"),
        ("id: of-a-pupil", "id: whose", "23 duplicate-identifier"),
    ],
)
def test_one_fault_is_told_once_at_its_line(old: str, new: str, expected: str) -> None:
    assert findings(changed(old, new)) == [expected]


def test_a_gap_is_told_as_a_sentence_with_the_rule_that_would_close_it() -> None:
    assert message(changed("whose: [pupil, unsure]", "whose: pupil")) == (
        "Nothing is said for the telephone of somebody unknown without pictures.",
        "Add a rule with when: {whose: unsure, pictures: none}, or that under impossible: where it cannot be.",
    )


def test_gaps_that_share_their_values_are_told_together() -> None:
    first_rule = "  - id: with-pictures\n    when: {pictures: some}\n    go: headteacher\n"
    assert message(changed(first_rule, "")) == (
        "Nothing is said for a telephone with pictures.",
        "Add a rule with when: {pictures: some}, or that under impossible: where it cannot be.",
    )


def test_an_overlap_names_both_rules_and_all_combinations_in_which_they_meet() -> None:
    told, _ = message(changed("when: {whose: [pupil, unsure], pictures: none}", "when: {whose: [pupil, unsure]}"))
    assert told == (
        "For the telephone of a pupil or the telephone of somebody unknown with pictures, this rule leads to “office”, "
        "but the rule “with-pictures” to “headteacher”."
    )


def test_what_cannot_be_needs_no_rule() -> None:
    narrowed = changed("whose: [pupil, unsure]", "whose: pupil")
    assert findings(narrowed.replace("outcomes:\n", impossible("{whose: unsure, pictures: none}"))) == []


def test_a_rule_that_names_what_cannot_be_contradicts_it() -> None:
    told, _ = message(changed("outcomes:\n", impossible("{whose: unsure, pictures: none}")))
    assert told == (
        "This rule says what to do for the telephone of somebody unknown without pictures, but that cannot be."
    )


def test_a_rule_that_leaves_a_condition_out_may_cover_what_cannot_be() -> None:
    assert findings(changed("outcomes:\n", impossible("{whose: unsure, pictures: some}"))) == []


def test_an_outcome_needs_no_clause_where_every_rule_that_leads_to_it_names_one() -> None:
    bare = changed("number.\n    clauses: [social-media]", "number.")
    assert findings(bare.replace("  - id: of-the-school", AT_EVERY_RULE)) == []


def test_several_values_without_brackets_are_told_as_a_list() -> None:
    (told, *_) = (one for one in found({FILE: changed("whose: [pupil, unsure]", "whose: 'pupil, unsure'")}))
    assert (told.message, told.location.line) == ("`whose` takes a list.", 24)
