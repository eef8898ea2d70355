"""The tags of a PDF for the printer, which is made of copies of one tagged form with the answers set in type.

What is read out of each copy is what is read out of the form, with the answers in the places of its fields. A field
that can no longer be filled in says what it was, as ISO 32000-1, 14.8.5.6, has it: a box and whether it is ticked, or a
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Page, Pdf

Key = tuple[int, int]
"""The number of an object in the blank form, and its generation."""

_SHARED = ("/Lang", "/Alt", "/A")


@dataclass
class Copy:
    """A copy of the form: its pages by those of the form, and what became of each widget there.

    `fields` are the attributes of each widget's field, and `drawn` is the number of the mark, on its page, around what
    was drawn in its place, for those where anything was.
    """

    pages: dict[Key, Page] = field(default_factory=dict)
    fields: dict[Key, Dictionary] = field(default_factory=dict)
    drawn: dict[Key, int] = field(default_factory=dict)
    elements: dict[Key, Object] = field(default_factory=dict)
    answers: dict[tuple[Key, int], Object] = field(default_factory=dict)


class CopiedTags:
    """Copies the structure tree of a form for each copy of its pages."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._form = pdf.Root.StructTreeRoot
        self._owners: Mapping[int, Any] = dict(NumberTree(self._form.ParentTree))
        self._all = self._added(S=Name.Document)
        self._parts: list[Object] = []
        self._numbered: list[Any] = []

    def first_free_mark(self, page: Page) -> int:
        """Return the number of the first mark that a page of the form does not have."""
        return len(self._owners[int(page.obj.StructParents)])

    def add(self, copy: Copy) -> None:
        """Add what is read out of a copy."""
        part = self._element(self._form.K, self._all, copy)
        part.S = Name.Part
        self._parts.append(part)
        for key, page in copy.pages.items():
            owners = [copy.elements[owner.objgen] for owner in self._owners[int(page.obj.StructParents)]]
            marked = sorted((mark, element) for (on, mark), element in copy.answers.items() if on == key)
            page.obj.StructParents = len(self._numbered) // 2
            self._numbered += [int(page.obj.StructParents), Array([*owners, *(element for _, element in marked)])]

    def close(self) -> None:
        """Put the tree of the copies in the place of the form's."""
        self._all.K = Array(self._parts)
        tree = self._added(Type=Name.StructTreeRoot, K=self._all)
        tree.ParentTree = self._added(Nums=Array(self._numbered))
        self._all.P = tree
        self._pdf.Root.StructTreeRoot = tree

    def _added(self, **entries: Any) -> Object:  # noqa: ANN401  whatever a dictionary holds
        return self._pdf.make_indirect(Dictionary(**entries))

    def _element(self, element: Object, parent: Object, copy: Copy) -> Object:
        """Return a copy of an element with all that it holds. A link leads nowhere on paper, so that its words stay."""
        made = self._added(S=Name.Span if element.S == "/Link" else element.S, P=parent)
        for key in _SHARED:
            if key in element:
                made[key] = element[key]
        if "/Pg" in element:
            made.Pg = copy.pages[element.Pg.objgen].obj
        copy.elements[element.objgen] = made
        made.K = Array(self._kids(element, made, copy))
        return made

    def _kids(self, element: Object, made: Object, copy: Copy) -> Iterator[Any]:
        kids: Iterable[Any] = element.K
        for kid in kids:
            if isinstance(kid, int):
                yield kid
            elif "/S" in kid:
                yield self._element(kid, made, copy)
            elif "/MCID" in kid:
                yield self._mark(copy, kid.Pg.objgen, kid.MCID)
            elif kid.Obj.objgen in copy.fields:
                yield from self._answer(kid, made, copy)

    def _answer(self, kid: Object, made: Object, copy: Copy) -> Iterator[Object]:
        """Yield what was drawn in the place of a field, whose element says what it was."""
        widget = kid.Obj.objgen
        made.A = copy.fields[widget]
        if widget in copy.drawn:
            mark = copy.drawn[widget]
            copy.answers[kid.Pg.objgen, mark] = made
            yield self._mark(copy, kid.Pg.objgen, mark)

    @staticmethod
    def _mark(copy: Copy, page: Key, mark: int) -> Object:
        return Dictionary(Type=Name.MCR, Pg=copy.pages[page].obj, MCID=mark)
