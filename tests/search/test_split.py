"""The search of a large handbook, which is split into files, held to that of a small one, which is whole."""

import re
from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser
from tests.search.engines import Ours
from tests.search.judging import Answered
from tests.search.questions import Question
from tests.search.split import with_split_search

from policywright.pipeline import Examined
from policywright.render.composer import Composer
from policywright.render.search import Record, records
from policywright.render.stems import stems

SLIPS = ("fotograph of a pupil", "consen", "clause 2.1", "what does working day mean", "photogr", "a kid is my freind")
"""What is found by other ways than the words that stand there: slips, beginnings, numbers and meanings."""


@pytest.fixture(scope="module")
def split(
    examined: Examined, search: Ours, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ours]:
    folder = with_split_search(examined, search.folder, tmp_path_factory.mktemp("large"))
    page = chromium.new_page()
    page.goto((folder / "index.html").as_uri())
    yield Ours(page, folder)
    page.close()


def test_every_question_finds_the_same_in_the_same_order(answered: Sequence[Answered], split: Ours) -> None:
    assert [each.question.ask for each in answered if split.find(each.question) != each.found] == []


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_beginnings_and_numbers_find_the_same(search: Ours, split: Ours, slip: str) -> None:
    question = Question(slip, ())
    assert split.find(question) == search.find(question) != []


def test_python_and_the_browser_find_the_same_stems(examined: Examined, search: Ours) -> None:
    texts = [text for record in _all(records(Composer(examined.linked), ())) for text in (record.title, record.text)]
    words = sorted({word for text in texts for word in re.findall(r"\S+", text)})
    search.find(Question("the search is there from now on", ()))
    assert search.stems(words) == [[*stems(word)] for word in words]


def _all(tops: Iterator[Record] | Sequence[Record]) -> Iterator[Record]:
    for record in tops:
        yield record
        yield from _all(record.inner)
