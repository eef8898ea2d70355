"""How a decision hands over to a letter: the link that opens it with what the decision has settled chosen already.

The choices stand in the fragment of the address, which browsers send to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from markupsafe import Markup

from policywright.linking.linked import LinkedHandbook, Reference, Target
from policywright.model.decision import Outcome
from policywright.model.letter import Letter
from policywright.render.places import Place, link, place
from policywright.render.prose import Prose, enumerated


class Opening:
    """Opens documents from the outcomes of decisions, as seen from one page of the site.

    `path` is the page's, and `prose` sets what it says.
    """

    def __init__(self, linked: LinkedHandbook, path: str, prose: Prose) -> None:
        self._linked = linked
        self._path = path
        self._prose = prose

    def links(self, outcome: Outcome) -> Markup:
        """Return links to the documents that an outcome says to use, each letter with what it chooses there."""
        return enumerated([self._link(used, outcome) for used in self._used(outcome)])

    def _used(self, outcome: Outcome) -> Iterator[Target]:
        for item in range(len(outcome.use)):
            for mark in self._linked.marks_in(outcome, "use", item):
                if isinstance(mark, Reference) and mark.target is not None:
                    yield mark.target

    def _link(self, used: Target, outcome: Outcome) -> Markup:
        choices = dict(self._choices(used, outcome))
        if not choices:
            return self._prose.link(used)
        to = place(used)
        address = link(self._path, Place(to.path, f"choose:{urlencode(choices, quote_via=quote)}"))
        return Markup('<a href="{}">{}</a>').format(address, self._prose.citation(used))

    def _choices(self, used: Target, outcome: Outcome) -> Iterator[tuple[str, str]]:
        """Yield the blanks of a letter for which an outcome chooses, with the words that it chooses."""
        came_from = self._linked.target_of(outcome).address
        for when in used.node.when if isinstance(used.node, Letter) else ():
            if f"{when.decision}#{when.outcome}" == came_from:
                yield from ((choice.blank, choice.is_) for choice in when.choose)
