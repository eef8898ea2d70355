"""The file for language models."""

import re
from datetime import date
from pathlib import Path

import pytest

from policywright import pipeline
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined

TODAY = Circumstances(date(2026, 11, 21))
ADDRESS = "https://handbook.example.org/"
LINE = re.compile(r"^- \[(.+)\]\((.+?)\)(: .+)?$")


@pytest.fixture(scope="module")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, TODAY)


def told(examined: Examined, address: str = "") -> list[str]:
    files = pipeline.site_files(examined, pipeline.site(examined), address=address)
    return next(file.content for file in files if file.path == "llms.txt").decode().splitlines()


def test_it_keeps_to_the_form(examined: Examined) -> None:
    title, _, summary, *rest = told(examined)
    assert title == "# The complete handbook"
    assert summary.startswith("> ")
    lists = rest[rest.index("## Data") :]
    assert all(not line or line.startswith("## ") or LINE.match(line) for line in lists)


def test_it_leads_to_every_document_and_topic_and_to_the_data(examined: Examined) -> None:
    found = {match[2] for line in told(examined) if (match := LINE.match(line))}
    wanted = {f"{document.part}/{document.id}.html" for document in examined.linked.handbook.documents}
    assert wanted | {"topics/friend-requests.html", "api/handbook.json"} <= found


def test_its_links_lead_somewhere(examined: Examined) -> None:
    pages = pipeline.site(examined)
    there = {page.path for page in pages} | {file.path for file in pipeline.site_files(examined, pages)}
    assert {match[2] for line in told(examined) if (match := LINE.match(line))} <= there


def test_where_the_site_s_address_is_known_its_links_are_whole(examined: Examined) -> None:
    links = [match[2] for line in told(examined, ADDRESS) if (match := LINE.match(line))]
    assert all(link.startswith(ADDRESS) for link in links)
