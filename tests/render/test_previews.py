"""The words behind references, which scripts carry page by page."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from policywright import linking, source
from policywright.linking.linked import LinkedHandbook
from policywright.render.composer import Composer
from policywright.render.files import previews
from policywright.render.site import site

ROOT = Path(__file__).parent.parent.parent
COMPLETE = ROOT / "tests" / "handbooks" / "complete"
Told = Mapping[str, Mapping[str, Any]]


def linked(folder: Path) -> LinkedHandbook:
    handbook, _ = source.load(folder)
    return linking.link(handbook)


def told(handbook: LinkedHandbook) -> Mapping[str, Told]:
    """Return what the scripts tell, by the page and by the anchor."""
    found = {}
    for file in previews.files(Composer(handbook), ()):
        text = file.content.decode()
        path, entries = json.loads("[" + text.removeprefix("policywright.previewed(").removesuffix(");\n") + "]")
        assert file.path == f"assets/handbook/previews/{path.removesuffix('html')}js"
        found[path] = entries
    return found


@pytest.fixture(scope="module")
def complete() -> Mapping[str, Told]:
    return told(linked(COMPLETE))


def test_a_clause_is_told_by_number_heading_duty_words_and_document(complete: Mapping[str, Told]) -> None:
    clause = complete["schools/everything.html"]["decline"]
    assert clause["name"] == "Paragraph 2.1"
    assert clause["title"] == "Friend requests"
    assert clause["duty"] == "must"
    assert clause["text"][0].startswith("Staff must decline every friend request that a pupil sends")
    assert clause["points"][1] == ["(b)", "Staff may keep a picture of the request, with the steps to take."]
    assert clause["of"] == "Everything"


def test_a_section_is_told_by_what_stands_in_it(complete: Mapping[str, Told]) -> None:
    chapter = complete["schools/everything.html"]["personal-use"]
    assert chapter["name"] == "Chapter 2"
    assert chapter["title"] == "Personal use"
    assert ["2.1", "Friend requests"] in chapter["points"]


def test_a_term_is_told_by_its_definition_and_its_short_form(complete: Mapping[str, Told]) -> None:
    term = complete["glossary.html"]["digital-safety-lead"]
    assert term["name"] == "Digital safety lead"
    assert term["title"] == "DSL"
    assert term["text"]
    assert term["of"] == "Glossary"


def test_a_provision_of_a_publication_is_told_with_its_publication(complete: Mapping[str, Told]) -> None:
    assert {entry["of"] for entry in complete["sources/model-code.html"].values()} == {"A model code for schools"}


@pytest.mark.parametrize(
    "folder", ["tests/handbooks/minimal", "tests/handbooks/complete", "tests/handbooks/broken", "."]
)
def test_every_reference_of_the_site_that_promises_words_has_them(folder: str) -> None:
    handbook = linked(ROOT / folder)
    entries = {f"{path}#{anchor}".removesuffix("#") for path, there in told(handbook).items() for anchor in there}
    promised = {
        urljoin(page.path, "".join(address))
        for page in site(handbook)
        for address in re.findall(r'<a class="ref" href="([^"]*)"|<span class="term"><a href="([^"]*)"', page.content)
    }
    assert promised
    assert promised <= entries


def test_a_point_is_told_under_the_words_that_lead_up_to_it() -> None:
    staff = told(linked(ROOT))["schools/school-staff-social-media.html"]
    point = staff["law-on-copyright"]
    assert point["text"][0].endswith("harassment and copyright. They include:")
    assert point["points"] == [["(h)", "the Copyright, Designs and Patents Act 1988."]]


def test_no_preview_is_longer_than_can_be_taken_in_at_a_glance() -> None:
    for entries in told(linked(ROOT)).values():
        for entry in entries.values():
            words = entry.get("text", [])
            assert len(entry.get("points", [])) <= 5
            assert len(words) <= 1 or sum(map(len, words)) <= 700


def test_what_is_told_is_plain_text(complete: Mapping[str, Told]) -> None:
    everything = json.dumps(complete, ensure_ascii=False)
    assert not re.search(r"<(?:a|em|strong|span)\b|\[\[[a-z#]|\{\{", everything)
