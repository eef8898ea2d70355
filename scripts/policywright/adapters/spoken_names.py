"""What a control of a printed page is called where it is read out: all the words that a reader sees around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

_NOT_SAID = frozenset({"number"})
_HINTS = frozenset({"help", "condition", "unit"})
_ENDS = tuple(".:?!”)")


class SpokenNames:
    """The names of the controls of a page, whose topmost element is `root`."""

    def __init__(self, root: Element) -> None:
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._labels = {label.get("for"): label for label in root.iter("label") if label.get("for")}

    def of(self, control: Element) -> str:
        """Return the name of a control: its heading, its legends, its label, and what helps to answer."""
        return _sentence((*self._around(control), self._label(control), *self._hints(control)))

    def of_group(self, control: Element) -> str:
        """Return the name of the group of choices that a control is one of."""
        return _sentence((*self._around(control), *self._hints(control)))

    def must_be_given(self, control: Element) -> bool:
        """Return whether the page says that a control must be filled in."""
        return any("data-required" in element.attrib for element in self._ancestors(control))

    def _around(self, control: Element) -> list[str]:
        """Return the heading and the legends of what a control stands in, the widest first."""
        names = (_heading(element) for element in self._ancestors(control))
        return [_words(name) for name in names if name is not None][::-1]

    def _label(self, control: Element) -> str:
        label = self._labels.get(control.get("id"))
        if label is None:
            label = next((element for element in self._ancestors(control) if element.tag == "label"), None)
        return _words(label) if label is not None else ""

    def _hints(self, control: Element) -> Iterator[str]:
        around = next((element for element in self._ancestors(control) if "field" in _classes(element)), None)
        for element in around.iter() if around is not None else ():
            if _HINTS & _classes(element):
                yield _words(element)

    def _ancestors(self, element: Element) -> Iterator[Element]:
        """Yield what an element stands in, the nearest first."""
        while (parent := self._parents.get(element)) is not None:
            yield parent
            element = parent


def _heading(element: Element) -> Element | None:
    """Return what names everything in an element; None where nothing does."""
    named_by = {"section": "h2", "fieldset": "legend"}.get(element.tag)
    return element.find(named_by) if named_by else None


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _words(element: Element) -> str:
    return " ".join("".join(_said(element)).split())


def _said(element: Element) -> Iterator[str]:
    """Yield the texts of an element, without numbers and without words to choose from."""
    yield element.text or ""
    for child in element:
        if child.tag != "select" and not _NOT_SAID & _classes(child):
            yield from _said(child)
        yield child.tail or ""


def _sentence(parts: Iterable[str]) -> str:
    """Join names: `Child 2: Name of the child`; what ends with a mark of its own gets no other."""
    said = ""
    for part in filter(None, parts):
        joint = " " if said.endswith(_ENDS) else ": "
        said = f"{said}{joint}{part}" if said else part
    return said
