"""The examination of a handbook: it is read, linked, compared with its past and checked.

Commands that publish nothing load this and no more of the program's way, since rendering takes long to load.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from policywright import checks, linking, source
from policywright.checks.check import Circumstances
from policywright.checks.spreadsheet import FAULTS as ANSWER_FAULTS
from policywright.checks.spreadsheet import Paper
from policywright.checks.spreadsheet import answers as check_answers
from policywright.diagnostics import Diagnostic, Rule, Severity
from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.gathering.between import between as changes_between
from policywright.linking.gathering.changes import NOTHING_KNOWN, Changes
from policywright.linking.gathering.versions import changes
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.questions import questions, signed_by_hand
from policywright.linking.settling import Decisions, Update, outcomes
from policywright.linking.targets import find_targets
from policywright.model.adopter import Adopter, Taken
from policywright.model.document import Document
from policywright.model.handbook import Handbook, Variable
from policywright.model.node import SourceText
from policywright.model.past import NO_COMMITS, Past
from policywright.model.spreadsheet import Answers, Spreadsheet
from policywright.source.rewriting import Rewritten
from policywright.source.spreadsheet import FAULTS as SPREADSHEET_FAULTS
from policywright.source.spreadsheet import read as read_spreadsheet

RULES: tuple[type[Rule], ...] = (*source.FAULTS, *checks.CHECKS)
"""Everything that can be found wrong with a handbook, each with its page."""

SPREADSHEET_RULES: tuple[type[Rule], ...] = (*SPREADSHEET_FAULTS, *ANSWER_FAULTS)
"""Everything that can be found wrong with a spreadsheet of answers, each with its page."""


@dataclass(frozen=True)
class Examined:
    """A handbook that was read, linked and checked.

    `diagnostics` tell what was found wrong with it, in the order of its files; `changes` what is otherwise than before;
    `commits` the one that last changed each file, by its name.
    """

    linked: LinkedHandbook
    diagnostics: tuple[Diagnostic, ...]
    changes: Changes = NOTHING_KNOWN
    commits: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[str, SourceText]:
        """The text of every file, for excerpts."""
        return self.linked.handbook.texts

    def may_be_published(self, *, strict: bool) -> bool:
        """Tell whether nothing stands against publishing: no error and, if strict, no warning."""
        refused = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return not any(diagnostic.severity in refused for diagnostic in self.diagnostics)


def examine(folder: Path, circumstances: Circumstances, reader: source.Reader | None = None) -> Examined:
    """Read, link and check the handbook in a folder, and compare each document with its previous version."""
    return check(read(folder, reader), circumstances)


def read(folder: Path, reader: source.Reader | None = None, linker: linking.Linker | None = None) -> Examined:
    """Read and link the handbook in a folder, without any check.

    A `reader` and a `linker` know what they have read and linked before, and do only the rest.
    """
    handbook, faults = source.load(folder, reader)
    return Examined((linker or linking.Linker()).link(handbook), faults)


def check(known: Examined, circumstances: Circumstances) -> Examined:
    """Check a handbook that was read, and compare each document with its previous version."""
    compared = compare(known, circumstances.past)
    found = checks.run(compared.linked, replace(circumstances, changes=compared.changes))
    diagnostics = tuple(sorted((*known.diagnostics, *found), key=lambda diagnostic: diagnostic.order))
    return replace(compared, diagnostics=diagnostics)


def compare(known: Examined, past: Past) -> Examined:
    """Compare each document of a handbook that was read with its previous version."""
    changed = changes(known.linked, source.earlier(known.linked.handbook, past))
    return replace(known, changes=changed, commits=past.commits)


def adopted(examined: Examined, adopter: Adopter, circumstances: Circumstances) -> Examined:
    """Return an adopter's own handbook, linked and checked like any other.

    Its `diagnostics` are what the adopter has to answer for. Each of its documents bears the commit of the whole
    folder, since it is made of several files.
    """
    model = examined.linked
    linked = linking.link(linking.adopted(model, adopter))
    found = checks.run(linked, replace(circumstances, earlier=None))
    before = linking.adopted_earlier(model, adopter, source.earlier(model.handbook, circumstances.past))
    commits = circumstances.past.commits
    whole = dict.fromkeys(commits, commits["policies"]) if "policies" in commits else NO_COMMITS
    own = _for_adopter(found, adopter.location().file, examined.diagnostics)
    return Examined(linked, own, changes(linked, before), whole)


def with_adopters(examined: Examined, circumstances: Circumstances) -> Examined:
    """Return a handbook with what its adopters have to answer for among what was found."""
    owned = (adopted(examined, adopter, circumstances) for adopter in examined.linked.handbook.adopters)
    found = (*examined.diagnostics, *(one for own in owned for one in own.diagnostics))
    # Two adopters can meet one and the same fault of the model.
    return replace(examined, diagnostics=tuple(sorted(dict.fromkeys(found), key=lambda one: one.order)))


def asked_of_adopters(linked: LinkedHandbook, models: Sequence[Document]) -> list[Variable]:
    """Return the variables for which whoever takes some models over must have words."""
    takes = tuple(Taken(policy=model.id) for model in models)
    own = linking.link(linking.adopted(linked, Adopter(adopter="anybody", name="Anybody", takes=takes)))
    used = {use.name for use in own.variables if not use.blank}
    return [variable for variable in linked.handbook.settings.variables if variable.id in used]


def _for_adopter(found: Sequence[Diagnostic], home: str, known: Container[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what an adopter has to answer for: what is found in its file, and errors that the model has not.

    What the former point at elsewhere is not told once more there.
    """
    own = [one for one in found if one.location.file == home]
    told = {related.location for one in own for related in one.related}
    errors = (one for one in found if one.severity is Severity.ERROR and one.location.file != home)
    return (*own, *(one for one in errors if one not in known and one.location not in told))


