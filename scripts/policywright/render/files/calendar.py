"""The calendar of reviews: an all-day event for each document on the day when it is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from icalendar import Calendar, Event

from policywright.linking.sentences import capitalised
from policywright.model.document import Document
from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile
from policywright.render.places import place

PATH = "reviews.ics"


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:  # noqa: ARG001  the same for every kind
    """Yield the calendar, which a calendar program may also subscribe to."""
    settings = composer.handbook.settings
    name = f"Reviews of {composer.plain_text.of(settings.title)}"
    calendar = Calendar()
    calendar.add("PRODID", "-//Policywright//Reviews//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)  # what most programs read in place of NAME
    for document in composer.handbook.documents:
        if document.review_by and document.status != "withdrawn":
            calendar.add_component(_event(composer, document, document.review_by))
    yield SiteFile(PATH, calendar.to_ical())


def _event(composer: Composer, document: Document, day: datetime.date) -> Event:
    target = composer.linked.target_of(document)
    page = place(target).path
    event = Event()
    event.add("UID", f"{document.id}.{composer.handbook.settings.handbook}.review")
    # The calendar must come out the same on every day, so that the stamp tells when the date was set.
    event.add("DTSTAMP", datetime.datetime.combine(document.approved or day, datetime.time(), datetime.UTC))
    event.add("DTSTART", day)
    event.add("SUMMARY", f"Review: {target.title}")
    event.add("DESCRIPTION", "\n".join(_told(composer, document, page)))
    event.add("TRANSP", "TRANSPARENT")  # the day stays free
    if composer.address:
        event.add("URL", composer.address + page)
    return event


def _told(composer: Composer, document: Document, page: str) -> Iterator[str]:
    owner = composer.linked.targets.get(f"role:{document.owner}")
    yield f"Owner: {capitalised(owner.title)}" if owner else "Nobody answers for this document"
    yield f"Version: {document.version}" if document.version else "No version yet"
    yield f"Page: {composer.address}{page}"
