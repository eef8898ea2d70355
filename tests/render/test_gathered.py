"""The pages that are gathered from the clauses: comparisons, role sheets, deadlines and the like."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.render import Page


@pytest.fixture(scope="module")
def site(complete: Path) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(pipeline.examine(complete, Circumstances(date(2026, 11, 21))))}


def text(page: Page) -> str:
    return " ".join(page.content.striptags().split())


def section_html(page: Page, anchor: str, level: int = 2) -> str:
    """Return what stands below a heading, up to the next one of its level."""
    found = re.search(rf'<h{level} id="{anchor}".*?(?=<h{level} |$)', page.content, re.DOTALL)
    assert found is not None, anchor
    return found[0]


def section(page: Page, anchor: str, level: int = 2) -> str:
    """Return the words below a heading, up to the next one of its level."""
    return " ".join(re.sub("<[^>]+>", " ", section_html(page, anchor, level)).split())


def test_a_comparison_tells_the_rules_of_each_part_and_where_there_is_none(site: Mapping[str, Page]) -> None:
    page = site["topics/friend-requests.html"]
    assert "Staff must decline every friend request" in section(page, "_schools")
    assert section(page, "_trusts").endswith(
        "No rule. Its policy says nothing on this. Whom to ask: Governors . All topics"
    )
    assert 'href="../schools/everything.html#decline"' in page.content


def test_a_comparison_says_first_where_the_parts_differ(site: Mapping[str, Page]) -> None:
    differing = section(site["topics/friend-requests.html"], "_differences")
    assert "It is binding in Schools; there is no rule in" in differing
    assert "Schools must: 2.1 should: 2.1(a)" in differing
    assert "No rule Ymddiriedolaethau · Trusts" in differing


def test_only_topics_with_a_question_are_compared_and_their_register_leads_there(site: Mapping[str, Page]) -> None:
    assert "topics/photographs.html" not in site
    assert 'href="topics/friend-requests.html"' in site["topics.html"].content


def test_a_sheet_tells_what_a_role_must_should_and_may_do(site: Mapping[str, Page]) -> None:
    page = site["roles/staff.html"]
    assert page.title == "What applies to Staff"
    assert "Staff must decline every friend request" in section(page, "_must")
    assert "Staff must not publish a photograph" in section(page, "_must-not")
    assert "Staff may keep a picture of the request" in section(page, "_may")
    assert "Staff should not answer friend requests" not in text(page)


def test_a_sheet_takes_in_what_binds_the_groups_of_a_role(site: Mapping[str, Page]) -> None:
    page = site["roles/school-office.html"]
    assert "It takes in what applies to Staff." in text(page)
    assert "Staff must decline every friend request" in section(page, "_must")
    assert "The school office must take down a photograph" in section(page, "_must")


def test_a_sheet_tells_the_forms_letters_checklists_and_decisions_of_a_role(site: Mapping[str, Page]) -> None:
    page = site["roles/headteacher.html"]
    assert {"_signs", "_actions", "_owns"} <= page.anchors
    assert 'href="../schools/remove-post.html"' in page.content


def test_roles_lead_to_their_sheets_and_those_without_one_do_not(site: Mapping[str, Page]) -> None:
    sheets = {path for path in site if path.startswith("roles/")}
    assert set(re.findall(r'href="(roles/[^"]+)"', site["roles.html"].content)) == sheets


def test_a_sheet_tells_how_much_there_is_of_what_and_the_deadlines_of_the_role(site: Mapping[str, Page]) -> None:
    page = site["roles/school-office.html"]
    counts = dict(re.findall(r'<li class="to-(\S+)">.*?<span class="count">(\d+)<', page.content))
    assert counts["must"] == str(len(re.findall(r'href="\S+">\d', section_html(page, "_must"))))
    assert counts["deadlines"] == "1"
    assert "One working day after the request".casefold() in section(page, "_deadlines").casefold()
    assert "_deadlines" not in site["roles/governors.html"].anchors


def test_each_part_lists_the_roles_that_something_applies_to_there(site: Mapping[str, Page]) -> None:
    page = site["me.html"]
    assert "Parent or carer" in section(page, "_schools", 3)
    assert "Parent or carer" not in section(page, "_trusts", 3)
    assert "Staff" in section(page, "_trusts", 3)
    assert 'href="../me.html#_trusts"' in site["trusts/index.html"].content


def test_entries_name_the_roles_that_they_concern_with_the_members_of_groups(site: Mapping[str, Page]) -> None:
    assert '<li data-roles="headteacher staff school-office">' in site["deadlines.html"].content
    assert '<li data-roles="parent school-office">' in site["retention.html"].content


def test_a_decision_is_for_everybody_and_a_form_for_those_who_have_work_with_it(site: Mapping[str, Page]) -> None:
    assert "data-roles" not in site["all/decision.html"].content
    assert '<li data-roles="parent school-office">' in site["all/form.html"].content


def test_deadlines_stand_by_part_with_their_rule_and_whom_they_bind(site: Mapping[str, Page]) -> None:
    told = section(site["deadlines.html"], "_schools")
    assert "one working day after the request, unless the school is closed" in told
    assert "Staff must decline every friend request" in told
    assert "2.1 of Everything , for Staff" in told


def test_how_long_things_are_kept_tells_rules_and_forms_and_why(site: Mapping[str, Page]) -> None:
    told = section(site["retention.html"], "_schools")
    assert "until the pupil leaves : the picture of the request Why The duty of confidence" in told
    assert 'href="schools/consent.html"' in site["retention.html"].content


def test_ages_tell_what_they_decide(site: Mapping[str, Page]) -> None:
    assert "from 4 and below 19 : who counts as a pupil" in section(site["ages.html"], "_schools")


def test_reviews_tell_each_document_with_its_owner_by_day(site: Mapping[str, Page]) -> None:
    page = site["reviews.html"]
    assert "1 September 2099" in text(page)
    assert re.search(r"Owner: .*?Head teacher.*?schools/everything.html.*?version 2026.1", page.content, re.DOTALL)
    assert "old-rules" not in page.content


def test_the_home_page_leads_to_all_of_them(site: Mapping[str, Page]) -> None:
    for path in ("me.html", "roles.html", "topics.html", "deadlines.html", "retention.html", "ages.html"):
        assert f'href="{path}"' in site["index.html"].content
