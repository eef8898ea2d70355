import pytest
from tests.checks.over_minimal import PHONES, found, policy


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("section 1", "Write [[#lessons]], which is “In lessons”."),
        ("Section 1", "Write [[#lessons]], which is “In lessons”."),
        ("clause 1.2", "Write [[#ring]], which is “In an emergency anyone may ring”."),
        ("paragraph 1.2(a)", "Write [[#at-once]], which is “at once”."),
        ("Annex A", "Write [[#lockers]], which is “Lockers”."),
        ("section 9", "No section 9 is in this document: write a reference to what is meant"),
        ("section 1 of this policy", "Write [[#lessons]], which is “In lessons”."),
    ],
)
def test_a_number_in_plain_words_is_found_with_the_reference_to_write(words: str, remedy: str) -> None:
    (finding,) = found(_written(words))
    assert (finding.name, finding.location.line, finding.location.column) == ("plain-text-reference", 9, 26)
    assert finding.help.startswith(remedy)


@pytest.mark.parametrize(
    "words",
    [
        "section 127 of the [[law:equality-act-2010]]",
        "section 3(1) of the Equality Act 2010",
        "sections 3 and 4 of the Equality Act 2010",
        "the Equality Act 2010, section 3",
        "[[law:equality-act-2010]], section 3",
        "a section of the school",
        "the clause a parent reads",
        "[[#ring|section 1]]",
        "`section 1`",
    ],
)
def test_numbers_of_laws_and_words_without_a_number_are_fine(words: str) -> None:
    assert found(_written(words)) == ()


def test_where_a_section_speaks_of_a_law_the_word_section_means_that_of_the_law() -> None:
    law = "      - id: act\n        text: The [[law:equality-act-2010]] gives exceptions.\n"
    assert found(policy("        text: Words of section 3 tell more, and section 4.\n" + law)) == ()
    assert found(policy("        text: Words of clause 1.1 tell more.\n" + law)) != ()


def _written(words: str) -> dict[str, str]:
    rest = (
        f"        text: Staff (see {words}) use [[#lockers]].\n"
        "      - id: ring\n"
        "        text: In an emergency anyone may ring\n"
        "        points:\n"
        "          - id: at-once\n"
        "            text: at once\n"
        "annexes:\n"
        "  - id: lockers\n"
        "    title: Lockers\n"
        "    introduction: They stand beside the staff room.\n"
    )
    return {PHONES: policy(rest)[PHONES]}
