"""Change-marked editions: what stands at their front, and in the documents."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from tests.past import past_of

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.linking.gathering.between import HandbookChanges
from policywright.model.past import Past
from policywright.pipeline import Examined
from policywright.render import Handout, PrintDocument, change_edition
from policywright.render.print_changes import State

TODAY = datetime.date(2026, 11, 21)
STATES = State("first", "aaaaaaaaaa", datetime.date(2025, 9, 1)), State("second", "bbbbbbbbbb", TODAY)


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(TODAY, past=past_of(complete)))


@pytest.fixture(scope="module")
def whole(examined: Examined) -> Handout:
    editions = tuple(edition for edition in examined.changes.editions.values() if edition.is_changed)
    return change_edition(examined.linked, HandbookChanges(editions=editions), STATES, "changes")


def words(html: str) -> str:
    """Return the words of some HTML with its marks: `-[…]` went, `+[…]` came."""
    html = re.sub(r'<span class="aloud".*?</span>', "", html)
    html = re.sub("</(del|ins)>", "]", html.replace("<del>", "-[").replace("<ins>", "+["))
    html = re.sub(r"</?(a|code|em|label|span|strong)\b[^>]*>", "", html.partition("<body")[2])
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def alone(examined: Examined, name: str) -> PrintDocument:
    (found,) = [one for one in pipeline.print_documents(examined) if one.name == f"changes_{name}"]
    return found


def test_the_front_tells_what_is_compared(whole: Handout) -> None:
    front = words(whole.page)
    assert "Edition first second Date 1 September 2025 21 November 2026 Commit aaaaaaaaaa bbbbbbbbbb" in front


def test_the_front_lists_the_changes_by_grade_the_gravest_first(examined: Examined) -> None:
    front = words(alone(examined, "everything").html).partition("Code of conduct")[0]
    duties, figures, wording = (
        front.index(grade) for grade in ("Duties", "Numbers, ages and periods", "Wording, order and numbering only")
    )
    assert duties < front.index("2.4.2 Duty: -[should] +[must] Who: -[Head teacher] +[School office]") < figures
    assert duties < front.index("S1.2.1: taken out") < figures
    assert figures < front.index("Age: from 4 and below -[18] +[19] years") < wording
    assert "Only the number changed: S1.2.1 was S1.2.2." in front[wording:]


def test_the_text_stands_there_whole_with_words_struck_and_added(examined: Examined) -> None:
    text = words(alone(examined, "everything").html)
    assert (
        "Staff must -[not accept any] +[decline every] friend request that a pupil sends to a personal account" in text
    )
    assert "-[two] +[one] working -[days] +[day] after the request, unless the school is closed" in text
    assert "A friend on a network sees far more than a teacher should show." in text
    assert "-[S1.2.1 Must Staff must ask the Head teacher first.]" in text
    assert "Its number was S1.2.2." in text


def test_a_clause_that_kept_its_words_bears_no_mark(examined: Examined) -> None:
    html = alone(examined, "everything").html
    clause = html[html.index('id="everything.consent"') :].partition('<div class="clause')[0]
    assert "publish a photograph" in clause
    assert not re.search("<(del|ins)>|bar", clause)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("consent", "Name of the -[pupil] +[child]"),
        ("post-found", "-[Photograph] +[Take a picture of] the post"),
        ("remove-post", "about -[us] +[our school]. It says"),
        ("abusive-post", "-[Nobody] +[No]"),
    ],
)
def test_documents_of_every_kind_are_marked(examined: Examined, name: str, expected: str) -> None:
    assert expected in words(alone(examined, name).html)


def test_a_decision_tells_at_its_front_where_answers_lead_elsewhere(examined: Examined) -> None:
    front = words(alone(examined, "abusive-post").html)
    asked = "Does the post threaten anybody? No, but it hurts"
    assert f"Before: {asked} → Who wrote it? Yes → -[Ask the digital safety lead]" in front
    assert f"Since: {asked} → Do you know who wrote it? Yes → +[Ask for it to be removed]" in front


def test_what_was_there_before_is_cited_as_what_it_is(whole: Handout) -> None:
    assert "leads nowhere" not in whole.page


def test_the_page_needs_no_other_file(whole: Handout) -> None:
    assert not re.search(r'<(script|link)\b|src="(?!data:)|url\(', whole.page)
    assert set(re.findall(r'href="(.)', whole.page)) == {"#"}


def test_its_links_lead_to_places_that_are_there_once(whole: Handout) -> None:
    anchors = re.findall(r'\bid="([^"]+)"', whole.page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', whole.page)) <= set(anchors)


def test_a_document_whose_version_before_nobody_knows_has_none(complete: Path) -> None:
    examined = pipeline.examine(complete, Circumstances(TODAY, past=Past(whole=True)))
    assert not [one for one in pipeline.print_documents(examined) if one.name.startswith("changes_")]


def test_what_came_and_went_whole_and_the_rest_of_the_handbook_are_listed(examined: Examined) -> None:
    linked = examined.linked
    found = HandbookChanges(added=(linked.targets["everything"],), removed=(linked.targets["consent"],))
    page = words(change_edition(linked, found, STATES, "changes").page)
    assert "New documents Everything that a policy of Ysgol Tŷ Ffynnon may hold" in page
    assert "Documents that are gone Consent to photographs" in page


def test_where_nothing_changed_it_says_so(examined: Examined) -> None:
    assert "Nothing changed." in words(change_edition(examined.linked, HandbookChanges(), STATES, "changes").page)
