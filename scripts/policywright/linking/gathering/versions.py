"""Versions: each document beside the version that it had before, to tell what changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from policywright.linking.citation import short_citation
from policywright.linking.gathering.changed_cases import changed_cases
from policywright.linking.gathering.changed_paths import NO_PATHS, ChangedPaths, changed_paths
from policywright.linking.gathering.changes import Altered, Change, Changes, Edition, Respect
from policywright.linking.gathering.figures import figures
from policywright.linking.gathering.told import Told
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.plain_text import PlainText, plain_text
from policywright.linking.targets import find_targets
from policywright.model.decision import Decision
from policywright.model.document import Document
from policywright.model.past import Earlier
from policywright.model.policy import Policy, Provision, Revision
from policywright.model.table import Table

_FIGURES = frozenset({"By when", "Kept", "Age"})
"""What is called so tells a figure, whatever its words."""

_ACTORS = frozenset({"Owner", "Who", "Who fills", "Who works through it", "Returns to", "Sender", "Recipient"})
"""What is called so names who acts."""

_SCOPE = frozenset({"Applies to", "Audience", "Status", "Part", "Show if", "Required", "May not apply"})
"""What is called so tells for whom or when something holds."""

_ANCHOR = re.compile("[#:](.+)")
"""What an address ends with, unless it is that of a document."""


def changes(linked: LinkedHandbook, earlier: Mapping[str, Earlier]) -> Changes:
    """Return what changed in each document since its `earlier` version.

    Both are read by today's settings and registers, so that nothing counts as changed but what the document's own
    editors did: not that a role bears another name, nor that a clause elsewhere bears another number.
    """
    known = [found for one in earlier.values() for found in (one, *one.older)]
    before = [one.document for one in known if one.document]
    comparing = _Comparing(linked, before) if before else None
    documents = ((document, earlier[document.id]) for document in linked.handbook.documents if document.id in earlier)
    return Changes({document.id: _edition(linked, document, one, comparing) for document, one in documents})


def _edition(linked: LinkedHandbook, document: Document, earlier: Earlier, comparing: _Comparing | None) -> Edition:
    revision = _revision(document)
    edition = Edition(
        linked.target_of(document),
        document.part,
        document.version or "",
        earlier.version,
        revision.date if revision else earlier.date or document.approved,
        revision,
        earlier.unknown,
    )
    if comparing is None or earlier.document is None:
        return edition
    older = (_edition(linked, document, one, comparing) for one in earlier.older)
    compared = comparing.compared(edition, document, earlier.document)
    return replace(compared, former_commit=earlier.commit, older=tuple(older))


def _revision(document: Document) -> Revision | None:
    """Return what the editors of a document say of its present version."""
    revisions = document.history if isinstance(document, Policy) else ()
    return next((revision for revision in revisions if revision.version == document.version), None)


class _Comparing:
    """Compares the documents of a handbook with what they were before."""

    def __init__(self, linked: LinkedHandbook, before: Iterable[Document]) -> None:
        self._words = linked.handbook.settings.words
        self._wording = plain_text(linked.handbook)
        targets = find_targets(replace(linked.handbook, documents=tuple(before), registers=(), sources=()))
        self._now, self._then = _by_document(linked.by_node), _by_document(targets.by_node)
        citable = {**linked.by_node, **targets.by_node}
        self._told_apart = {node for node, target in citable.items() if target.kind != "paragraph"}
        self._names = dict(self._names_everywhere(linked))

    def compared(self, edition: Edition, now: Document, then: Document) -> Edition:
        """Return an edition with what was added, removed or altered between two versions of a document."""
        pair = Pair(self._now[id(now)], self._then[id(then)])
        names = self._names | dict(self._own_names(pair, frozenset({now.id, then.id})))
        wording = replace(self._wording, names=names)
        changed = tuple(pair.changes(Told(wording, self._told_apart)))
        return replace(edition, changes=changed, paths=_paths(now, then, wording), former=then)

    def _names_everywhere(self, linked: LinkedHandbook) -> Iterator[tuple[str, str]]:
        """Yield what each address is called from afar."""
        yield from self._wording.names.items()
        for address, target in (*linked.aliases.items(), *linked.targets.items()):
            if target.document is None or target.kind == "document":
                yield address, self._wording.names.get(target.address, target.title)
            else:
                yield address, f"{short_citation(target, self._words)} of {self._wording.names[target.document.id]}"

    def _own_names(self, pair: Pair, identifiers: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Yield what each address within a document is called in it, under the names that the document has and had."""
        for anchor, target in pair.addressed():
            name = short_citation(target, self._words)
            yield f"#{anchor}", name
            yield from ((f"{identifier}#{anchor}", name) for identifier in identifiers)


