"""The search of a handbook in Chromium: what it weighs, and how long a question takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, Response
from tests.chromium import started

from bench.bench import MEBIBYTE, Bench
from bench.cost import cost, python
from bench.figures import Figure
from bench.hosting import compressed, hosted
from bench.policies import questions

_QUESTIONS = 50
_FIRST = 5
_ASK = """async (questions) => {
    const times = [];
    for (const question of questions) {
        const began = performance.now();
        await policywright.search(question, { most: 10 });
        times.push(performance.now() - began);
    }
    return times;
}"""


def figures(bench: Bench) -> Iterator[Figure]:
    """Yield what the search takes on the site, over the line, on the clock and in memory."""
    site = bench.folder / "search"
    runs = [cost(python("bench.search_alone", bench.sources, site), 1).said for _ in range(bench.runs)]
    yield from _sizes(bench, [json.loads(said) for said in runs])
    asked = questions(bench.handbook.policies, _QUESTIONS)
    with started() as chromium, hosted(site) as address:
        firsts = [_first(chromium, f"{address}index.html", question) for question in asked[:_FIRST]]
        yield bench.figure("first search, the heaviest of 5", max(weight for weight, _ in firsts) / 1000, "kB, gzip -9")
        yield bench.figure("first search, on the clock", median(took for _, took in firsts), "ms")
        yield from _questions(bench, chromium.new_page(), f"{address}index.html", asked)


def _sizes(bench: Bench, told: list[dict[str, Any]]) -> Iterator[Figure]:
    clauses = bench.handbook.clauses
    for name, what in {"search": "search index", "json": "JSON"}.items():
        plain, packed = told[0][name]
        yield bench.figure(f"{what}, for each clause", plain / clauses, "bytes")
        yield bench.figure(f"{what}, for each clause, packed", packed / clauses, "bytes, gzip -9")
    cpu = median(one["cpu"] for one in told)
    yield bench.figure("search index, making it, for each clause", 1000 * cpu / clauses, "CPU ms")


def _first(chromium: Browser, address: str, question: str) -> tuple[int, float]:
    """Return how many bytes a first question fetches with an empty cache, and how many milliseconds it takes."""
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    fetched: list[Response] = []
    page.on("response", lambda response: fetched.append(response))  # noqa: PLW0108  it marks what it is given
    (took,) = page.evaluate(_ASK, [question])
    weight = sum(len(compressed(one.body(), one.headers["content-type"])) for one in fetched)
    context.close()
    return weight, took


def _questions(bench: Bench, page: Page, address: str, asked: list[str]) -> Iterator[Figure]:
    page.goto(address)
    page.evaluate(_ASK, asked[:1])
    times = page.evaluate(_ASK, asked)
    yield bench.figure("a question, median of 50", median(times), "ms")
    yield bench.figure("a question, slowest of 50", max(times), "ms")
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    yield bench.figure("search, memory of the page after 50 questions", used / MEBIBYTE, "MiB")
