import pytest
from tests.checks.over_minimal import PHONES, found, policy, told

FORM = {
    "policies/schools/forms/photo-consent.yml": (
        "form: photo-consent\ntitle: Consent to photographs\npart: schools\nclauses: [phones]\n"
        "sections:\n  - title: About you\n    fields:\n      - {id: name, label: Your name, type: text}\n"
    )
}


@pytest.mark.parametrize(
    ("reference", "message", "remedy"),
    [
        (
            "[[#emergencys]]",
            "Policy “Mobile telephones” has nothing with the identifier “emergencys”.",
            "Write [[#emergencies]] for clause 1.2 “In an emergency anyone may ring”.",
        ),
        (
            "[[social-medai]]",
            "No document has the identifier “social-medai”.",
            "Write [[social-media]] for policy “Social media”.",
        ),
        (
            "[[social-media#tell-headteacher]]",
            "Policy “Social media” has nothing with the identifier “tell-headteacher”.",
            "Write [[social-media#tell-the-headteacher]] for clause 1.2 “Staff should tell",
        ),
        (
            "[[role:hedteacher]]",
            "No role has the identifier “hedteacher”.",
            "Write [[role:headteacher]] for role “Head teacher”.",
        ),
        (
            "[[headteacher]]",
            "No document has the identifier “headteacher”.",
            "Write [[role:headteacher]] for role “Head teacher”.",
        ),
        (
            "[[rule:headteacher]]",
            "“rule:” begins no reference; those to registers begin with role:, topic:, term:, law: or platform:.",
            "Write [[role:headteacher]] for role “Head teacher”.",
        ),
        (
            "[[Emergencies]]",
            "No document has the identifier “Emergencies”.",
            "Write [[#emergencies]] for clause 1.2 “In an emergency anyone may ring”.",
        ),
        ("[[]]", "This reference names nothing.", "Write the identifier of something that is there"),
        ("[[qqqq]]", "No document has the identifier “qqqq”.", "Write the identifier of something that is there"),
    ],
)
def test_a_reference_to_nothing_is_told_at_its_brackets_with_what_is_nearest(
    reference: str, message: str, remedy: str
) -> None:
    text = f"        text: Staff keep them off, see {reference}.\n"
    (finding,) = found(policy(text + "      - id: emergencies\n        text: In an emergency anyone may ring.\n"))
    assert (finding.name, finding.location.line, finding.location.column) == ("dangling-reference", 9, 40)
    assert finding.location.end_column == 40 + len(reference)
    assert finding.message == message
    assert finding.help.startswith(remedy)


def test_a_role_that_is_a_form_is_told_as_such() -> None:
    text = "        actors: [staff, photo-consent]\n        text: Staff keep them off ([[photo-consent]]).\n"
    (finding,) = found(policy(text) | FORM)
    assert finding.message == "“photo-consent” is a form, and only roles can stand here."
    assert (finding.location.line, finding.location.column, finding.location.end_column) == (9, 25, 38)


def test_a_misspelt_role_is_one_finding() -> None:
    findings = found(policy("        actors: [hedteacher]\n        text: They keep them off.\n"))
    assert told(findings) == [
        "9:18 dangling-reference: No role has the identifier “hedteacher”. Write headteacher for role “Head teacher”."
    ]


def test_a_clause_cannot_stand_where_a_document_is_asked_for() -> None:
    text = policy("        text: Words.\n")[PHONES] + "read-with: ['social-media#tell-the-headteacher']\n"
    (finding,) = found({PHONES: text})
    assert finding.message == "“social-media#tell-the-headteacher” is a clause, and only documents can stand here."
    assert "tell-the-headteacher" not in finding.help


def test_an_unknown_law_or_term_is_left_to_its_own_check() -> None:
    findings = found(policy("        text: And [[law:no-act]] and [[term:no-term]].\n"))
    assert [finding.name for finding in findings] == ["unknown-law", "undefined-term"]


def test_a_former_identifier_leads_on() -> None:
    ringing = "      - id: ringing\n        formerly: [calls]\n        text: Staff ring.\n"
    assert found(policy("        text: And [[#calls]].\n" + ringing)) == ()


def test_a_reference_in_backticks_is_none() -> None:
    assert found(policy("        text: Words such as `[[#anything]]` alone.\n")) == ()


def test_references_to_one_missing_thing_are_one_finding_with_all_its_places() -> None:
    (finding,) = found(policy("        text: And [[#gone]], and [[phones#gone]], and [[#gone|so on]].\n"))
    assert finding.location.column == 19
    assert [related.location.column for related in finding.related] == [34, 55]


@pytest.mark.parametrize(
    ("field", "remedy"),
    [("owner: the head", "Write the identifier of a role: "), ("part: Schools", "Write schools for part “Schools”.")],
)
def test_where_an_entry_of_a_short_list_is_due_the_choice_is_told(field: str, remedy: str) -> None:
    key = field.partition(":")[0]
    text = "policy: phones\ntitle: Mobile telephones\npart: schools\nowner: headteacher\n"
    lines = (field if line.startswith(f"{key}:") else line for line in text.splitlines())
    (finding,) = (one for one in found({PHONES: "\n".join(lines)}) if one.name == "dangling-reference")
    assert finding.help
    assert finding.help.startswith(remedy)


@pytest.mark.parametrize("reference", ["phones/phones-off", "phones.phones-off", "#1.1", "phones#1.1"])
def test_a_slash_and_a_number_are_understood(reference: str) -> None:
    findings = found(policy(f"        text: Staff must do as [[{reference}]] says.\n"))
    (finding,) = (one for one in findings if one.name == "dangling-reference")
    assert finding.help
    assert finding.help.startswith("Write [[#phones-off]] for clause 1.1 ")


def test_a_role_that_there_is_not_can_be_added_where_roles_are_written() -> None:
    findings = found({PHONES: "policy: phones\ntitle: Phones\npart: schools\nowner: the head\n"})
    (finding,) = (one for one in findings if one.name == "dangling-reference")
    assert finding.help
    assert finding.help.endswith("; or add it to policies/registers/roles.yml.")


@pytest.mark.parametrize(
    ("reference", "offered"), [("phone-receipt", True), ("phones-of", True), ("phones-off", False)]
)
def test_a_document_that_nobody_has_written_yet_can_be_begun(reference: str, *, offered: bool) -> None:
    findings = found(policy(f"        text: Staff must sign on [[{reference}]].\n"))
    (finding,) = (one for one in findings if one.name == "dangling-reference")
    assert finding.help
    assert finding.help.endswith("; or begin it with `policywright new`.") == offered
