import pytest
from tests.checks.told_by import clauses, told_by, words_flagged

CHECK = "named-person"


@pytest.mark.parametrize(
    "words",
    [
        "Mrs Example",
        "Dr. Example",
        "Cllr Example-Smith",
        "Mr Owain Example",
        "office@school.invalid",
        "01632 960001",
        "(01632) 960 001",
        "07700 900123",
        "+44 7700 900123",
        "+44 (0)1632 960001",
    ],
)
def test_a_name_an_address_or_a_number_of_a_person_is_told(words: str) -> None:
    assert words_flagged(CHECK, clauses(f"text: 'The office is with {words} now.'")) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "999, 101 or 111",
        "0800 111 222 3",
        "0300 123 4567",
        "help@example.org",
        "help@mail.example.com",
        "{{school-name}}@{{school-name}}",
        "Mr and Mrs",
        "Miss {{school-name}}",
        "01-09-2026",
        "0.1234567890",
        "Dear Sir or Madam",
    ],
)
def test_what_points_at_nobody_passes(words: str) -> None:
    assert told_by(CHECK, clauses(f"text: 'The office is with {words} now.'")) == []


def test_titles_labels_and_notes_are_looked_at_too() -> None:
    assert words_flagged(CHECK, clauses("heading: Ask Mrs Example\ntext: The office knows.")) == ["Mrs Example"]
    assert words_flagged(CHECK, clauses("text: The office knows.\neditors-note: As Mr Example said.")) == ["Mr Example"]
    assert words_flagged(CHECK, clauses("text: The office knows.\nexamples:\n  - A post\n  - Mr Example")) == [
        "Mr Example"
    ]


def test_a_service_may_give_its_own_address_but_no_name() -> None:
    platforms = (
        "register: platforms\nentries:\n  - id: facebook\n    title: Facebook\n    report:\n"
        "      - title: Abuse\n        steps:\n          - Write to abuse@platform.invalid or ring 01632 960001.\n"
        "          - Ask Mr Example.\n"
    )
    assert words_flagged(CHECK, {"policies/registers/platforms.yml": platforms}) == ["Mr Example"]
