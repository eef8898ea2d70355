"""How well a search answers: whether what it found holds an answer, and how high that stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from statistics import mean

from tests.search.questions import Question

from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.decision import Decision
from policywright.model.policy import Policy
from policywright.render.page import Page
from policywright.render.places import Place, place

DEPTH = 20
"""How many results count; an answer that stands lower is not found."""

Found = Sequence[Sequence[Place]]
"""What a search found, best first. A result of ours is one place; one of the others is a page, with its sections."""


@dataclass(frozen=True)
class Answered:
    """How a question fared: what was found, and at which place, from 1, stands the first result that answers it."""

    question: Question
    found: Found
    rank: int | None

    def is_within(self, depth: int) -> bool:
        """Tell whether one of the first results answers it."""
        return self.rank is not None and self.rank <= depth

    def __str__(self) -> str:
        """Return the question, and what came first instead of an answer."""
        first = ", ".join(f"{each.path}#{each.anchor}" for result in self.found[:3] for each in result[:1])
        asker = f" ({self.question.part})" if self.question.part else ""
        return f"{self.rank or '-'}  {self.question.ask}{asker}: {first or 'nothing'}"


@dataclass(frozen=True)
class Score:
    """How many questions fared well: the shares answered by the first 1, 3 and 5 results, and the mean reciprocal rank.

    The reciprocal of a rank is 1 for the first place, 1/2 for the second, and 0 where nothing answers.
    """

    at_1: float
    at_3: float
    at_5: float
    mean_reciprocal_rank: float


def score(answered: Sequence[Answered]) -> Score:
    """Return how a set of questions fared."""
    at_1, at_3, at_5 = (mean([each.is_within(depth) for each in answered]) for depth in (1, 3, 5))
    return Score(at_1, at_3, at_5, mean([1 / each.rank if each.rank else 0 for each in answered]))


class Judge:
    """Judges what engines find in a handbook, of which it knows the pages."""

    def __init__(self, linked: LinkedHandbook, pages: Iterable[Page]) -> None:
        self._linked = linked
        self._sections = Sections(pages)

    def of_clauses(self, question: Question, found: Found) -> Answered:
        """Judge an engine that finds clauses and the like: it has to find the very one."""
        return _answered(question, found, places_that_answer(self._linked, question.answers))

    def of_sections(self, question: Question, found: Found) -> Answered:
        """Judge an engine that finds pages and their sections: one has to hold the clause."""
        places = places_that_answer(self._linked, question.answers)
        return _answered(question, found, self._sections.holding(places))


def _answered(question: Question, found: Found, answers: frozenset[Place]) -> Answered:
    ranks = (rank for rank, result in enumerate(found[:DEPTH], start=1) if not answers.isdisjoint(result))
    return Answered(question, found, next(ranks, None))


def places_that_answer(linked: LinkedHandbook, addresses: Iterable[str]) -> frozenset[Place]:
    """Return the places that answer, given the addresses of the answers.

    A point is answered by its clause too, which shows it, and the first question of a decision by the decision, which
    begins with it. A form, letter, checklist or decision is answered by all that is in it; a policy is not.
    """
    return frozenset(place(each) for address in addresses for each in _that_answer(linked, linked.targets[address]))


def _that_answer(linked: LinkedHandbook, target: Target) -> Iterable[Target]:
    if target.kind == "document" and not isinstance(target.node, Policy):
        return (each for each in linked.targets.values() if each.document is target.document)
    return _shown_with(target)


def _shown_with(target: Target) -> Iterable[Target]:
    yield target
    while target.parent is not None and (target.kind == "point" or _is_first_question(target)):
        target = target.parent
        yield target


def _is_first_question(target: Target) -> bool:
    return isinstance(target.document, Decision) and target.anchor == target.document.start


class Sections:
    """The sections into which engines that know nothing of clauses cut our pages: from one heading to the next."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._of = {page.path: _sections(page.content) for page in pages}

    def holding(self, places: Iterable[Place]) -> frozenset[Place]:
        """Return the sections that hold any of the places; a page as a whole is held by each of its sections."""
        return frozenset(section for each in places for section in self._holding(each))

    def _holding(self, wanted: Place) -> Iterable[Place]:
        sections = self._of[wanted.path]
        anchors = {sections[wanted.anchor]} if wanted.anchor else {"", *sections.values()}
        return (Place(wanted.path, anchor) for anchor in anchors)


def _sections(html: str) -> Mapping[str, str]:
    outline = _Outline()
    outline.feed(html)
    return outline.section_of


class _Outline(HTMLParser):
    """Notes for each anchor the heading under which it stands, by that heading's own; empty above the first."""

    def __init__(self) -> None:
        super().__init__()
        self.section_of: dict[str, str] = {}
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id")
        if anchor is None:
            return
        if tag in {"h2", "h3", "h4", "h5", "h6"}:
            self._heading = anchor
        self.section_of[anchor] = self._heading
