"""Approval: all that those who approve an edition of a handbook have to know before they sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.gathering.changed_paths import NO_PATHS, ChangedPaths
from policywright.linking.gathering.changes import Change, Edition, Grade
from policywright.linking.gathering.open_questions import OpenQuestion, open_questions
from policywright.linking.gathering.rests_on_changes import ChangedRule, rests_on_changes
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.reviews import Unsettled, unsettled
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.policy import Policy
from policywright.model.publication import Source

_TOLD_APART = frozenset({"suspect-rest", "stale-amendment"})
"""The checks whose findings stand among what rests on what changed."""


@dataclass(frozen=True, eq=False)
class Graded:
    """What changed in one document by one grade."""

    edition: Edition
    changes: tuple[Change, ...]
    paths: ChangedPaths = NO_PATHS


@dataclass(frozen=True, eq=False)
class ChangedSource:
    """A publication of which provisions came, went or read otherwise; `source` is None where it is gone whole."""

    name: str
    source: Source | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, eq=False)
class Signatory:
    """A role that signs, or None where nobody has said which: the documents that it approves, and those it owns."""

    role: Target | None
    approves: tuple[Target, ...]
    owns: tuple[Target, ...]


@dataclass(frozen=True, eq=False)
class Approval:
    """What changed, by grade, the gravest first; what rests on it; which publications changed; and what is open.

    `unsettled` is what adopters have to decide, `shared` what changed in the other registers, `findings` what checks
    find in the documents that changed, and `signatories` are those who sign. `unread` says that not all of both states
    could be read, so that something may only seem to have come or gone.
    """

    changes: HandbookChanges
    by_grade: Mapping[Grade, Sequence[Graded]]
    rules: tuple[ChangedRule, ...]
    unsettled: tuple[Unsettled, ...]
    sources: tuple[ChangedSource, ...]
    shared: tuple[Change, ...]
    questions: tuple[OpenQuestion, ...]
    findings: tuple[Diagnostic, ...]
    signatories: tuple[Signatory, ...]
    unread: bool = False

    @property
    def suspect(self) -> int:
        """How many things nobody has compared with a changed rule since, those of adopters too."""
        return sum(len(one.suspect) for one in self.rules) + len(self.unsettled)


def approval(
    before: Handbook,
    after: LinkedHandbook,
    found: HandbookChanges,
    findings: Iterable[Diagnostic],
    only: Collection[str] = (),
) -> Approval:
    """Return what is to be approved between two states of a handbook; `findings` are those of the checks since.

    Where any documents are named, by their identifiers, it is what changed in these `only`, and what rests on that.
    """
    documents = [*(edition.document for edition in found.editions), *found.added]
    files = {target.location.file for target in documents}
    return Approval(
        found,
        {grade: graded for grade in get_args(Grade) if (graded := tuple(_graded(found.editions, grade)))},
        tuple(one for one in rests_on_changes(before, after) if not only or _document(one.rule) in only),
        tuple(one for one in unsettled(after) if not only or one.footing.change.what.partition("#")[0] in only),
        tuple(_sources(found, after)),
        tuple(change for change in found.registers if change.target.kind != "source-provision"),
        tuple(open_questions(found, after)),
        tuple(one for one in findings if one.location.file in files and _is_to_be_mended(one)),
        tuple(_signatories([target for target in after.targets.values() if target in documents], after)),
        any(one.lost or one.unread for one in (before, after.handbook)),
    )


def _document(target: Target) -> str:
    return target.document.id if target.document else ""


def _is_to_be_mended(finding: Diagnostic) -> bool:
    return finding.severity in {Severity.ERROR, Severity.WARNING} and finding.name not in _TOLD_APART


def _graded(editions: Iterable[Edition], grade: Grade) -> Iterator[Graded]:
    for edition in editions:
        changes, paths = edition.by_grade.get(grade, ()), edition.paths if grade == "scope" else NO_PATHS
        if changes or paths:
            yield Graded(edition, changes, paths)


def _sources(found: HandbookChanges, after: LinkedHandbook) -> Iterator[ChangedSource]:
    """Yield each publication that changed, with its changes, in reading order."""
    known = {source.source: source for source in after.handbook.sources}
    by_source = defaultdict[str, list[Change]](list)
    for change in found.registers:
        if change.target.kind == "source-provision":
            by_source[change.target.address.partition("#")[0]].append(change)
    for name, changes in by_source.items():
        yield ChangedSource(name, known.get(name), tuple(changes))


def _signatories(documents: Iterable[Target], after: LinkedHandbook) -> Iterator[Signatory]:
    """Yield who signs: first those who approve, then those who only own."""
    approves, owns = defaultdict[str, list[Target]](list), defaultdict[str, list[Target]](list)
    for target in documents:
        if target.document:
            approves[_approver(target.document)].append(target)
            if target.document.owner:
                owns[target.document.owner].append(target)
    for name in dict.fromkeys((*approves, *owns)):
        yield Signatory(after.targets.get(f"role:{name}"), tuple(approves[name]), tuple(owns[name]))


def _approver(document: Document) -> str:
    """Return the role that approves a document, as far as it says; otherwise the one that approved it last."""
    if not isinstance(document, Policy):
        return ""
    return document.approved_by or next((revision.by for revision in document.history), "")
