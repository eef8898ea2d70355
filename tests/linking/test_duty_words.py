import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.duty_words import duty_words, own_words


def read(prose: str) -> list[str]:
    """Return each duty word with what it says: `must: must`; in brackets where it does not speak for its sentence."""
    found = (
        (f"{prose[one.start : one.end]}: {one.says or ' or '.join(sorted(one.fits))}", one.governs)
        for one in duty_words(prose)
    )
    return [told if governs else f"({told})" for told, governs in found]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Staff must lock their screens.", ["must: must"]),
        ("Staff must not share a password.", ["must not: must-not"]),
        ("STAFF MUST NOT share a password.", ["MUST NOT: must-not"]),
        ("The \u0130zmir partners should ask first.", ["should: should"]),
        ("Staff *must* **not** share it.", ["must* **not: must-not"]),
        ("You must never give it out.", ["must never: must-not"]),
        ("Staff shall lock their screens.", ["shall: must"]),
        ("Parents should ask first.", ["should: should"]),
        ("Parents shouldn\u2019t ask.", ["shouldn\u2019t: should-not"]),
        ("Pupils may leave early.", ["may: may"]),
        ("Staff are required to sign.", ["are required to: must"]),
        ("Staff are not required to sign.", ["are not required to: may"]),
        ("Everybody has a reason, and staff need not give one.", ["need not: may"]),
        ("Telephones are to be locked away.", ["are to be: must"]),
        ("Filming is strictly forbidden.", ["is strictly forbidden: must-not"]),
        ("Filming is not allowed.", ["is not allowed: must-not"]),
        ("Schools are advised to keep a list.", ["are advised to: should"]),
        ("Governors are expected to be fair.", ["are expected to: must or should"]),
        ("The school will answer.", ["will: must or should"]),
        ("The owner is responsible for the account.", ["is responsible: must or should"]),
        ("Filming is inadvisable.", ["inadvisable: should-not"]),
        ("Pupils can't leave.", ["can't: must-not or should-not"]),
        ("The office answers for the list.", ["answers for: must or should"]),
        ("A second address is a good idea.", ["a good idea: should or should-not"]),
        ("No swearing.", ["No: must or must-not or should-not"]),
        ("Nor may they swear.", ["may: must-not"]),
    ],
)
def test_modal_words_say_how_binding_a_rule_is(prose: str, expected: list[str]) -> None:
    assert read(prose) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Decline every request.", ["Decline: must"]),
        ("Please report the post to the platform.", ["report: must"]),
        ("Always lock your screen.", ["lock: must"]),
        ("Do not reply.", ["Do not: must-not"]),
        ("Never share a password.", ["Never: must-not"]),
        ("If a pupil follows you, block the account.", ["block: must"]),
        ("If a pupil follows you, do not follow back.", ["do not: must-not"]),
        ("Screens are seen by many. Check yours.", ["Check: must"]),
        ("**Passwords.** Change yours each term.", ["Change: must"]),
    ],
)
def test_an_imperative_is_an_order(prose: str, expected: list[str]) -> None:
    assert read(prose) == expected


def test_an_imperative_suits_must_as_well_as_should() -> None:
    (order,) = duty_words("Decline the offer.")
    assert {"must", "should"} <= order.fits
    (ban,) = duty_words("Never share it.")
    assert ban.fits == {"must-not", "should-not"}


@pytest.mark.parametrize(
    "prose",
    [
        "See [[#own-family]].",
        "Ask the [[role:headteacher]].",
        "Keep in mind that the line is blurred.",
        "If you are not sure, use [[decision]].",
    ],
)
def test_a_sentence_that_points_the_way_lays_down_nothing(prose: str) -> None:
    assert not any(found.commands for found in duty_words(prose))


@pytest.mark.parametrize(
    "prose",
    [
        "Use of school equipment is logged.",
        "Report forms are in the office.",
        "Access to the account is limited to two people.",
        "Contact details of the office are on the site.",
        "May is the month of the school play.",
        "A lock on the screen is a must.",
        "In this handbook, must means that there is no choice.",
        "Open encyclopaedias are edited by everybody.",
    ],
)
def test_a_noun_is_no_order(prose: str) -> None:
    assert not any(found.commands for found in duty_words(prose))


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("This policy sets out what staff must do.", ["(must: must)"]),
        ("Tell anybody who must know.", ["Tell: must", "(must: must)"]),
        ("If you must post, wait a day.", ["(must: must)", "wait: must"]),
        ("The Act says that schools must publish it.", ["(must: must)"]),
        ("Pictures that may embarrass a pupil are out.", ["(may: may)"]),
        ("Should you see a threat, ring 999.", ["(Should: should)", "ring: must"]),
        ("The head decides whether staff may post.", ["(may: may)"]),
    ],
)
def test_a_word_in_a_part_of_a_sentence_does_not_speak_for_it(prose: str, expected: list[str]) -> None:
    assert read(prose) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "Anything that identifies a pupil must go.",
        "Staff who run an account must keep its password.",
        "Where possible the school must answer.",
        "Pictures that staff take must be deleted.",
    ],
)
def test_a_word_after_a_part_of_a_sentence_speaks_for_the_sentence(prose: str) -> None:
    assert read(prose) == ["must: must"]


def test_must_decline_suits_a_ban_as_well() -> None:
    assert read("Staff must decline it.") == ["must: must"]
    (found,) = duty_words("Staff must decline it.")
    assert found.fits == {"must", "must-not"}


def test_a_sentence_that_begins_with_no_is_a_ban() -> None:
    assert read("No pupil may be named.") == ["may: must-not"]
    assert read("Nobody should film the play.") == ["should: should-not"]


def test_a_permission_with_only_can_stand_for_a_ban() -> None:
    (found,) = duty_words("Only the head teacher may answer.")
    assert found.fits == {"may", "must", "must-not"}


@pytest.mark.parametrize(
    "prose",
    [
        "The word “must” marks a rule.",
        'The word "must" marks a rule.',
        "The word \u2018must\u2019 marks a rule.",
        "The line `duty: must` marks a rule.",
        "It stands in [[#rules|what staff must do]].",
        "It stands in {{must}}.",
    ],
)
def test_quoted_words_code_and_marks_are_not_the_rules_own(prose: str) -> None:
    assert duty_words(prose) == ()


def test_an_apostrophe_quotes_nothing() -> None:
    assert read("Pupils' telephones must stay in the pupils' bags.") == ["must: must"]


@given(st.text(alphabet="aAmuster no¤'\"“”[]{}|.,:;\n*_`", max_size=60))
def test_own_words_have_the_length_of_the_prose_and_duty_words_lie_within(prose: str) -> None:
    assert len(own_words(prose)) == len(prose)
    assert all(0 <= found.start < found.end <= len(prose) for found in duty_words(prose))
