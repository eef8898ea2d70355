from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.render.school import PARENTS, RECORD, SETTINGS, printed

from policywright import linking, source
from policywright.adapters.page_numbers import awaited as awaited_pages
from policywright.render.print import documents

if TYPE_CHECKING:
    from policywright.render.page import PrintDocument


def body(document: PrintDocument) -> str:
    return document.html[document.html.index("<body") :]


def words(html: str) -> str:
    """Return what a reader reads, the number of a page as `#`."""
    numbered = re.sub(r'<span class="pages?-of"[^>]*></span>', "#", html.rsplit("</head>", maxsplit=1)[-1])
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", numbered)).split())
    return re.sub(r" (?=[.,:;)])|(?<=[(]) ", "", text)


ROOT = Path(__file__).parent.parent.parent
EDITIONS = (
    "handbook", "part_schools", "staff", "parents", "record", "remove", "abuse", "open", "role_staff", "role_head",
)  # fmt: skip


def test_the_handbook_its_parts_each_of_its_documents_and_a_sheet_for_each_role_are_printed() -> None:
    assert set(printed()) == set(EDITIONS)


@pytest.mark.parametrize("folder", ["tests/handbooks/minimal", "tests/handbooks/complete", "."])
def test_every_link_and_every_page_number_leads_to_one_place_in_the_same_document(folder: str) -> None:
    handbook, _ = source.load(ROOT / folder)
    for document in documents(linking.link(handbook)):
        places = re.findall(r'\bid="([^"]*)"', document.html)
        awaited = [*awaited_pages(document.html), *re.findall(r'href="#([^"]*)"', document.html)]
        assert sorted(set(places)) == sorted(places), document.name
        assert set(awaited) <= set(places), document.name
        assert not re.findall(r'href="(?!#|https?:|mailto:|tel:)[^"]*"', document.html)


@pytest.mark.parametrize("folder", ["tests/handbooks/minimal", "tests/handbooks/complete", "."])
def test_every_provision_stands_in_the_handbook_and_in_its_own_document_with_number_and_place(folder: str) -> None:
    handbook, _ = source.load(ROOT / folder)
    linked = linking.link(handbook)
    numbered = {
        document.name: set(re.findall(r'id="([^"]*)"[^>]*>\s*<p><span class="number">([^<]*)<', document.html))
        for document in documents(linked)
    }
    for target in linked.targets.values():
        if target.kind in {"clause", "point"} and target.document:
            provision = (target.address.replace("#", "."), target.label)
            assert provision in numbered["handbook"]
            assert provision in numbered[target.document.id]


def test_a_handbook_full_of_faults_is_printed_with_the_faults_in_their_place() -> None:
    handbook, faults = source.load(ROOT / "tests/handbooks/broken")
    assert faults
    assert any("Fault:" in document.html for document in documents(linking.link(handbook)))


def test_a_reference_in_the_handbook_bears_number_and_page() -> None:
    text = words(printed()["handbook"].html)
    assert "unless the pupil is family (clause 1.2, page #)." in text
    assert "as clause 1.1 of Code for parents, page # says." in text


def test_a_document_by_itself_cites_others_by_title_and_number_without_a_page() -> None:
    html = printed()["staff"].html
    assert "family (clause 1.2, page #)." in words(html)
    assert "as clause 1.1 of Code for parents says." in words(html)
    assert "Incident record" in words(html)
    assert "parents." not in html


def test_a_policy_begins_with_a_cover_that_says_what_it_is_and_whether_it_holds() -> None:
    cover = words(printed()["staff"].html).split(" Contents ")[0]
    for said in (
        "Example Council",
        "Policy Staff policy",
        "Model. This policy is for others to adopt.",
        "Part Schools",
        "Version 2026.1",
        "Owner the head teacher",
        "Approved 1 September 2026",
        "Review due 1 September 2027",
    ):
        assert said in cover


