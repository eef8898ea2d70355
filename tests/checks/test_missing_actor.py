import pytest
from tests.checks.told_by import PHONES, told_by

CHECK = "missing-actor"
RULE = "        duty: must\n        text: 'Telephones must be put away, and:'\n"
POINT = (
    "        points:\n          - id: pictures\n            duty: must\n            text: pictures must be deleted\n"
)


def written(policy: str = "", section: str = "", clause: str = "") -> dict[str, str]:
    head = f"policy: phones\ntitle: Mobile telephones\npart: schools\nowner: headteacher\n{policy}sections:\n"
    start = f"  - id: lessons\n    title: In lessons\n{section}    clauses:\n      - id: put-away\n"
    return {PHONES: f"{head}{start}{clause}{RULE}"}


def test_a_duty_that_nobody_bears_is_told_at_the_duty() -> None:
    assert told_by(CHECK, written()) == [
        (
            "10:15 The clause is marked must, but nothing says whom it binds. "
            "Add a line such as actors: [staff], or applies-to: with the roles to the section or the policy."
        )
    ]


@pytest.mark.parametrize(
    "files",
    [
        written(policy="applies-to: [staff]\n"),
        written(section="    applies-to: [staff]\n"),
        written(clause="        actors: [staff]\n"),
    ],
    ids=["policy", "section", "clause"],
)
def test_policy_section_or_clause_can_say_who_bears_it(files: dict[str, str]) -> None:
    assert told_by(CHECK, files) == []


def test_a_point_has_the_bearers_of_its_clause() -> None:
    files = {PHONES: written(clause="        actors: [staff]\n")[PHONES] + POINT}
    assert told_by(CHECK, files) == []
