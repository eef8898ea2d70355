"""The feed of changes, in Atom (RFC 4287): an entry for the present version of each document whose day is known."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as Xml

from policywright.linking.gathering.changed_paths import ChangedPaths
from policywright.linking.gathering.changes import Change, Edition
from policywright.render.composer import Composer
from policywright.render.page import Page, SiteFile
from policywright.render.pages import changes
from policywright.render.places import place

PATH = "feed.xml"
MEDIA_TYPE = "application/atom+xml"

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime.date(1970, 1, 1)
"""When a feed without entries was updated."""


def files(composer: Composer, pages: Sequence[Page]) -> Iterator[SiteFile]:  # noqa: ARG001  one for all kinds of files
    """Yield the feed."""
    feed = _Feed(composer).element()
    Xml.indent(feed)
    yield SiteFile(PATH, Xml.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


class _Feed:
    """Writes the feed of one site. Its names are made of the handbook's and stay the same wherever it is published."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._settings = composer.handbook.settings
        self._title = composer.plain_text.of(self._settings.title)

    def element(self) -> Xml.Element:
        """Return the feed, with the newest entry first."""
        dated = [(edition.date, edition) for edition in self._composer.changes.editions.values() if edition.date]
        dated.sort(key=lambda one: one[0], reverse=True)
        feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": self._settings.language})
        _say(feed, "title", f"{self._title}: what changed")
        _say(feed, "id", self._name())
        _say(feed, "updated", _moment(dated[0][0] if dated else _NEVER))
        _say(_say(feed, "author"), "name", self._composer.plain_text.of(self._settings.publisher))
        _say(feed, "link", rel="alternate", type="text/html", href=self._address(changes.PATH))
        if self._composer.address:
            _say(feed, "link", rel="self", type=MEDIA_TYPE, href=self._address(PATH))
        for date, edition in dated:
            self._add(feed, date, edition)
        return feed

    def _add(self, feed: Xml.Element, date: datetime.date, edition: Edition) -> None:
        entry = _say(feed, "entry")
        here = place(edition.document)
        _say(entry, "title", f"{edition.document.title}, version {edition.version}")
        _say(entry, "id", self._name(edition.document.address, edition.version))
        _say(entry, "updated", _moment(date))
        anchor = "#_changed" if edition.before else ""
        _say(entry, "link", rel="alternate", type="text/html", href=self._address(here.path) + anchor)
        if part := self._composer.linked.targets.get(f"part:{edition.part}"):
            _say(entry, "category", term=part.anchor, label=part.title)
        _say(entry, "summary", " ".join(self._summary(edition)))

    def _summary(self, edition: Edition) -> Iterator[str]:
        """Yield sentences: what the editors say, and what changed, what matters most first."""
        if edition.revision:
            yield f"{self._composer.plain_text.of(edition.revision.what).rstrip('.')}."
        if edition.unknown:
            yield "What changed since the version before is not known."
        elif not edition.before:
            yield "The first version."
        else:
            told = (*_paths(edition.paths), *map(_told, edition.by_weight))
            yield "; ".join(told) or "Nothing reads otherwise."

    def _address(self, path: str) -> str:
        """Return the address of a page, relative to the feed's where nobody has said where the site is published."""
        return f"{self._composer.address}{path}"

    def _name(self, *parts: str) -> str:
        of_all = ("policywright", self._settings.handbook, *parts)
        return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(of_all)).urn


def _paths(found: ChangedPaths) -> Iterator[str]:
    """Yield how many ways through a decision changed: `2 ways lead elsewhere`, `1 way is new`."""
    words = {
        "redirected": ("leads elsewhere", "lead elsewhere"),
        "new": ("is new", "are new"),
        "gone": ("is gone", "are gone"),
    }
    for kind, (one, several) in words.items():
        if count := sum(max(len(change.before), len(change.after)) for change in found.of_kind(kind)):
            yield f"1 way {one}" if count == 1 else f"{count} ways {several}"


def _told(change: Change) -> str:
    """Return a change in a few words: `New: 2.2 Staff must use…`, `2.1 Friend requests: by when, wording`."""
    what = f"{change.target.number} {change.target.title}".strip()
    if change.kind == "altered":
        labels = dict.fromkeys(one.label for one in change.altered)
        return f"{what}: {', '.join(labels).lower()}"
    return f"{'New' if change.after else 'Removed'}: {what}"


def _say(around: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(around, name, attributes)
    element.text = text or None
    return element


def _moment(date: datetime.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"