def settled(update: Update, decisions: Decisions) -> tuple[Rewritten, Sequence[str]]:
    """Return the file of an adopter with what follows from decisions noted in it, and sentences that say so.

    Raises `source.CannotNote` where the layout of the file does not let it in.
    """
    done = tuple(outcomes(update, decisions))
    notes = [source.Note(one.node, one.values) for one in done]
    return source.noted(update.adopter, notes), [one.told for one in done]


def taken_over(update: Update, past: Past) -> HandbookChanges:
    """Return what changed in the policies since the versions that an adopter agreed to, as far as git knows that."""
    editions = changes(update.linked, source.earlier(update.linked.handbook, past)).editions
    found = (
        edition
        for taken, _ in update.moved_on
        for edition in (editions[taken.policy], *editions[taken.policy].older)
        if edition.before == taken.version
    )
    return HandbookChanges(editions=tuple(found))


def mended(examined: Examined) -> tuple[Rewritten, ...]:
    """Return the files as they are once everything that has one right mend is mended; nothing is written."""
    return source.rewritten(examined.texts, examined.diagnostics)


@dataclass(frozen=True)
class Between:
    """A handbook, what it was in another state, and what changed since, in the documents `only` if any are named."""

    linked: LinkedHandbook
    changes: HandbookChanges
    before: Handbook
    only: Collection[str] = ()


def schemas(examined: Examined) -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas with which text editors help, by the name of the file that each goes into."""
    return {**source.schemas(), source.NAMES: source.names(examined.linked)}


def between(before: Handbook, after: Handbook, only: Collection[str] = ()) -> Between:
    """Return what changed from one state of a handbook to another, whatever is wrong with either.

    Only what changed in certain documents is told where any are named, by their identifiers.
    """
    linked = linking.link(after)
    found = changes_between(before, linked)
    return Between(linked, found.only(only) if only else found, before, only)


def addresses(files: Mapping[str, bytes], reader: source.Reader | None = None) -> frozenset[str]:
    """Return the lasting addresses of a handbook given as its files' contents.

    What a `reader` has read before, it need not read again.
    """
    return lasting_addresses((reader or source.Reader()).read(files)[0])


def lasting_addresses(handbook: Handbook) -> frozenset[str]:
    """Return the addresses that must go on leading somewhere.

    They are those of everything that can be cited but drafts, on which nobody may rely yet, and stories: an example
    may be taken out for a better one.
    """
    return frozenset(address for address, one in find_targets(handbook).by_address.items() if _must_last(one))


def _must_last(target: Target) -> bool:
    return target.kind != "story" and not (target.document and target.document.status == "draft")


@dataclass(frozen=True)
class Answered:
    """A spreadsheet with answers to what a document asks: those of each row, and what is wrong with them."""

    spreadsheet: Spreadsheet
    rows: tuple[Answers, ...]
    diagnostics: tuple[Diagnostic, ...]


def answers(examined: Examined, document: Document, file: str, content: bytes, paper: Paper) -> Answered:
    """Read a CSV file with answers to what a form or a letter asks; `paper` knows what its boxes hold."""
    spreadsheet, faults = read_spreadsheet(file, content)
    asked = questions(examined.linked, document)
    rows, found = check_answers(spreadsheet, asked, paper, signed_by_hand(document))
    return Answered(spreadsheet, rows, tuple(sorted((*faults, *found), key=lambda diagnostic: diagnostic.order)))
