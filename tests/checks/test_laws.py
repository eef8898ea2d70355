"""The two checks of laws, which must never speak of the same words."""

import pytest
from tests.checks.over_minimal import found, policy, told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Data Protection Act 1999",
            (
                "9:32 unknown-law: The register of laws has no “Data Protection Act 1999”. "
                "Write Data Protection Act 2018; "
                "or enter the law, with its exact title, in the register of laws."
            ),
        ),
        (
            "[[law:equality-act-2011]]",
            (
                "9:32 unknown-law: The register of laws has no “equality-act-2011”. "
                "Write [[law:equality-act-2010]] for law “Equality Act 2010”; "
                "or enter the law, with its exact title, in the register of laws."
            ),
        ),
        (
            "Data Protection Act 1998",
            (
                "9:32 superseded-law: The Data Protection Act 1998 has been replaced by the Data Protection Act 2018. "
                "Write [[law:data-protection-act-2018]], or name both if the old law is meant."
            ),
        ),
        (
            "[[law:data-protection-act-1998]]",
            (
                "9:32 superseded-law: The Data Protection Act 1998 has been replaced by the Data Protection Act 2018. "
                "Write [[law:data-protection-act-2018]], or name both if the old law is meant."
            ),
        ),
    ],
)
def test_a_law_that_is_unknown_or_replaced_is_told_where_it_is_named(words: str, expected: str) -> None:
    assert told(found(policy(f"        text: Staff act by the {words} always.\n"))) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "the Equality Act 2010",
        "the Data Protection Act 2018 and the Equality Act 2010",
        "the Data Protection Act 1998, today the Data Protection Act 2018",
        "the Data Protection Act 1998 ([[law:data-protection-act-2018]] today)",
        "an act of 2010",
    ],
)
def test_laws_of_the_register_that_hold_or_are_explained_are_fine(words: str) -> None:
    assert found(policy(f"        text: Staff keep to {words}.\n")) == ()


def test_an_editors_note_excuses_a_law_of_the_past() -> None:
    text = (
        "        text: It was written under the Data Protection Act 1998.\n"
        "        editors-note: The Data Protection Act 1998 held when it was written.\n"
    )
    assert found(policy(text)) == ()


def test_a_note_on_something_else_excuses_no_law() -> None:
    text = "        text: It rests on the Data Protection Act 1998.\n        editors-note: A page break was here.\n"
    assert [one.name for one in found(policy(text))] == ["superseded-law"]


def test_a_name_that_runs_over_the_end_of_a_line_is_found_whole() -> None:
    (finding,) = found(policy("        text: |\n          Staff act by the Data Protection\n          Act 1999.\n"))
    place = finding.location
    assert (place.line, place.column, place.end_line, place.end_column) == (10, 28, 11, 19)


def test_a_law_whose_successor_is_still_to_come_holds() -> None:
    laws = (
        "register: laws\nentries:\n"
        "  - {id: old-act, title: Old Act 2020, replaced-by: new-act, replaced-from: 2026-12-01}\n"
        "  - {id: new-act, title: New Act 2026}\n"
    )
    files = policy("        text: Staff act by the Old Act 2020.\n")
    assert found(files | {"policies/registers/more/laws.yml": laws}) == ()
