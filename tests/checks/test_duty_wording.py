import pytest
from tests.checks.told_by import clauses, told_by, words_flagged

CHECK = "duty-wording"


@pytest.mark.parametrize(
    ("duty", "text", "word"),
    [
        ("must", "Staff should ask.", "should"),
        ("must", "Staff may ask.", "may"),
        ("must", "Staff must not ask.", "must not"),
        ("must", "Do not ask.", "Do not"),
        ("must-not", "Staff must ask.", "must"),
        ("should", "Staff must ask.", "must"),
        ("should-not", "Staff should ask.", "should"),
        ("may", "Staff must ask.", "must"),
        ("must", "Passwords are changed each term.", "must"),
        ("should", "{{school-name}} changes its passwords.", "should"),
    ],
)
def test_a_duty_without_support_in_the_words_is_told(duty: str, text: str, word: str) -> None:
    assert words_flagged(CHECK, clauses(f"duty: {duty}\ntext: '{text}'")) == [word]


@pytest.mark.parametrize(
    ("duty", "text"),
    [
        ("must", "Staff must ask."),
        ("must", "Decline every request."),
        ("must", "Staff are to ask."),
        ("must", "Staff have to ask."),
        ("must", "The head teacher will ask."),
        ("must", "Ring-fence an hour for training."),
        ("must", "No picture may be shown without consent."),
        ("must", "Staff must not ask parents, and must tell the office."),
        ("must-not", "Never ask."),
        ("must-not", "Decline every request."),
        ("must-not", "No picture may be shown."),
        ("must-not", "Staff may post only with consent."),
        ("must-not", "Filming is not allowed."),
        ("should", "Explain why."),
        ("should", "It is sensible that staff should keep away."),
        ("should-not", "Avoid names."),
        ("may", "Staff need not ask."),
        ("may", "Parents can ask."),
        ("may", "Pupils are free to ask."),
        ("should-not", "Try not to answer in the evening."),
        ("should-not", "It is best not to reply."),
        ("must", "Always daub your screen."),
    ],
)
def test_a_duty_that_the_words_bear_out_passes(duty: str, text: str) -> None:
    assert told_by(CHECK, clauses(f"duty: {duty}\ntext: {text}")) == []


def test_the_remedy_gives_both_ways_out() -> None:
    assert told_by(CHECK, clauses("duty: must\ntext: Staff should ask.")) == [
        (
            "12:21 The clause is marked must, but its words say “should”. "
            "Write duty: should, or change “should” into “must”."
        )
    ]
    assert told_by(CHECK, clauses("duty: must-not\ntext: Passwords are changed each term.")) == [
        (
            "11:15 The clause is marked must-not, but its words only state a fact. "
            "Say it with “must not”, or take the line duty out."
        )
    ]


@pytest.mark.parametrize(
    "point", ["post pictures", "reply; they must wait", "pictures of pupils", "may be seen by pupils"]
)
def test_a_point_goes_on_with_the_sentence_of_its_clause(point: str) -> None:
    points = f"points:\n  - id: one\n    text: {point}"
    assert told_by(CHECK, clauses(f"duty: must-not\ntext: 'Staff must not:'\n{points}")) == []


def test_a_point_of_another_strength_needs_a_duty_of_its_own() -> None:
    points = "points:\n  - id: one\n    text: They should ask first."
    assert told_by(CHECK, clauses(f"duty: must\ntext: Staff must lock their screens.\n{points}")) == [
        (
            "15:24 The point takes over from its clause the duty must, but its words say “should”. "
            "Write duty: should, or change “should” into “must”."
        )
    ]


def test_a_clause_may_leave_the_rule_to_its_points() -> None:
    points = "points:\n  - id: one\n    text: lock their screens"
    assert told_by(CHECK, clauses(f"duty: must\ntext: 'Staff in the office:'\n{points}")) == []


def test_may_not_is_left_to_its_own_check() -> None:
    assert told_by(CHECK, clauses("duty: must\ntext: Parents may not film.")) == []
