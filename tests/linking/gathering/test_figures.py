import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.gathering.figures import figures, hours


def told(prose: str) -> list[str]:
    return [f"{figure.kind} {figure.value}" for figure in figures(prose)]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Pupils under 16 need a parent.", ["age 16"]),
        ("A pupil aged 16 or over may sign.", ["age 16"]),
        ("Nobody younger than 13 years may join.", ["age 13"]),
        ("Whoever is sixteen or older may sign.", ["age 16"]),
        ("A 16-year-old may sign; under-13s may not.", ["age 16", "age 13"]),
        ("Children over the age of 12 years are asked.", ["age 12"]),
        ("Keep it for 3 months.", ["period 3 month"]),
        ("Reply within twenty working days.", ["period 20 working day"]),
        ("Look at it at least every 24 hours.", ["period 24 hour"]),
        ("It takes over 16 weeks.", ["period 16 week"]),
        ("There are at least two trained administrators of it.", ["amount 2 trained administrators"]),
        ("Two members of staff know the password.", ["amount 2 members"]),
        ("Use up to 4 of them.", ["amount 4"]),
    ],
)
def test_a_rule_tells_its_ages_times_and_amounts(prose: str, expected: list[str]) -> None:
    assert told(prose) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "Ring 999, or 101 when nobody is in danger.",
        "See [[law:data-protection-act-2018]] and [[#within-3-months]].",
        "It was issued on 1 September 2019 as version 1.0.",
        "Somebody writes “I am under 13” on the page.",
        "Use two-step verification.",
    ],
)
def test_other_numbers_are_no_figures(prose: str) -> None:
    assert told(prose) == []


def test_words_and_digits_are_the_same_figure() -> None:
    assert told("after three months") == told("After 3 Months")


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("immediately", "5 minutes"),
        ("5 minutes", "the same day"),
        ("the same day", "two working days"),
        ("two working days", "one week"),
        ("one week", "one month"),
        ("one month", "a time that nobody has set"),
    ],
)
def test_times_in_words_can_be_put_in_order(shorter: str, longer: str) -> None:
    assert hours(shorter) < hours(longer)


@given(st.text())
def test_whatever_is_written_has_figures_of_its_own_words_only(prose: str) -> None:
    assert all(figure.words in " ".join(prose.split()) for figure in figures(prose))
