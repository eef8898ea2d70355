"""The site: every kind of page, and what stands on each."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from policywright import linking, pipeline, render
from policywright.checks.check import Circumstances
from policywright.model.handbook import Handbook
from policywright.render import Page, pages
from policywright.render.pages import PAGE_KINDS

TODAY = Circumstances(date(2026, 11, 21))


@pytest.fixture(scope="module")
def site(complete: Path) -> dict[str, Page]:
    return {page.path: page for page in pipeline.site(pipeline.examine(complete, TODAY), pdfs=True)}


@pytest.fixture(scope="module")
def preview(complete: Path) -> dict[str, Page]:
    examined = pipeline.examine(complete.parent / "broken", TODAY)
    return {page.path: page for page in pipeline.site(examined, preview=True)}


def name(kind: object) -> str:
    return str(kind.__name__).rpartition(".")[2]  # type: ignore[attr-defined]


def text(page: Page) -> str:
    return page.content.striptags()


def test_the_kinds_of_pages_are_the_modules_of_the_folder() -> None:
    modules = {path.stem for path in Path(str(pages.__file__)).parent.glob("*.py")} - {"__init__"}
    assert {name(kind) for kind in PAGE_KINDS} == modules


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=name)
def test_every_kind_of_page_has_a_template_and_a_page(
    site: Mapping[str, Page], preview: Mapping[str, Page], kind: object
) -> None:
    assert (files("policywright.templates") / "site" / f"{name(kind)}.html").is_file()
    assert name(kind) in {page.kind for page in (*site.values(), *preview.values())}


def test_every_page_has_one_main_heading_and_never_skips_a_level(site: Mapping[str, Page]) -> None:
    for page in site.values():
        levels = [int(level) for level in re.findall(r"<h([1-6])", page.content)]
        assert levels[0] == 1, page.path
        assert levels.count(1) == 1, page.path
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.path


def test_everything_that_can_be_cited_has_its_anchor_on_its_page(site: Mapping[str, Page], complete: Path) -> None:
    linked = pipeline.examine(complete, TODAY).linked
    for target in linked.targets.values():
        place = render.places.place(target)
        assert place.path in site, target.address
        assert not place.anchor or place.anchor in site[place.path].anchors, target.address


def test_former_identifiers_keep_their_places(site: Mapping[str, Page]) -> None:
    assert {"own-accounts", "decline-requests"} <= site["schools/everything.html"].anchors
    assert "employees" in site["roles.html"].anchors
    assert 'href="everything.html"' in site["schools/all-things.html"].content


def test_a_document_tells_its_version_owner_review_and_whom_it_is_for(site: Mapping[str, Page]) -> None:
    head = text(site["schools/everything.html"])
    assert "Applies to Staff and Governors. Owner: Head teacher. Version 2026.1, review due 1 September 2099." in head


def test_every_document_links_to_its_line_and_its_pdf(site: Mapping[str, Page]) -> None:
    html = site["schools/consent.html"].content
    assert 'href="https://git.example.org/handbook/edit/main/policies/schools/forms/consent.yml#L' in html
    assert 'href="../pdf/consent.pdf"' in html


@pytest.mark.parametrize(
    ("path", "up"), [("index.html", ""), ("all/policy.html", "../"), ("schools/index.html", "../")]
)
def test_a_part_is_printed_from_where_it_is_named(site: dict[str, Page], path: str, up: str) -> None:
    assert f'href="{up}pdf/part_schools.pdf"' in site[path].content


def test_where_there_are_no_pdfs_none_is_linked_to(complete: Path) -> None:
    pages = pipeline.site(pipeline.examine(complete, TODAY))
    assert [page.path for page in pages if '.pdf"' in page.content] == []


def test_without_an_address_for_editing_the_file_and_line_are_told(handbook_of: Callable[..., Handbook]) -> None:
    linked = linking.link(handbook_of({}))
    page = next(page for page in render.site(linked) if page.path == "schools/social-media.html")
    assert "Written in policies/schools/social-media.yml, line 1" in text(page)


def test_who_refers_to_a_clause_stands_below_it(site: Mapping[str, Page]) -> None:
    html = site["schools/everything.html"].content
    clause = html[html.index('id="decline"') : html.index('id="old-decline"')]
    assert "Referred to by" in clause
    assert 'href="old-rules.html' in html


def test_a_source_tells_both_directions(site: Mapping[str, Page]) -> None:
    page = site["sources/model-code.html"]
    assert {"_by-provision", "_by-rule"} <= page.anchors
    assert "Left out:" in text(page)


def test_an_outcome_tells_what_to_do_by_whom_and_by_when(site: Mapping[str, Page]) -> None:
    html = site["schools/abusive-post.html"].content
    assert re.search(
        r'<section class="step outcome urgent">.*?<ol class="actions">\s*<li>.*?class="by"', html, re.DOTALL
    )


def test_a_decision_lists_all_its_paths(site: Mapping[str, Page], complete: Path) -> None:
    linked = pipeline.examine(complete, TODAY).linked
    decision = linked.targets["abusive-post"].node
    paths = re.search(r'<ul class="paths">(.*?)</ul>', site["schools/abusive-post.html"].content, re.DOTALL)
    assert paths is not None
    assert paths[1].count("<li>") == len(decision.paths)  # type: ignore[attr-defined]


def test_every_field_and_box_has_a_label(site: Mapping[str, Page]) -> None:
    for page in site.values():
        html = page.content
        labelled = set(re.findall(r'<label for="([^"]+)"', html))
        wrapped = "".join(re.findall(r"<label(?: class=[^>]*)?>.*?</label>", html, re.DOTALL))
        for control in re.findall(r"<(?:input|textarea)[^>]*>", html):
            identifier = re.search(r'id="([^"]+)"', control)
            assert control in wrapped or (identifier and identifier[1] in labelled), control


def test_nothing_is_sent_anywhere(site: Mapping[str, Page]) -> None:
    assert not any(re.search(r' (form)?action=|<iframe|<img(?! src="data:)', page.content) for page in site.values())


def test_what_is_published_shows_no_fault(site: Mapping[str, Page]) -> None:
    assert not any('class="fault"' in page.content or 'class="problem' in page.content for page in site.values())
    assert "problems.html" not in site


def test_a_preview_shows_each_problem_on_its_page_and_all_on_one(preview: Mapping[str, Page], complete: Path) -> None:
    examined = pipeline.examine(complete.parent / "broken", TODAY)
    assert preview["problems.html"].content.count('<div class="problem') == len(examined.diagnostics)
    for document in examined.linked.handbook.documents:
        told = [one for one in examined.diagnostics if one.location.file == document.location().file]
        page = preview[f"{document.part}/{document.id}.html"]
        assert page.content.count('<div class="problem') == len(told), page.path


def test_a_preview_shows_dangling_references_as_faults(preview: Mapping[str, Page]) -> None:
    assert 'class="fault"' in preview["schools/references.html"].content


def test_every_link_to_a_pdf_leads_to_one_that_is_printed(site: dict[str, Page], complete: Path) -> None:
    linked = {
        name: path
        for path, page in site.items()
        for name in re.findall(r'href="[^"]*\bpdf/([^"/]+)\.pdf"', page.content)
    }
    printed = {document.name for document in pipeline.print_documents(pipeline.examine(complete, TODAY))}
    assert linked.keys() == printed
    assert linked["day-one_schools"] == "schools/index.html"
    assert linked["role_headteacher"] == "roles/headteacher.html"
