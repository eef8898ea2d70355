"""Role work: what a role has to do with forms, letters, checklists, decisions and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

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


def workers(handbook: Handbook) -> Callable[[frozenset[str]], Work]:
    """Return what gives the work, in documents that hold, of whoever bears any of some names of roles."""
    documents = tuple(document for document in handbook.documents if document.status != "withdrawn")
    asking = tuple((one, _asks(one)) for one in documents if isinstance(one, Decision | Table))
    return partial(_work_of, documents, asking)


_Asking = tuple[tuple[Decision | Table, frozenset[str]], ...]
"""The decisions and tables, each with the roles of which it asks something."""


def _asks(decision: Decision | Table) -> frozenset[str]:
    return frozenset(action.by for _, actions in _actions(decision) for action in actions if action.by)


def _actions(decision: Decision | Table) -> Iterator[tuple[Question | Outcome, tuple[Action, ...]]]:
    if isinstance(decision, Decision):
        yield from ((question, question.before) for question in decision.questions.values())
    yield from ((outcome, outcome.do) for outcome in decision.outcomes.values())


def _work_of(documents: tuple[Document, ...], asking: _Asking, names: frozenset[str]) -> Work:
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
        actions=tuple(_with_actions(asking, names)),
    )


def _with_items(
    checklists: tuple[Checklist, ...], names: frozenset[str]
) -> Iterator[tuple[Checklist, tuple[Item, ...]]]:
    for checklist in checklists:
        items = tuple(item for step in checklist.steps for item in step.items if item.by in names)
        if items and checklist.for_ not in names:
            yield checklist, items


def _with_actions(asking: _Asking, names: frozenset[str]) -> Iterator[tuple[Decision | Table, Asked]]:
    for decision, asked in asking:
        if not names.isdisjoint(asked):
            yield decision, tuple(_asked(decision, names))


def _asked(
    decision: Decision | Table, names: frozenset[str]
) -> Iterator[tuple[Question | Outcome, tuple[Action, ...]]]:
    for node, actions in _actions(decision):
        if own := tuple(action for action in actions if action.by in names):
            yield node, own
