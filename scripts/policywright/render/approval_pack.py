"""The approvers' pack: what those who approve an edition of a handbook get to read and to sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from policywright.linking import LinkedHandbook
from policywright.linking.gathering.approval import Approval, Graded
from policywright.linking.gathering.changes import Change, Edition, Respect
from policywright.linking.gathering.open_questions import Why
from policywright.linking.gathering.word_difference import abridged, word_difference
from policywright.linking.linked import Target
from policywright.render.page import Handout, PrintDocument
from policywright.render.print_changes import GRADES, States, said_on_paper
from policywright.render.print_edition import Edition as PrintEdition
from policywright.render.print_edition import Editions
from policywright.render.print_medium import PrintMedium
from policywright.render.templates import Setting

_RESPECTS: Mapping[Respect, str] = {
    "duty": "another duty",
    "figure": "another number, age or period",
    "actors": "others act",
    "scope": "for others, or at another time",
    "wording": "reworded",
    "place": "moved",
    "number": "renumbered",
}
_WHYS: Mapping[Why, str] = {
    "draft": "Drafts, which are not in force",
    "gap": "Cases for which no rule is given",
    "silence": "Topics on which no rule is given",
    "note": "What the editors note",
    "waiver": "Findings of checks that the editors let pass",
}
_SUBJECT = "What changed, what rests on it, what is open, and who signs"


def approval_pack(linked: LinkedHandbook, pack: Approval, states: States, name: str) -> Handout:
    """Return the pack for the approval of what changed between two states of a handbook; `linked` is the last."""

    def restating(provision: Target) -> tuple[Target, ...]:
        """Return what restates a provision of a publication."""
        return tuple(one.source for one in linked.referrers(provision) if one.kind == "from_" and one.source)

    edition = _entitled(Editions(linked), states)
    values = {
        "pack": pack,
        "edition": edition,
        "states": states,
        "grades": GRADES,
        "respects": _respects,
        "whys": _WHYS,
        "counted": _counted,
        "kinds": _kinds,
        "restating": restating,
        "word_difference": word_difference,
        "abridged": abridged,
    }
    setting = Setting(linked, PrintMedium(frozenset()))
    html = said_on_paper(setting.fill("print/pack.html", **values))
    printed = PrintDocument(name, edition.title, html, properties=edition.properties)
    return Handout(printed, str(setting.fill("print/pack-page.html", **values)))


def _kinds(edition: Edition) -> Mapping[str, int]:
    """Return how many things came, went, read otherwise, or bear another place or number, in words."""
    found = Counter(change.kind for change in edition.changes)
    altered = (change.altered for change in edition.changes if change.kind == "altered")
    respects = Counter(respect for one in altered for respect in {each.respect for each in one})
    told = {
        "new": found["added"],
        "taken out": found["removed"],
        "reworded": respects["wording"],
        "moved": respects["place"],
        "renumbered": respects["number"],
    }
    return {words: number for words, number in told.items() if number}


def _respects(change: Change) -> Sequence[str]:
    """Return in what something was altered, in words, the gravest first."""
    altered = {one.respect for one in change.altered}
    return [words for respect, words in _RESPECTS.items() if respect in altered]


def _counted(graded: Iterable[Graded]) -> int:
    """Return how many changes those of several documents are; a decision that leads elsewhere is one."""
    return sum(len(one.changes) + bool(one.paths) for one in graded)


def _entitled(editions: Editions, states: States) -> PrintEdition:
    """Return what is said on every page: what is to be approved, and between which states."""
    before, after = (state.name for state in states)
    whole = editions.whole
    return replace(
        whole,
        title=f"Changes to approve: {whole.title}",
        short_title=f"For approval: {whole.short_title}",
        foot=f"{before} to {after[0].lower()}{after[1:]}",
        mark="",
        properties=replace(whole.properties, subject=_SUBJECT),
    )
