"""Sections joined to one PDF: their pages, and everything that leads to a page or tells what stands on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from policywright.adapters.sections import ELSEWHERE, Typeset
from policywright.adapters.shared_fonts import share_fonts
from policywright.adapters.turning import settle_sides

Tree = Any
"""The root of a structure tree, as pikepdf has it, which knows no types."""

Owners = tuple[int, Any]
"""The number of a page, or of an area that can be clicked, and the structure elements that own what stands there."""


def join(files: Sequence[Path], sections: Sequence[Typeset]) -> Pdf:
    """Return the PDF of a document whose sections lie in files; what is said of the document is in each of them."""
    joined = Pdf.open(files[0])
    if len(files) > 1:
        settle_sides(joined, turned=False)
        joint = _Joint(joined)
        for file in files[1:]:
            with Pdf.open(file) as section:
                settle_sides(section, turned=len(joined.pages) % 2 == 1)
                joint.add(section)
        joint.close()
        _bookmark(joined, sections)
        share_fonts(joined)
    return joined


class _Joint:
    """Adds sections to the PDF of the first one, and gathers what leads into each of them."""

    def __init__(self, joined: Pdf) -> None:
        self._pdf = joined
        self._tree = joined.Root.StructTreeRoot
        self._elements = list(self._tree.K.K)
        self._owners = list(_owners(self._tree))
        self._notes = list(_notes(self._tree))
        self._places = dict(_places(joined))
        _lead_elsewhere(joined)

    def add(self, section: Pdf) -> None:
        """Add the pages of a section, and what is told of them."""
        offset = self._owners[-1][0] + 1
        _lead_elsewhere(section)
        _move(section, offset)
        for page in section.pages:
            self._pdf.pages.append(page)
        tree = self._pdf.copy_foreign(section.Root.StructTreeRoot)
        for element in tree.K.K:
            element.P = self._tree.K
            self._elements.append(element)
        self._owners += ((offset + number, owners) for number, owners in _owners(tree))
        self._notes += _notes(tree)
        for name, place in _places(section):
            self._places.setdefault(name, self._pdf.copy_foreign(section.make_indirect(place)))

    def close(self) -> None:
        """Write what has been gathered."""
        self._tree.K.K = Array(self._elements)
        self._tree.ParentTree.Nums = Array(chain.from_iterable(self._owners))
        if self._notes:
            self._tree.IDTree = Dictionary(Names=Array(chain.from_iterable(self._named_notes())))
        places = Array(chain.from_iterable((String(name), place) for name, place in sorted(self._places.items())))
        self._pdf.Root.Names = Dictionary(Dests=self._pdf.make_indirect(Dictionary(Names=places)))

    def _named_notes(self) -> Iterator[tuple[String, Any]]:
        """Yield the notes, each under a name that no note of another section has."""
        for number, note in enumerate(self._notes):
            note.ID = String(f"note-{number:06}")
            yield note.ID, note


def _owners(tree: Tree) -> Iterator[Owners]:
    numbers = iter(tree.ParentTree.Nums)
    return ((int(number), owners) for number, owners in zip(numbers, numbers, strict=True))


def _notes(tree: Tree) -> Iterator[Any]:
    return iter(list(tree.get("/IDTree", {}).get("/Names", ()))[1::2])


def _places(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """Yield the places that links can lead to, each with its name."""
    names = iter(pdf.Root.Names.Dests.Names if "/Names" in pdf.Root else ())
    return ((str(name), place) for name, place in zip(names, names, strict=True))


def _move(section: Pdf, offset: int) -> None:
    """Add to the numbers by which the structure tree knows pages and areas; each section counts them from 0."""
    for page in section.pages:
        page.StructParents += offset
        for area in page.get("/Annots", ()):
            area.StructParent += offset


def _lead_elsewhere(section: Pdf) -> None:
    """Let the links that lead into other sections lead there."""
    for page in section.pages:
        for area in page.get("/Annots", ()):
            address = str(area.A.URI) if "/A" in area else ""
            if address.startswith(ELSEWHERE):
                area.Dest = String(unquote(address.removeprefix(ELSEWHERE)))
                del area.A


def _bookmark(joined: Pdf, sections: Sequence[Typeset]) -> None:
    """Write the bookmarks of all sections as one tree, by their levels."""
    firsts = accumulate((section.page_count for section in sections), initial=0)
    with joined.open_outline() as outline:
        outline.root.clear()
        above = [(0, outline.root)]
        for first, section in zip(firsts, sections, strict=False):
            for level, title, page, left, top in section.bookmarks:
                while level <= above[-1][0]:
                    above.pop()
                item = OutlineItem(title, Array([joined.pages[first + page].obj, Name.XYZ, left, top, 0]))
                above[-1][1].append(item)
                above.append((level, item.children))
