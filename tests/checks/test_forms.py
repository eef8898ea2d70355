"""The checks of forms."""

import pytest
from tests.checks.told_by import told_by

FILE = "policies/schools/forms/pictures.yml"
HEAD = "form: pictures\ntitle: Consent to pictures\npart: schools\nsections:\n  - title: Pictures\n    fields:\n"


def form(*fields: str, end: str = "") -> dict[str, str]:
    """Return a form whose first field begins on line 7; each field is its identifier and its further lines."""
    written = "".join("      - id: " + field.replace("\n", "\n        ") + "\n" for field in fields)
    return {FILE: HEAD + written + end}


WEBSITE = "website\nlabel: May we show pictures?\ntype: yes-no"
COLOURS = "colours\nlabel: Which colours?\ntype: pick-many\noptions: [red, blue]"
TEXT = "limits\nlabel: Which pictures?\ntype: text"


def shown_if(field: str, answer: str) -> str:
    return f"{TEXT}\nshow-if:\n  field: {field}\n  is: {answer}"


@pytest.mark.parametrize(
    ("field", "answer", "expected"),
    [
        ("website", "yes", []),
        ("colours", "red", []),
        (
            "website",
            "sometimes",
            ["19:15 “sometimes” is none of the choices of the field “website”. Write one of: yes, no."],
        ),
        ("colours", "rad", ["19:15 “rad” is none of the choices of the field “colours”. Write red."]),
    ],
)
def test_a_condition_names_a_choice_of_its_field(field: str, answer: str, expected: list[str]) -> None:
    assert told_by("unknown-option", form(WEBSITE, COLOURS, shown_if(field, answer))) == expected


def test_a_condition_on_a_field_without_choices_is_told() -> None:
    name = "child\nlabel: Name\ntype: name"
    (finding,) = told_by("unknown-option", form(name, shown_if("child", "Ann")))
    assert finding.startswith("14:18 The field “child” has no choices")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ((WEBSITE, shown_if("website", "yes")), []),
        (
            (WEBSITE, shown_if("web-site", "yes")),
            ["14:18 This depends on “web-site”, but no field of the form is called that. Write website."],
        ),
        (
            (shown_if("website", "yes"), WEBSITE),
            ["11:18 This depends on the field “website”, which is asked later. Move the field website before it."],
        ),
        (
            (shown_if("limits", "yes"),),
            ["11:18 This depends on the field “limits”, which is asked later. Move the field limits before it."],
        ),
    ],
    ids=["before", "mistyped", "later", "itself"],
)
def test_a_condition_looks_at_a_field_that_comes_before(fields: tuple[str, ...], expected: list[str]) -> None:
    assert told_by("unknown-field", form(*fields)) == expected


def test_labels_that_differ_by_marks_alone_are_the_same() -> None:
    same = "other\nlabel: 'May we show pictures:'\ntype: text"
    assert told_by("field-without-label", form(WEBSITE, same)) == [
        (
            "11:16 Two fields of this section are labelled “May we show pictures:”. "
            "Say in each label what is different about it."
        )
    ]


def test_two_sections_may_use_one_label() -> None:
    second = (
        "  - title: More\n    fields:\n      - id: other\n        label: May we show pictures?\n        type: text\n"
    )
    assert told_by("field-without-label", form(WEBSITE, end=second)) == []


@pytest.mark.parametrize(
    ("rest", "count"),
    [("", 1), ("\nblank-means: no", 0)],
)
def test_consent_says_what_an_empty_answer_means(rest: str, count: int) -> None:
    assert len(told_by("consent-without-blank-rule", form(f"{WEBSITE}\nconsent: yes{rest}"))) == count
    assert told_by("consent-without-blank-rule", form(WEBSITE)) == []


def test_consent_can_be_taken_back() -> None:
    consent = f"{WEBSITE}\nconsent: yes\nblank-means: no"
    assert len(told_by("consent-without-withdrawal", form(consent))) == 1
    assert told_by("consent-without-withdrawal", form(consent, end="withdraw: Tell the office.\n")) == []
    assert told_by("consent-without-withdrawal", form(WEBSITE)) == []


@pytest.mark.parametrize(
    ("field", "count"),
    [
        ("one\nlabel: Name\ntype: name", 1),
        ("one\nlabel: E-mail address\ntype: email", 1),
        ("one\nlabel: Telephone\ntype: phone", 1),
        ("one\nlabel: Signature\ntype: signature", 1),
        ("one\nlabel: Date of birth\ntype: date", 1),
        ("one\nlabel: Your religion\ntype: text\npersonal: yes", 1),
        ("one\nlabel: Date of the play\ntype: date", 0),
        ("one\nlabel: Name of the school\ntype: name\nfilled-by: adopter", 0),
        (WEBSITE, 0),
    ],
)
def test_personal_data_are_kept_for_a_time_that_the_form_says(field: str, count: int) -> None:
    keep = "keep:\n  where: school office\n  until: the pupil leaves\n"
    assert len(told_by("personal-data-without-retention", form(field))) == count
    assert told_by("personal-data-without-retention", form(field, end=keep)) == []
