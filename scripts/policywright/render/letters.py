"""How a decision hands over to a letter: the link that opens it with what the decision has settled chosen already.

The choices stand in the fragment of the address, which browsers send to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from markupsafe import Markup

from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.model.decision import Outcome
from policywright.model.document import Document
from policywright.model.letter import Letter
from policywright.render.beside import kind_of
from policywright.render.places import Place, link, place
from policywright.render.prose import Prose


class Opening:
    """Opens documents from the outcomes of decisions, as seen from one page of the site.

    `path` is the page's, and `prose` sets what it says.
    """

    def __init__(self, linked: LinkedHandbook, path: str, prose: Prose) -> None:
        self._linked = linked
        self._path = path
        self._prose = prose

    def links(self, outcome: Outcome) -> tuple[tuple[str, Markup], ...]:
        """Return links to what an outcome says to use, each letter with what it chooses there.

        Each comes with the kind of the document as readers call it, such as Form; empty where it is no document.
        """
        return tuple((self._kind(outcome, item), self._link(outcome, item)) for item in range(len(outcome.use)))

    def _kind(self, outcome: Outcome, item: int) -> str:
        used = self._used(outcome, item)
        return kind_of(used.node) if used and isinstance(used.node, Document) else ""

    def _link(self, outcome: Outcome, item: int) -> Markup:
        used = self._used(outcome, item)
        choices = dict(self._choices(used, outcome)) if used else {}
        if used is None or not choices:
            return self._prose.line(outcome, "use", item)
        to = Place(place(used).path, f"choose:{urlencode(choices, quote_via=quote)}")
        return Markup('<a href="{}">{}</a>').format(link(self._path, to), self._prose.citation(used))

    def _used(self, outcome: Outcome, item: int) -> Target | None:
        marks = self._linked.marks_in(outcome, "use", item)
        return next((mark.target for mark in marks if isinstance(mark, Reference)), None)

    def _choices(self, used: Target, outcome: Outcome) -> Iterator[tuple[str, str]]:
        """Yield the blanks of a letter for which an outcome chooses, with the words that it chooses."""
        came_from = self._linked.target_of(outcome).address
        for when in used.node.when if isinstance(used.node, Letter) else ():
            if f"{when.decision}#{when.outcome}" == came_from:
                yield from ((choice.blank, choice.is_) for choice in when.choose)
