"""Role work: what a role has to do with forms, letters, checklists, decisions and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policywright.model.checklist import Checklist, Item
from policywright.model.decision import Action, Decision, Outcome, Question
from policywright.model.document import Document
from policywright.model.form import Form
from policywright.model.handbook import Handbook
from policywright.model.letter import Letter
from policywright.model.table import Table

Asked = tuple[tuple[Question | Outcome, tuple[Action, ...]], ...]
"""The questions and outcomes of a decision or a table that ask something of a role, with what they ask."""


@dataclass(frozen=True, eq=False)
class Work:
    """The documents that a role answers for, fills in, gets back, signs, works through; and what others ask of it.

    `items` are its items of checklists that somebody else works through; `actions` what a decision or a table asks
    of it, at which question or outcome.
    """

    owns: tuple[Document, ...]
    fills_in: tuple[Form, ...]
    receives: tuple[Form, ...]
    signs: tuple[Letter, ...]
    works_through: tuple[Checklist, ...]
    confirms: tuple[Checklist, ...]
    items: tuple[tuple[Checklist, tuple[Item, ...]], ...]
    actions: tuple[tuple[Decision | Table, Asked], ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that ask something of it, beside those that it only answers for."""
        asking = (*(checklist for checklist, _ in self.items), *(decision for decision, _ in self.actions))
        return (*self.fills_in, *self.receives, *self.signs, *self.works_through, *self.confirms, *asking)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of all this."""
        return not (self.owns or self.documents)


def work_of(handbook: Handbook, names: frozenset[str]) -> Work:
    """Return the work of whoever bears any of these names of roles, in documents that hold."""
    documents = tuple(document for document in handbook.documents if document.status != "withdrawn")
    forms = tuple(document for document in documents if isinstance(document, Form))
    checklists = tuple(document for document in documents if isinstance(document, Checklist))
    return Work(
        owns=tuple(document for document in documents if document.owner in names),
        fills_in=tuple(form for form in forms if form.who_fills in names),
        receives=tuple(form for form in forms if form.returns_to in names),
        signs=tuple(letter for letter in documents if isinstance(letter, Letter) and letter.sender in names),
        works_through=tuple(checklist for checklist in checklists if checklist.for_ in names),
        confirms=tuple(checklist for checklist in checklists if checklist.sign_off and checklist.sign_off.by in names),
        items=tuple(_with_items(checklists, names)),
        actions=tuple(_with_actions(documents, names)),
    )


def _with_items(
    checklists: tuple[Checklist, ...], names: frozenset[str]
) -> Iterator[tuple[Checklist, tuple[Item, ...]]]:
    for checklist in checklists:
        items = tuple(item for step in checklist.steps for item in step.items if item.by in names)
        if items and checklist.for_ not in names:
            yield checklist, items


def _with_actions(documents: tuple[Document, ...], names: frozenset[str]) -> Iterator[tuple[Decision | Table, Asked]]:
    for decision in documents:
        if isinstance(decision, Decision | Table):
            asked = tuple(_asked(decision, names))
            if asked:
                yield decision, asked


def _asked(
    decision: Decision | Table, names: frozenset[str]
) -> Iterator[tuple[Question | Outcome, tuple[Action, ...]]]:
    for question in decision.questions.values() if isinstance(decision, Decision) else ():
        yield from _of(question, question.before, names)
    for outcome in decision.outcomes.values():
        yield from _of(outcome, outcome.do, names)


def _of(
    node: Question | Outcome, actions: tuple[Action, ...], names: frozenset[str]
) -> Iterator[tuple[Question | Outcome, tuple[Action, ...]]]:
    own = tuple(action for action in actions if action.by in names)
    if own:
        yield node, own