def test_a_draft_says_on_its_cover_and_at_its_foot_that_it_is_not_in_force() -> None:
    html = printed()["parents"].html
    assert "Draft. This code of conduct is not in force." in words(html)
    assert 'data-foot="Draft, not in force\nA printed copy is not kept up to date"' in html


def test_the_contents_name_sections_and_annexes_with_their_pages() -> None:
    assert "Contents 1 Friend requests # Annex A. Record #" in words(printed()["staff"].html)
    assert (
        "Contents Policies Staff policy # 1 Friend requests # Annex A. Record # Code for parents # 1 Being kind # "
        "Decisions Somebody has posted about you # Checklists Open an account # Forms Incident record # "
        "Letters Ask to remove a post # Glossary # Roles #"
    ) in words(printed()["part_schools"].html)


def test_in_the_handbook_each_part_has_contents_of_its_own_that_go_deeper() -> None:
    text = words(printed()["handbook"].html)
    documents = (
        "Decisions Somebody has posted about you # Checklists Open an account # Forms Incident record # "
        "Letters Ask to remove a post #"
    )
    assert f"Contents Schools # Policies Staff policy # Code for parents # {documents} Glossary # Roles # Dut" in text
    assert (
        "Schools In this part Policies Staff policy # 1 Friend requests # Annex A. Record # "
        "Code for parents # 1 Being kind # "
        f"{documents} Policy Staff policy"
    ) in text


def test_a_variable_stands_in_the_title() -> None:
    handbook = printed()["handbook"]
    assert handbook.title == "Handbook of Example School"
    assert "<h1>Handbook of Example School</h1>" in handbook.html


def test_registers_stand_at_the_end_of_the_handbook_by_name_and_empty_ones_are_left_out() -> None:
    text = words(printed()["handbook"].html)
    glossary, roles = text.rindex("first use. account"), text.rindex("Roles staff the head teacher")
    assert text.rindex("Dear") < glossary < text.index("post Words or a picture put online.") < roles
    assert "Laws" not in text
    assert "Platforms" not in text


def test_a_part_without_documents_is_left_out() -> None:
    parts = "  - {id: schools, title: Schools}\n"
    html = printed(handbook=SETTINGS.replace(parts, f"  - {{id: trusts, title: Trusts}}\n{parts}"))["handbook"].html
    assert "Trusts" not in html


def test_advice_to_adopters_is_set_apart_and_notes_for_editors_are_not_printed() -> None:
    for name in ("handbook", "staff"):
        text = words(printed()[name].html)
        assert "For the organisation that adopts this Name the school's own account." in text
        assert "the publication" not in text.lower()


def test_the_actors_of_a_rule_are_said_where_they_are_not_all_whom_the_policy_binds() -> None:
    assert words(printed()["staff"].html).count("Who") == 1
    assert "says. Who the head teacher" in words(printed()["staff"].html)


def test_a_decision_is_a_key_that_says_where_each_answer_leads() -> None:
    html = printed()["abuse"].html
    for said in (
        "Start at question 1, page #.",
        "1 Is anybody in danger?",
        "Yes go to outcome A, page #: Ring the police",
        "No go to question 2, page #",
        "Yes go to outcome B, page #: Talk first",
        "A Ring the police Urgent. Do this at once. Ring 999 the head teacher, now",
    ):
        assert said in words(html)
    assert "<table" not in html[html.index('class="start"') :]


def test_a_letter_says_when_to_send_it_and_what_to_fill_in_before_its_own_sheet() -> None:
    html = printed()["remove"].html
    before, sheet = html.split('<div class="sheet">')
    assert "When to send it Talk first" in words(before)
    assert "Where it is: Facebook / X (delete as appropriate)" in words(before)
    blank = '<input name="parent"><span class="asked">Name of the parent</span>'
    assert f'Dear <label class="blank text">{blank}</label>' in sheet
    assert "Keep this paragraph only if “Where it is” is “X”; delete as appropriate." in sheet


