"""What Lighthouse judges alike on every machine: accessibility, best practices, and what search engines need."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.test_accessibility import PAGES

from bench.hosting import hosted
from bench.lighthouse import judge

ALIKE = ("accessibility", "best-practices", "seo")
"""Performance is left to `make bench`, since it depends on what else the machine has to do."""


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with hosted(site) as address:
        yield address


@pytest.mark.parametrize("kind", ["home", "policy", "form"])
def test_lighthouse_finds_nothing_wanting(host: str, kind: str) -> None:
    judged = judge(host + PAGES[kind], ALIKE)
    assert judged.wanting == []
    assert set(judged.scores.values()) == {100}
