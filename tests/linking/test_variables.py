from __future__ import annotations

from dataclasses import replace

from tests.linking.written import clause, linked, policy, section

from policywright.linking import link
from policywright.model.letter import Letter


def test_a_variable_has_its_default_or_none_or_is_unknown() -> None:
    variables = [
        {"id": "school-name", "about": "The school", "default": "Oak School"},
        {"id": "phone", "about": "The telephone number"},
    ]
    found = linked(policy(section("x", clause("one", "{{school-name}} {{phone}} {{fax}}"))), variables=variables)
    assert [(use.name, use.value, use.known, use.blank) for use in found.variables] == [
        ("school-name", "Oak School", True, False),
        ("phone", None, True, False),
        ("fax", None, False, False),
    ]


def test_in_a_letter_a_name_is_first_that_of_a_blank() -> None:
    variables = [{"id": name, "about": "Whatever", "default": "Default"} for name in ("parent", "school-name")]
    letter = Letter.model_validate({
        "letter": "ask", "title": "Ask", "part": "schools",
        "blanks": [{"id": "parent", "label": "Parent"}],
        "body": [{"text": "Dear {{parent}} of {{school-name}}"}],
    })  # fmt: skip
    found = linked(
        letter,
        policy(section("x", clause("one", "{{parent}}"))),
        variables=variables,
    )
    assert [(use.name, use.value, use.blank) for use in found.variables] == [
        ("parent", None, True),
        ("school-name", "Default", False),
        ("parent", "Default", False),
    ]


def test_when_the_settings_could_not_be_read_every_variable_counts_as_known() -> None:
    handbook = linked(policy(section("x", clause("one", "Staff of {{school-name}}")))).handbook
    found = link(replace(handbook, unread=frozenset({"handbook"})))
    assert [(use.known, use.value) for use in found.variables] == [(True, None)]


def test_a_value_has_a_capital_where_a_sentence_begins_but_not_where_a_point_goes_on() -> None:
    variables = [{"id": "school", "about": "The school", "default": "the school"}]
    text = "{{school}} asks {{school}}. *{{school}}* says so."
    one = clause("one", text) | {"points": [clause("two", "{{school}} too. {{school}} again.")]}
    found = linked(policy(section("x", one)), variables=variables)

    assert [use.value for use in found.variables] == [
        *("The school", "the school", "The school"),
        *("the school", "The school"),
    ]
