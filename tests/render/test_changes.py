"""What changed, on the pages and in the feed."""

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from tests.past import EVERYTHING, past_of

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.model.past import Past, Replaced
from policywright.pipeline import Examined
from policywright.render import Page

TODAY = datetime.date(2026, 11, 21)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(TODAY, past=past_of(complete)))


@pytest.fixture(scope="module")
def site(examined: Examined) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(examined)}


def pages(complete: Path, past: Past) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(pipeline.examine(complete, Circumstances(TODAY, past=past)))}


def words(page: Page, tag: str = "") -> str:
    """Return the words of a page, from a piece of its HTML on."""
    return " ".join(re.sub("<[^>]+>", "", page.content[page.content.index(tag) :]).split())


def test_a_clause_that_changed_tells_how_it_read_before(site: Mapping[str, Page]) -> None:
    told = words(site["schools/everything.html"], "<summary>Changed in version 2026.1: wording, by when, age")
    assert "must (removed: not accept any)" in told
    assert "(removed: two) (added: one) working" in told
    assert "from 4 and below (removed: 18) (added: 19) years" in told


def test_a_clause_that_did_not_change_says_nothing(site: Mapping[str, Page]) -> None:
    page = site["schools/everything.html"].content
    assert page.count("Changed in version") == 2
    assert page.count("New in version") == 1


def test_a_document_tells_what_changed_at_its_foot(site: Mapping[str, Page]) -> None:
    told = words(site["schools/everything.html"], '<h2 id="_changed"')
    assert told.startswith("What changed in version 2026.1")
    assert "before that, version 2025 Photographs were added." in told
    assert 'id="_changed"' not in site["schools/families-code.html"].content


def test_what_matters_most_comes_first_and_what_went_is_told_whole(site: Mapping[str, Page]) -> None:
    told = words(site["changes.html"], 'id="schools"')
    firmer, figure, gone, new = (
        told.index(found)
        for found in ("Duty changed", "A figure changed", "Removed Staff must ask", "New Staff may keep")
    )
    assert firmer < figure < gone < new


def test_each_role_is_told_what_changed_for_it(site: Mapping[str, Page]) -> None:
    assert "Staff may keep a picture" in words(site["changes/staff.html"])
    office = words(site["changes/school-office.html"])
    assert "Who (removed: Head teacher) (added: School office)" in office
    assert 'href="../changes/staff.html"' in site["roles/staff.html"].content


def test_a_role_for_which_nothing_changed_is_told_so(complete: Path) -> None:
    site = pages(complete, Past(whole=True))
    assert "No change is known that asks anything of Parent or carer." in words(site["changes/parent.html"])


def test_each_role_with_a_sheet_has_a_page_of_changes(site: Mapping[str, Page]) -> None:
    sheets = {path.removeprefix("roles/") for path in site if path.startswith("roles/")}
    assert {path.removeprefix("changes/") for path in site if path.startswith("changes/")} == sheets


def test_documents_in_their_first_version_are_told_as_such(site: Mapping[str, Page]) -> None:
    assert "Code for families" in words(site["changes.html"], 'id="_first"')


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("schools/consent.html", "Name of the (removed: pupil) (added: child)"),
        ("schools/post-found.html", "(removed: Photograph) (added: Take a picture of) the post"),
        ("schools/abusive-post.html", "(added: Do you know who) wrote it?"),
        ("schools/remove-post.html", "about (removed: us) (added: our school)."),
        ("schools/everything.html", "this one, (added: at least) once."),
    ],
)
def test_documents_of_every_kind_tell_what_changed(site: Mapping[str, Page], path: str, expected: str) -> None:
    assert expected in words(site[path], '<h2 id="_changed"')
    assert expected in words(site["changes.html"])


def test_where_git_knows_nothing_it_is_said_that_nobody_knows(complete: Path) -> None:
    site = pages(complete, Past())
    told = words(site["changes.html"])
    assert re.search(r"Not known of \d+ documents\.", told)
    assert "No document has changed" not in told
    assert "In their first version" not in told
    assert "Not known of every document." in words(site["changes/staff.html"])
    assert "No change is known" in words(site["changes/staff.html"])


def test_a_version_before_that_cannot_be_read_is_told_at_the_document(complete: Path) -> None:
    replaced = Replaced(EVERYTHING, b"version: 2025\n{", TODAY)
    site = pages(complete, Past((replaced,), whole=True))
    told = words(site["schools/everything.html"], 'id="_changed"')
    assert "What changed is not known: the text of version 2025 cannot be read." in told
    assert "cannot be read" in words(site["changes.html"], 'id="_unknown"')


