"""What may be called a minor change."""

from __future__ import annotations

import pytest
from tests.checks.over_minimal import PHONES, found, told

HEAD = "policy: phones\ntitle: Mobile telephones\npart: schools\nowner: headteacher\n"
HISTORY = "history:\n  - {version: 2026.2, date: 2026-09-01, by: headteacher, what: Tidied., minor: yes}\n"
CLAUSE = "      - {id: off, duty: must, actors: [staff], text: Staff must switch them off within 2 days.}\n"


def policy(clause: str, head: str = "version: 2026.1\n") -> dict[str, str]:
    return {PHONES: f"{HEAD}{head}sections:\n  - id: lessons\n    title: In lessons\n    clauses:\n{clause}"}


def findings(clause: str, history: str = HISTORY) -> list[str]:
    after = policy(clause, f"version: 2026.2\n{history}")
    return [one for one in told(found(after, before=policy(CLAUSE))) if "change-not-minor" in one]


@pytest.mark.parametrize(
    ("clause", "what"),
    [
        (CLAUSE.replace("must", "should"), "a duty changed since version 2026.1: 1.1."),
        (CLAUSE.replace("2 days", "3 days"), "a number, an age or a period changed since version 2026.1: 1.1."),
        (CLAUSE.replace("[staff]", "[headteacher]"), "who acts changed since version 2026.1: 1.1."),
        (CLAUSE + CLAUSE.replace("off", "on"), "a duty changed since version 2026.1: 1.2."),
    ],
)
def test_what_asks_something_else_of_people_is_not_minor(clause: str, what: str) -> None:
    (finding,) = findings(clause)
    assert finding.startswith("7:80 ")
    assert f"The policy “Mobile telephones” calls its version 2026.2 minor, but {what}" in finding


def test_a_duty_that_went_is_not_minor() -> None:
    (finding,) = findings("      - {id: other, text: Telephones ring.}\n")
    assert "a duty changed since version 2026.1: 1.1." in finding


@pytest.mark.parametrize("clause", [CLAUSE, CLAUSE.replace("switch them off", "turn them off")])
def test_words_alone_may_change(clause: str) -> None:
    assert findings(clause) == []


def test_what_is_not_called_minor_may_change_in_any_way() -> None:
    assert findings(CLAUSE.replace("must", "should"), HISTORY.replace(", minor: yes", "")) == []