class Pair:
    """What can be cited in two versions of a document, or of a register, by anchor, and which of it is the same."""

    def __init__(self, now: Mapping[str, Target], then: Mapping[str, Target]) -> None:
        self._now = now
        self._then = then
        gone = then.keys() - now.keys()
        # Where several became one, it goes on from the one whose name it bears, otherwise from the first of them.
        self._heirs = {old: target for target in now.values() for old in _former_anchors(target) if old in gone}
        self._heirs |= {anchor: target for anchor, target in now.items() if anchor in then}
        self._origins = {target.anchor: then[old] for old, target in self._heirs.items()}

    def addressed(self) -> Iterator[tuple[str, Target]]:
        """Yield what each anchor leads to, those of the version before too."""
        return (
            (anchor, self._heirs.get(anchor, target)) for anchor, target in (*self._then.items(), *self._now.items())
        )

    def changes(self, told: Told) -> Iterator[Change]:
        """Yield what was altered and added, in reading order, and then what was removed."""
        for after in self._now.values():
            before = self._origins.get(after.anchor)
            if before is None:
                new = tuple(told_otherwise({}, told.by(after)))
                yield Change(None, after, new, within=_is_within(after, self._now, self._origins))
            elif altered := tuple(self._altered(told, before, after)):
                yield Change(before, after, altered)
        yield from self._removed(told, {before.anchor for before in self._origins.values()})

    def _removed(self, told: Told, kept: Container[str]) -> Iterator[Change]:
        for before in self._then.values():
            if before.anchor not in kept:
                heir = self._heirs.get(before.anchor)
                gone = tuple(told_otherwise(told.by(before), {}))
                yield Change(before, None, gone, within=_is_within(before, self._then, kept), heir=heir)

    def _altered(self, told: Told, before: Target, after: Target) -> Iterator[Altered]:
        if self._differ(_duty, before, after):
            yield Altered("duty", "Duty", _duty(before), _duty(after))
        if self._differ(told.actors, before, after):
            yield Altered("actors", "Who", told.actors(before), told.actors(after))
        yield from told_otherwise(told.by(before), told.by(after))
        old, new = before.parent, after.parent
        if old and new and self._heirs.get(old.anchor) is not new and old.title != new.title:
            yield Altered("place", "Place", f"{old.number} {old.title}".strip(), f"{new.number} {new.title}".strip())
        if _number(before) != _number(after):
            yield Altered("number", "Number", _number(before), _number(after))

    def _differ(self, tell: Callable[[Target], str], before: Target, after: Target) -> bool:
        """Say whether two versions differ in something, and did not merely take it over from what they stand in."""
        told, old, new = (tell(before), tell(after)), before.parent, after.parent
        taken_over = old and new and self._heirs.get(old.anchor) is new and (tell(old), tell(new)) == told
        return told[0] != told[1] and not taken_over


def _paths(now: Document, then: Document, wording: PlainText) -> ChangedPaths:
    match then, now:
        case Decision(), Decision():
            return changed_paths(then, now, wording.of)
        case Table(), Table():
            return changed_cases(then, now, wording.of)
    return NO_PATHS


def _by_document(targets: Mapping[int, Target]) -> Mapping[int, Mapping[str, Target]]:
    """Return what stands in each document, by anchor; the document itself has none.

    A story tells how to use the rules, and changes none. The paragraphs of a letter are told with it: most have no
    name, and one that gets a name says nothing else than before.
    """
    found = defaultdict[int, dict[str, Target]](dict)
    for target in targets.values():
        if target.document and target.kind not in {"story", "paragraph"}:
            found[id(target.document)].setdefault(target.anchor, target)
    return found


def _former_anchors(target: Target) -> Iterator[str]:
    """Yield the anchors that a target had, the first last."""
    return (found[1] for alias in reversed(target.aliases) if (found := _ANCHOR.search(alias)))


def _is_within(target: Target, around: Mapping[str, Target], kept: Container[str]) -> bool:
    """Say whether what a target stands in came or went with it, or whether it only held others that did."""
    parent = target.parent
    if isinstance(target.node, Provision):
        return parent is not None and isinstance(parent.node, Provision) and parent.anchor not in kept
    return any(other.parent is target and other.anchor not in kept for other in around.values())


def told_otherwise(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Altered]:
    """Yield what is told otherwise under each name, line by line."""
    for label in dict.fromkeys((*after, *before)):
        for old, new in _line_by_line(before.get(label, ""), after.get(label, "")):
            yield Altered(_respect(label, old, new), label, old, new)


def _respect(label: str, before: str, after: str) -> Respect:
    if label in _FIGURES or _values(before) != _values(after):
        return "figure"
    if label in _ACTORS:
        return "actors"
    return "scope" if label in _SCOPE else "wording"


def _line_by_line(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the lines that differ, each before and after; each is one thing of several, such as an action."""
    old, new = before.split("\n"), after.split("\n")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield from zip_longest(old[start:end], new[new_start:new_end], fillvalue="")


def _values(words: str) -> list[str]:
    return [figure.value for figure in figures(words)]


def _duty(target: Target) -> str:
    return (target.duty or "").replace("-", " ")


def _number(target: Target) -> str:
    """Return the number that stands beside a target; that of a point begins again in each clause."""
    return target.label if target.kind == "point" else target.number