def test_a_long_blank_of_a_letter_has_lines_of_its_own() -> None:
    html = printed()["remove"].html
    _, long_blank = html.split('It says: <label class="blank long">')
    assert long_blank[: long_blank.index("</label>")].count('<span class="ruled"></span>') == 3


def test_what_is_filled_in_can_be_filled_in_on_screen_but_not_within_the_handbook() -> None:
    assert {document.name for document in printed().values() if document.fillable} == {"record", "remove", "open"}


@pytest.mark.parametrize(("longest", "lines"), [(45, 0), (46, 2), (200, 5)])
def test_an_answer_gets_as_many_writing_lines_as_it_may_need(longest: int, lines: int) -> None:
    field = f"      - {{id: where, label: Where, type: text, longest: {longest}}}\n"
    html = body(printed(record=RECORD + field)["record"])
    assert html[html.index("Where") :].count('<p class="ruled"></p>') == lines
    assert f'maxlength="{longest}"' in html


def test_what_adopters_are_told_about_a_letter_stands_before_its_sheet() -> None:
    before, _ = printed()["remove"].html.split('<div class="sheet">')
    assert "For the organisation that adopts this Be polite." in words(before)


def test_a_form_has_a_ruled_line_for_each_line_of_an_answer() -> None:
    html = body(printed()["record"])
    assert html.count('<p class="ruled"></p>') == 3
    assert html.count('type="checkbox"') == 2
    assert html.count("<textarea") == 1


def test_a_checklist_has_a_box_for_each_item_and_lines_to_sign_off() -> None:
    html = body(printed()["open"])
    assert html.count('type="checkbox"') == 1
    assert "Who signs off: the head teacher Name Date Signature" in words(html)


def test_the_file_says_who_published_it_and_when_it_was_approved() -> None:
    staff, parents = printed()["staff"], printed()["parents"]
    assert staff.properties.publisher == "Example Council"
    assert str(staff.properties.date) == "2026-09-01"
    assert parents.properties.date is None
    assert staff.html.startswith('<!doctype html>\n<html lang="en-GB">')


def test_the_same_handbook_is_printed_the_same_way() -> None:
    assert printed() == printed()


def test_a_document_is_handed_over_as_text_that_escapes_nothing_more() -> None:
    assert {type(document.html) for document in printed().values()} == {str}


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
def test_the_handbook_says_on_what_paper_it_is_printed(paper: str) -> None:
    html = printed(handbook=SETTINGS.replace("paper: A4", f"paper: {paper}"))["staff"].html
    assert f"@page {{ size: {paper} }}" in html
    assert ("/* A5:" in html) is (paper == "A5")


def test_a_clause_that_decides_names_the_decisions_that_use_it_but_for_those_that_it_names_itself() -> None:
    handbook, _ = source.load(ROOT / "tests/handbooks/complete")
    html = next(document.html for document in documents(linking.link(handbook)) if document.name == "everything")
    decline = words(html.partition('id="everything.decline"')[2].partition('id="everything.old-decline"')[0])
    assert "Decision Who acts on a harmful post" in decline
    assert html.count('<span class="label">Decision') == 1


def test_an_acronym_is_told_in_full_where_no_glossary_stands_in_the_same_book() -> None:
    glossary = "register: glossary\nentries: [{id: dsl, term: digital safety lead, acronym: DSL, definition: Helps.}]"
    parents = PARENTS.replace(
        "title: Code for parents", "title: Code for parents\nsummary: Ask the DSL, and no DSL else."
    )
    made = printed(glossary=glossary, parents=parents)
    told = "Ask the DSL (digital safety lead), and no DSL else."
    assert [name for name, document in made.items() if told in words(document.html)] == ["parents"]
    assert "Ask the DSL, and no DSL else." in words(made["handbook"].html)
