"""The calendar of reviews, as a calendar program reads it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from policywright import linking, pipeline, render
from policywright.checks.check import Circumstances
from policywright.model.handbook import Handbook
from policywright.pipeline import Examined

ADDRESS = "https://handbook.example.org/policies/"


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(date(2026, 11, 21)))


def calendar_of(examined: Examined, address: str = "") -> bytes:
    files = pipeline.site_files(examined, pipeline.site(examined), address=address)
    return next(file.content for file in files if file.path == "reviews.ics")


def events(content: bytes) -> dict[str, Event]:
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(event["UID"]).partition(".")[0]: event for event in found if isinstance(event, Event)}


def test_each_document_in_force_has_an_all_day_event_on_its_review_date(examined: Examined) -> None:
    dates = {document: event.decoded("DTSTART") for document, event in events(calendar_of(examined)).items()}
    assert dates == {
        document.id: document.review_by
        for document in examined.linked.handbook.documents
        if document.review_by and document.status != "withdrawn"
    }


def test_an_event_tells_the_document_its_owner_and_its_page(examined: Examined) -> None:
    event = events(calendar_of(examined, ADDRESS))["everything"]
    assert event["SUMMARY"] == f"Review: {examined.linked.targets['everything'].title}"
    assert str(event["DESCRIPTION"]).startswith("Owner: Head teacher\nVersion: 2026.1\n")
    assert event["URL"] == f"{ADDRESS}schools/everything.html"


def test_without_the_site_s_address_an_event_names_the_page_within_the_site(examined: Examined) -> None:
    event = events(calendar_of(examined))["everything"]
    assert "URL" not in event
    assert str(event["DESCRIPTION"]).endswith("Page: schools/everything.html")


def test_lines_end_and_fold_as_calendar_programs_expect(examined: Examined) -> None:
    content = calendar_of(examined, ADDRESS)
    assert not re.search(rb"(?<!\r)\n", content)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert content.endswith(b"END:VCALENDAR\r\n")


def test_text_is_escaped_and_long_titles_survive_folding(handbook_of: Callable[..., Handbook]) -> None:
    title = "Photographs, films; and sounds, ŵ and ŷ " + "of everybody at every event of the school " * 3 + "end"
    policy = (
        f"policy: photographs\ntitle: '{title}'\npart: schools\nowner: headteacher\nreview-by: 2099-01-01\n"
        "sections:\n  - id: rules\n    title: Rules\n    clauses:\n      - id: one\n        text: It is so.\n"
    )
    linked = linking.link(handbook_of({"policies/schools/photographs.yml": policy}))
    content = next(file.content for file in render.site_files(linked, ()) if file.path == "reviews.ics")
    assert events(content)["photographs"]["SUMMARY"] == f"Review: {title}"


def test_the_calendar_of_one_handbook_is_the_same_on_every_day(examined: Examined, complete: Path) -> None:
    later = pipeline.examine(complete, Circumstances(date(2026, 12, 24)))
    assert calendar_of(examined) == calendar_of(later)