def feed(examined: Examined, address: str = "") -> Xml.Element:
    files = pipeline.site_files(examined, pipeline.site(examined), address=address)
    (content,) = [file.content for file in files if file.path == "feed.xml"]
    return Xml.fromstring(content)  # noqa: S314  our own


def test_the_feed_has_an_entry_for_each_version_whose_day_is_known(examined: Examined) -> None:
    entries = feed(examined).findall(f"{ATOM}entry")
    (everything,) = [entry for entry in entries if "2026.1" in title(entry) and "Everything" in title(entry)]
    assert (everything.findtext(f"{ATOM}summary") or "").startswith("Photographs were added.")
    assert "New: 2.1(b) Staff may keep" in (everything.findtext(f"{ATOM}summary") or "")
    assert len(entries) == len(examined.linked.handbook.documents)


def title(entry: Xml.Element) -> str:
    return entry.findtext(f"{ATOM}title") or ""


def test_the_feed_has_all_that_its_standard_asks_for(examined: Examined) -> None:
    found = feed(examined, "https://handbook.example.org")
    assert (found.tag, found.findtext(f"{ATOM}author/{ATOM}name")) == (f"{ATOM}feed", "Example Council")
    for element in (found, *found.findall(f"{ATOM}entry")):
        assert title(element)
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", element.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated") or "")
    names = [element.text for element in found.iter(f"{ATOM}id")]
    assert len(names) == len(set(names))
    updated = [entry.findtext(f"{ATOM}updated") or "" for entry in found.findall(f"{ATOM}entry")]
    assert updated == sorted(updated, reverse=True)
    assert found.findtext(f"{ATOM}updated") == updated[0]


def test_the_links_of_the_feed_are_whole_where_the_sites_address_is_known(examined: Examined) -> None:
    links = [link.attrib["href"] for link in feed(examined, "https://handbook.example.org").iter(f"{ATOM}link")]
    assert "https://handbook.example.org/feed.xml" in links
    assert all(link.startswith("https://handbook.example.org/") for link in links)


def test_the_links_of_the_feed_lead_to_pages(examined: Examined, site: Mapping[str, Page]) -> None:
    for link in feed(examined).iter(f"{ATOM}link"):
        path, _, anchor = link.attrib["href"].partition("#")
        assert not anchor or anchor in site[path].anchors


def test_a_feed_of_nothing_is_still_a_feed(complete: Path) -> None:
    examined = pipeline.examine(complete.parent / "minimal", Circumstances(TODAY))
    assert feed(examined).findtext(f"{ATOM}updated")


def test_a_decision_tells_which_ways_through_it_changed(site: Mapping[str, Page]) -> None:
    told = words(site["schools/abusive-post.html"], '<h2 id="_changed"')
    asked = "Does the post threaten anybody? No, but it hurts →"
    assert (
        f"Leads elsewhere: {asked} Do you know who wrote it? Yes → "
        "(removed: Ask the digital safety lead) (added: Ask for it to be removed)"
    ) in told
    assert f"New: {asked} Do you know who wrote it? No → Ask the digital safety lead" in told
    assert f"Gone: {asked} Who wrote it? Nobody → (removed: Ask for it to be removed)" in told


def test_where_a_way_was_parted_both_sides_are_told(complete: Path) -> None:
    name = "policies/schools/decisions/may-i-post.yml"
    text = (complete / name).read_text(encoding="utf-8").replace("version: 2026.1", "version: 2025")
    text = text.replace("say: No, go: own-work}", "say: No, go: post}")
    told = words(pages(complete, Past((Replaced(name, text.encode(), TODAY),), whole=True))["changes.html"])
    asked = "Does the picture show a pupil? No"
    assert (
        f"Leads elsewhere: Before: {asked} → (removed: Post it) "
        f"Since: {asked} → Did you or a colleague take it? Yes → (added: Post it)"
    ) in told


def test_the_feed_counts_the_ways_that_changed(examined: Examined) -> None:
    told = [entry.findtext(f"{ATOM}summary") or "" for entry in feed(examined).findall(f"{ATOM}entry")]
    counted = "1 way leads elsewhere; 1 way is new; 1 way is gone; 2 Do you know who wrote it?: wording, answers"
    assert [counted in summary for summary in told].count(True) == 1
