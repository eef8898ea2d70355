"""Every path of every decision of the real handbook, walked by the links that a reader presses, forward and back."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path as File
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from tests.browser.conftest import Open

from policywright.linking.linked import LinkedHandbook
from policywright.linking.paths import Path, paths
from policywright.model.decision import Decision
from policywright.pipeline import Examined
from policywright.render.walks import has_pages

VOID = {"base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


class Step(HTMLParser):
    """A page of a decision: its headings, and its links as (class of the list that holds them, address, words)."""

    def __init__(self, site: File, path: str) -> None:
        super().__init__()
        self.site, self.path = site, path
        self.headings: list[str] = []
        self.links: list[tuple[str, str, str]] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self._words: list[str] = []
        self.feed((site / path).read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))
        if tag in {"a", "h1", "h2"}:
            self._words = []

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open and (last := self._open.pop())[0] != tag:
            continue
        words = " ".join("".join(self._words).split())
        if tag in {"h1", "h2"}:
            self.headings.append(words)
        elif tag == "a":
            around = next((str(of["class"]) for _, of in reversed(self._open) if of.get("class")), "")
            self.links.append((around.split()[0] if around else "", last[1].get("href") or "", words))

    def to(self, around: str) -> list[tuple[str, str]]:
        """Return the links of a list, each with the path of the page that it leads to and its words."""
        return [
            (normpath(join(dirname(self.path), unquote(href))), words)
            for within, href, words in self.links
            if within == around
        ]


def decisions(real: Examined, *, walked: bool) -> Iterator[Decision]:
    return (one for one in real.linked.handbook.of_kind(Decision) if has_pages(one) == walked)


def address(decision: Decision) -> str:
    return f"{decision.part}/{decision.id}.html"


def forward(site: File, linked: LinkedHandbook, decision: Decision, path: Path) -> list[Step]:
    """Answer every question of a path by its link, and return the pages on the way."""
    steps = [Step(site, address(decision))]
    for turn in path.turns:
        question = linked.target_of(decision.questions[turn.question])
        assert question.title in steps[-1].headings
        index = decision.questions[turn.question].answers.index(turn.answer)
        steps.append(Step(site, steps[-1].to("answers")[index][0]))
    assert linked.target_of(decision.outcomes[path.outcome]).title in steps[-1].headings
    return steps


def test_every_path_is_walked_forward_and_back_by_the_links_of_its_pages(real: Examined, real_site: File) -> None:
    walked = 0
    for decision in decisions(real, walked=True):
        for path in paths(decision):
            steps = forward(real_site, real.linked, decision, path)
            on_the_way = [step.path for step in steps]
            for number, step in enumerate(steps[1:], start=1):
                assert step.to("again") == [(on_the_way[number - 1], "Back"), (on_the_way[0], "Start again")]
                assert [to for to, _ in step.to("given")] == on_the_way[:number]
            walked += 1
    assert walked > 300


WALK = """async ({start, turns, outcome}) => {
  const moved = (deed) => new Promise((done) => { addEventListener("hashchange", done, {once: true}); deed(); });
  const shown = () => [...document.querySelectorAll(".step")].filter((step) => step.checkVisibility());
  const headings = () => shown().map((step) => step.querySelector("h2").id);
  if (location.hash !== `#${start}`) {
    await moved(() => { location.hash = start; });
  }
  const seen = [headings()];
  for (const {answer} of turns) {
    await moved(() => shown()[0].querySelectorAll(".answers a")[answer].click());
    seen.push(headings());
  }
  const given = [...shown()[0].querySelectorAll(".so-far dt")].map((asked) => asked.textContent);
  const back = [];
  for (const _ of turns) {
    await moved(() => history.back());
    back.unshift(headings());
  }
  return {seen, given, back};
}"""
"""Presses the answers of a path, then the browser's own button Back as often; tells what was shown each time."""


def test_every_path_of_what_is_answered_on_one_page_is_walked_there(open_real: Open, real: Examined) -> None:
    walked = 0
    for decision in decisions(real, walked=False):
        page = open_real(address(decision), width=375)
        for path in paths(decision):
            questions = [decision.questions[turn.question] for turn in path.turns]
            turns = [
                {"answer": question.answers.index(turn.answer)}
                for question, turn in zip(questions, path.turns, strict=True)
            ]
            told = page.evaluate(WALK, {"start": decision.start, "turns": turns})
            on_the_way = [[turn.question] for turn in path.turns]
            assert told["seen"] == [*on_the_way, [path.outcome]]
            assert told["back"] == on_the_way
            assert told["given"] == [real.linked.target_of(question).title for question in questions]
            walked += 1
    assert walked > 100


def test_the_longest_way_of_each_part_is_walked_in_a_browser_without_scripts(open_real: Open, real: Examined) -> None:
    longest = {
        decision.part: (decision, path)
        for decision in sorted(decisions(real, walked=True), key=lambda one: max(len(p.turns) for p in paths(one)))
        for path in sorted(paths(decision), key=lambda path: len(path.turns))
    }
    assert len(longest) > 3
    for decision, path in longest.values():
        page = open_real(address(decision), width=375, scripts=False)
        for turn in path.turns:
            page.locator(".answers a").nth(decision.questions[turn.question].answers.index(turn.answer)).click()
        for step, turn in enumerate(path.turns):
            page.locator(".change").nth(step).click()
            asked = real.linked.target_of(decision.questions[turn.question]).title
            assert asked in page.locator("h1, .question h2").all_inner_texts()
            page.go_back()
