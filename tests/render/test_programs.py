"""The page for those who write programs: what it shows is true, and what it proposes works."""

import html
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from policywright import pipeline
from policywright.adapters import folder
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined
from policywright.render.page import Page


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(date(2026, 11, 21)))


@pytest.fixture(scope="module")
def page(examined: Examined) -> Page:
    return next(page for page in pipeline.site(examined) if page.kind == "programs")


def code(page: Page) -> list[str]:
    return [
        html.unescape(found) for found in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page.content, re.DOTALL)
    ]


def test_its_example_is_a_rule_of_this_handbook(page: Page, examined: Examined) -> None:
    example = json.loads(code(page)[0])
    target = examined.linked.targets[example["address"]]
    assert (example["number"], example["duty"]) == (target.number, target.duty)


def test_its_program_prints_every_rule_that_somebody_must_keep(page: Page, examined: Examined, tmp_path: Path) -> None:
    folder.build(examined, tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-c", code(page)[1]], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    rules = [target.address for target in examined.linked.targets.values() if target.duty == "must"]
    assert [line.partition(" ")[0] for line in done.stdout.splitlines()] == rules


def test_it_leads_to_files_that_are_there(page: Page, examined: Examined) -> None:
    written = {file.path for file in pipeline.site_files(examined, pipeline.site(examined))}
    links = set(re.findall(r'href="([^"]+)"', page.content))
    assert {"api/handbook.json", "feed.xml", "reviews.ics", "llms.txt"} <= links
    assert links <= written
