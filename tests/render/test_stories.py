"""The stories of a decision: examples on its pages and in print, and situations to practise on."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.render import school

from policywright import pipeline, render
from policywright.checks.check import Circumstances
from policywright.linking.linked import LinkedHandbook
from policywright.render.page import Page
from policywright.render.print import documents

DRILL = "drill/schools.html"
STORIES = """\
stories:
  - id: shouting
    situation: A post threatens a colleague. Nobody saw it but you.
    answers: [{answers}]
    outcome: {outcome}
    because: It is a threat.
"""


@pytest.fixture(scope="module")
def site(complete: Path) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(pipeline.examine(complete, Circumstances(date(2026, 11, 21))))}


def examples(page: Page) -> str:
    """Return the words of the examples on a page."""
    found = re.search(r'<details class="examples[^>]*>(.*?)</details>', page.content, re.DOTALL)
    return " ".join(re.sub("<[^>]*>", " ", found[1]).split()) if found else ""


def told(answers: str, outcome: str, status: str = "in-force") -> LinkedHandbook:
    """Return a small handbook with one story, in a decision of a status."""
    written = school.DECISION.replace("part: schools", f"part: schools\nstatus: {status}")
    return school.linked(abuse=written + STORIES.format(answers=answers, outcome=outcome))


def paths(linked: LinkedHandbook) -> set[str]:
    return {page.path for page in render.site(linked)}


def test_a_decision_shows_its_stories_with_their_answers_their_outcome_and_why(site: Mapping[str, Page]) -> None:
    words = examples(site["schools/may-i-post.html"])
    assert words.startswith("2 examples of how it is answered Example 1 A photograph of the stage")
    assert "Result Do not post it yet Somebody who knows the pupil would know them" in words
    assert "Does the picture show a pupil? Yes" in words
    assert "Why not “ Post it ”?" in words.replace("“Post it”", "“ Post it ”")


def test_a_result_shows_the_stories_that_end_with_its_outcome(site: Mapping[str, Page]) -> None:
    assert examples(site["schools/may-i-post/nobody_own.html"]).startswith("An example that ends here A colleague")
    assert examples(site["schools/may-i-post/unsure_some.html"]).startswith("An example that ends here A photograph")
    assert examples(site["schools/may-i-post/nobody_not-own.html"]) == ""


def test_the_result_of_a_story_is_the_page_of_its_answers_or_its_outcome_on_the_one_page(
    site: Mapping[str, Page],
) -> None:
    assert 'href="../schools/may-i-post/a-pupil_unsure.html">Do not post it yet' in site[DRILL].content
    assert 'href="../schools/abusive-post.html#police">Call the police now' in site[DRILL].content


def test_outcomes_to_choose_from_stand_in_the_order_of_the_decision(site: Mapping[str, Page]) -> None:
    offered = re.findall(r'name="may-i-post_empty-hall" value="([^"]+)"', site[DRILL].content)
    assert offered == ["post", "ask-first", "ask-lead"]


def test_situations_are_numbered_through_a_part(site: Mapping[str, Page]) -> None:
    assert re.findall(r">Situation (\d+)<", site[DRILL].content) == ["1", "2", "3", "4"]


def test_each_part_with_stories_has_a_page_to_practise_on_which_is_led_to(site: Mapping[str, Page]) -> None:
    assert [path for path in site if path.startswith("drill/")] == [DRILL]
    leading = ("index.html", "drill.html", "schools/index.html", "schools/may-i-post.html")
    assert [path for path in leading if "drill" not in re.sub(r"<h1.*?</h1>", "", site[path].content)] == []
    assert "drill" not in site["trusts/index.html"].content


@pytest.mark.parametrize(
    ("linked", "practised"),
    [
        (told("ok", "police"), True),
        (told("ok", "police", status="withdrawn"), False),
        (told("ok", "talk"), False),
        (told("okay", "police"), False),
        (school.linked(), False),
    ],
    ids=["holds", "withdrawn", "ends elsewhere", "leaves its way", "has no story"],
)
def test_nobody_practises_on_what_does_not_hold(linked: LinkedHandbook, *, practised: bool) -> None:
    assert ({"drill.html", DRILL} <= paths(linked)) is practised
    assert ("drill.html" in paths(linked)) is practised


def test_a_printed_decision_tells_its_stories_after_the_outcomes() -> None:
    printed = next(one for one in documents(told("ok", "police")) if one.name == "abuse")
    _, outcomes, after = printed.html.partition(">Outcomes</h2>")
    assert outcomes
    words = " ".join(re.sub("<[^>]*>", " ", after.partition(">Examples</h2>")[2]).split())
    assert words.startswith("Example 1 A post threatens a colleague. Nobody saw it but you.")
    assert "It is a threat." in words


def test_a_reference_to_a_story_calls_it_an_example() -> None:
    referring = school.STAFF.replace("unless the pupil is family", "as [[abuse#shouting]] shows, unless")
    abuse = school.DECISION + STORIES.format(answers="ok", outcome="police")
    linked = school.linked(staff=referring, abuse=abuse)
    page = next(page for page in render.site(linked) if page.path == "schools/staff.html")
    assert re.search(r'href="abuse.html#shouting">example 1 of [^<]+</a>', page.content)
