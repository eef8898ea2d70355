"""Books: the handbook and its parts, and what stands at their ends to find one's way."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from tests.render.school import GLOSSARY, PARENTS, SETTINGS, STAFF, linked, printed
from tests.render.test_print import words

from policywright import linking, source
from policywright.linking.gathering.role_sheet import sheets
from policywright.model.policy import Policy
from policywright.render.print import documents
from policywright.render.print_duties import duties
from policywright.render.print_index import FIGURES, MOST_PLACES, index
from policywright.render.site import site

ROOT = Path(__file__).parent.parent.parent
TWO_PARTS = SETTINGS.replace(
    "title: Schools}", "title: Schools}\n  - {id: homes, title: Homes, summary: For families.}"
)
AT_HOME = PARENTS.replace("part: schools", "part: homes")


def test_a_part_has_its_own_cover_and_holds_its_own_documents_alone() -> None:
    text = words(printed(handbook=TWO_PARTS, parents=AT_HOME)["part_homes"].html)
    assert text.startswith("Example Council Handbook of Example School Homes For families. ")
    assert "Be kind in each post." in text
    assert "Staff must decline" not in text


def test_what_stands_in_another_part_is_cited_without_a_page() -> None:
    text = words(printed(handbook=TWO_PARTS, parents=AT_HOME)["part_schools"].html)
    assert "as clause 1.1 of Code for parents says" in text
    assert "(clause 1.2, page #)" in text


def test_a_part_brings_the_entries_of_registers_that_are_met_in_it() -> None:
    html = printed(handbook=TWO_PARTS, parents=AT_HOME)["part_homes"].html
    assert 'id="term:post"' in html
    assert 'id="term:account"' not in html
    assert 'id="role:head"' not in html


def test_at_the_end_stand_the_duties_of_each_role_with_their_pages() -> None:
    text = words(printed()["handbook"].html)
    assert "Duties by role" in text
    assert text.index("Duties by role Which clauses") > text.index("Roles staff the head teacher")
    assert "staff Staff Must 1.1 #" in text


def test_a_clause_stands_among_the_duties_instead_of_its_points() -> None:
    staff = STAFF.replace("duty: must\n", "duty: must\n        points: [{id: one, text: one}]\n")
    found = linked(staff=staff)
    (bound,) = (one for one in duties(sheets(found), {"staff"}) if one.role.title == "staff")
    assert [(line.duty, line.numbers) for _, lines in bound.policies for line in lines] == [("must", "1.1")]


def test_at_the_end_stand_lists_of_what_there_is_to_use() -> None:
    assert (
        "What there is to use Forms Incident record # Letters Ask to remove a post # Checklists Open an account # "
        "Decisions Somebody has posted about you # Index"
    ) in words(printed()["handbook"].html)


def test_the_index_leads_to_where_a_word_is_met_and_explained() -> None:
    html = printed()["handbook"].html
    assert "P post # S staff # T the head teacher #" in words(html)
    assert 'data-main="term:post" data-for="parents.kind"' in html
    assert 'data-main="role:staff" data-for="staff staff.decline open"' in html


def test_other_words_lead_to_the_entry_under_which_the_pages_stand() -> None:
    glossary = GLOSSARY.replace("term: post,", "term: post on the net, acronym: PON, also: [post],")
    entries = [entry for _, found in index(linked(glossary=glossary), {"parents"}) for entry in found]
    assert [(entry.words, entry.see) for entry in entries][:2] == [("PON", "post on the net"), ("post on the net", "")]


def test_words_that_lead_to_several_entries_stand_once_and_name_them_all() -> None:
    glossary = GLOSSARY.replace("term: post,", "term: post, acronym: P,").replace(
        "term: account,", "term: account, acronym: p, also: [kind],"
    )
    entries = [entry for _, found in index(linked(glossary=glossary), {"parents"}) for entry in found]
    assert [(entry.words, entry.see) for entry in entries if entry.see] == [("P", "post; account")]


def test_the_contents_are_lists_within_lists() -> None:
    html = printed()["handbook"].html
    contents = html.partition('role="doc-toc"')[2].partition("</nav>")[0]
    part, _, kind = contents.partition('<li class="depth-1"><p class="group">Policies</p>')
    assert part.count("<ol>") == 2
    assert kind.index("<ol>") < kind.index('<li class="depth-2"><a href="#staff">Staff policy') < kind.index("</ol>")


def test_what_is_met_everywhere_is_listed_by_document() -> None:
    clauses = "".join(f"\n      - {{id: c{number}, text: Each post lasts.}}" for number in range(MOST_PLACES))
    html = printed(parents=f"{PARENTS.rstrip()}{clauses}\n")["handbook"].html
    assert 'data-main="term:post" data-for="parents"' in html


def test_figures_stand_in_the_index_before_letters() -> None:
    glossary = GLOSSARY.replace("term: account,", "term: 2FA, also: [kind],")
    assert [letter for letter, _ in index(linked(glossary=glossary), {"parents"})] == [FIGURES, "P"]


@pytest.mark.parametrize("folder", ["tests/handbooks/complete", "."])
def test_site_and_print_have_the_same_clauses_with_the_same_numbers_and_words(folder: str) -> None:
    handbook, _ = source.load(ROOT / folder)
    found = linking.link(handbook)
    on_paper = {document.name: clauses(document.html) for document in documents(found)}
    pages = {page.path: page for page in site(found)}
    for policy in handbook.of_kind(Policy):
        shown = clauses(pages[f"{policy.part}/{policy.id}.html"].content)
        expected = {f"{policy.id}.{anchor}": words for anchor, words in shown.items()}
        assert on_paper[policy.id] == expected
        assert on_paper["handbook"].items() >= expected.items()
        assert on_paper[f"part_{policy.part}"].items() >= expected.items()


def clauses(html: str) -> dict[str, str]:
    """Return the number and the first paragraph of each clause and point, by its anchor.

    What print adds is left out, and what the site adds: the numbers of pages, and acronyms told in full.
    """
    found = re.findall(r'<div class="(?:clause|point)[^"]*" id="([^"]*)"[^>]*>.*?<p>(.*?)</p>', html, re.DOTALL)
    told = re.compile(r'(, page\s<span class="page-of"[^>]*></span>)|(?<=</span>) \([^()]*\)|<[^>]*>')
    return {anchor: " ".join(unescape(told.sub("", text)).split()) for anchor, text in found}


def test_the_contents_say_in_which_language_a_title_is() -> None:
    html = printed(parents=PARENTS.replace("title: Code for parents", "title: Cod i rieni\nlanguage: cy"))[
        "handbook"
    ].html
    assert 'href="#parents" lang="cy">' in html.replace("\n", "")
    assert 'href="#staff">' in html
