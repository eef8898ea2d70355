"""The pages of each decision: its own, with the first question and the whole of it, and one for each way so far.

A way has an address of its own, made of the answers' identifiers; no identifier has an underscore, so no two share one.
What one answered is then in the address, which a browser remembers: so a sensitive decision is one page, and so is one
with more paths than anybody would want pages of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policywright.linking.gathering.excerpts import Excerpt, excerpts
from policywright.linking.linked import Target
from policywright.linking.paths import Path, Turn, Way, holds_together, paths, ways
from policywright.linking.stories import rules
from policywright.model.decision import Answer, Decision, Outcome, Question
from policywright.model.policy import Provision
from policywright.render.chart import Chart, Naming, chart
from policywright.render.composer import Composer
from policywright.render.examples import Example, examples
from policywright.render.page import Page
from policywright.render.places import place
from policywright.render.walks import has_pages, page_path


@dataclass(frozen=True, slots=True)
class Given:
    """A question that was answered, with the answer, and the path of the page that asks it."""

    question: Question
    answer: Answer
    path: str


@dataclass(frozen=True, slots=True)
class Next:
    """An answer that may be given, and the path of the page that it leads to."""

    answer: Answer
    path: str


@dataclass(frozen=True, slots=True)
class Whole:
    """What the page of a decision tells of the whole of it.

    `walked` says that there is a page for each way so far: `paths` then come with the pages of their results, and
    `next` are the answers to the first question. There is no chart of what does not hold together. `examples` are its
    stories.
    """

    walked: bool
    paths: tuple[tuple[Path, str], ...]
    next: tuple[Next, ...]
    chart: Chart | None
    examples: tuple[Example, ...]


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of each decision, and a page for each way so far of those that are walked from page to page."""
    return composer.of_each(Decision, pages_of)


def pages_of(composer: Composer, decision: Decision) -> Iterator[Page]:
    """Yield the page of a decision, and those of the ways through it."""
    walk = _Walk(composer, decision)
    yield walk.own_page()
    if walk.has_pages:
        yield from (walk.page_of(way) for way in ways(decision) if way.turns)


class _Walk:
    """Makes the pages of one decision."""

    def __init__(self, composer: Composer, decision: Decision) -> None:
        self._composer = composer
        self._decision = decision
        self._target = composer.linked.target_of(decision)
        self._own_path = place(self._target).path
        self._examples = tuple(examples(composer.linked, decision))
        self.has_pages = has_pages(decision)

    def own_page(self) -> Page:
        """Return the decision's own page."""
        decision = self._decision
        whole = Whole(
            walked=self.has_pages,
            paths=tuple((path, self._path(path.turns)) for path in paths(decision)),
            next=self._next(Way((), decision.start)) if self.has_pages else (),
            chart=self._chart() if holds_together(decision) else None,
            examples=self._examples,
        )
        return self._composer.document("decision", decision, whole)

    def page_of(self, way: Way) -> Page:
        """Return the page that a way so far has led to: a question, or the result."""
        is_question = way.to in self._decision.questions
        node = self._node(way.to)
        page = self._composer.page(
            "decision-question" if is_question else "decision-result",
            self._path(way.turns),
            f"{self._composer.linked.target_of(node).title} - {self._target.title}",
            chapter=f"{self._decision.part}/index.html",
            description=f"{'A question' if is_question else 'A result'} of the decision “{self._target.title}”",
            about=node,
            decision=self._decision,
            given=[self._given(way, index) for index in range(len(way.turns))],
            next=self._next(way) if is_question else (),
            rules=self._rules(node),
            excerpts=self._excerpts(node),
            examples=tuple(example for example in self._examples if example.outcome is node),
        )
        return replace(page, listed=False)

    def _path(self, turns: tuple[Turn, ...]) -> str:
        """Return the path of the page for a way so far."""
        return page_path(self._own_path, turns)

    def _node(self, name: str) -> Question | Outcome:
        return self._decision.questions.get(name) or self._decision.outcomes[name]

    def _given(self, way: Way, index: int) -> Given:
        turn = way.turns[index]
        return Given(self._decision.questions[turn.question], turn.answer, self._path(way.turns[:index]))

    def _next(self, way: Way) -> tuple[Next, ...]:
        answers = self._decision.questions[way.to].answers
        return tuple(Next(answer, self._path((*way.turns, Turn(way.to, answer)))) for answer in answers)

    def _rules(self, node: Question | Outcome) -> tuple[Target, ...]:
        """Return what it names as its rules."""
        return tuple(rules(self._composer.linked, node))

    def _excerpts(self, node: Question | Outcome) -> tuple[tuple[Target, tuple[Excerpt, ...]], ...]:
        """Return the rules of an outcome with their words; of a whole section or document there is only its name."""
        rules = self._rules(node) if isinstance(node, Outcome) else ()
        return tuple((target, self._words_of(target)) for target in rules)

    def _words_of(self, target: Target) -> tuple[Excerpt, ...]:
        provisions = (target.node,) if isinstance(target.node, Provision) else ()
        return tuple(excerpts(self._composer.linked, provisions, lambda _: True))

    def _chart(self) -> Chart:
        target_of, plain = self._composer.linked.target_of, self._composer.plain_text
        return chart(
            self._decision,
            Naming(
                title=lambda name: target_of(self._node(name)).title,
                number=lambda name: target_of(self._node(name)).label,
                answer=plain.of,
            ),
        )
