"""The searches that are measured: ours, Material's and Pagefind, each asked in the browser as its own page would."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Page
from tests.search.judging import Found
from tests.search.questions import Question

from policywright.render.places import Place


class Engine(Protocol):
    """A search in an open page."""

    def find(self, question: Question) -> Found:
        """Return what it finds, best first."""


class Ours:
    """Our own search, as it runs for a reader who told the handbook who they are, where the question says so.

    `folder` is that of its site, where it is opened from one.
    """

    def __init__(self, page: Page, folder: Path = Path()) -> None:
        self._page = page
        self.folder = folder

    def stems(self, words: Sequence[str]) -> list[list[str]]:
        """Return the stems of each of some words, once something was looked for."""
        return list(self._page.evaluate("(words) => words.map(policywright.words.stemsOf)", words))

    def find(self, question: Question) -> Found:
        """Return what it finds: clauses and the like."""
        asker = {"part": question.part, "role": question.role}
        me = {name: value for name, value in asker.items() if value}
        addresses = self._page.evaluate(
            "async ([words, me]) => (await policywright.search(words, me)).map(({ address }) => address)",
            [question.ask, me],
        )
        return [[_place(address)] for address in addresses]


class Material:
    """The worker that Material's own page talks to, on the index that its plugin makes by default."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate(
            """async () => {
                const { base, search } = JSON.parse(document.querySelector("#__config").textContent);
                const worker = new Worker(new URL(search, new URL(`${base}/`, location)));
                globalThis.tell = (message) => new Promise((resolve) => {
                    worker.onmessage = ({ data }) => resolve(data);
                    worker.postMessage(message);
                });
                const index = await (await fetch("search/search_index.json")).json();
                await tell({ type: 0, data: { ...index, options: {} } });
            }"""
        )

    def find(self, question: Question) -> Found:
        """Return what it finds: pages, each with the sections that it lists for it."""
        pages = self._page.evaluate(
            """async (words) => {
                const { data } = await tell({ type: 2, data: words });
                return data.items.map((sections) => sections.map(({ location }) => location));
            }""",
            question.ask,
        )
        return [[_place(location) for location in sections] for sections in pages]


class Pagefind:
    """Pagefind's own script, on the index that its program makes of our site."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate(
            'async () => { globalThis.pagefind = await import("./pagefind.js"); await globalThis.pagefind.init(); }'
        )

    def find(self, question: Question) -> Found:
        """Return what it finds: pages, each with the sections that it lists for it."""
        pages = self._page.evaluate(
            """async (words) => {
                const { results } = await pagefind.search(words);
                const pages = await Promise.all(results.slice(0, 20).map((result) => result.data()));
                return pages.map((page) => page.sub_results.map(({ url }) => url));
            }""",
            question.ask,
        )
        return [[_place(url.lstrip("/")) for url in sections] for sections in pages]


def _place(address: str) -> Place:
    path, _, anchor = address.partition("#")
    return Place(path, anchor)
