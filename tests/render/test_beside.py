"""What stands beside a clause on the site."""

import re
from pathlib import Path

import pytest

from policywright import linking, source
from policywright.linking.linked import LinkedHandbook
from policywright.model.policy import Provision
from policywright.render.beside import beside, sources_of
from policywright.render.site import site

COMPLETE = Path(__file__).parent.parent / "handbooks" / "complete"


@pytest.fixture(scope="module")
def linked() -> LinkedHandbook:
    handbook, _ = source.load(COMPLETE)
    return linking.link(handbook)


def provision(linked: LinkedHandbook, address: str) -> Provision:
    node = linked.targets[address].node
    assert isinstance(node, Provision)
    return node


def addresses(linked: LinkedHandbook, address: str) -> list[str]:
    return [target.address for target in beside(linked, provision(linked, address))]


def test_what_a_clause_names_stands_beside_it_by_kind(linked: LinkedHandbook) -> None:
    found = addresses(linked, "everything#decline")
    assert found == ["remove-post", "post-found", "everything#photographs"]


def test_the_decisions_that_use_a_clause_are_told_apart_from_what_else_stands_beside_it(linked: LinkedHandbook) -> None:
    pages = {page.path: page.content for page in site(linked)}
    clause = pages["schools/everything.html"].partition('id="decline"')[2].partition('id="old-decline"')[0]
    used, _, about = clause.partition('<p class="label">Decisions that use this paragraph</p>')[2].partition("<details")
    assert re.findall('<li><a href="([^"]*)"', used) == ["abusive-post.html", "harmful-post.html"]
    assert "Somebody has posted about a member of staff: question <a" in about
    assert ("abusive-post.html#police", "Call the police now") in re.findall('outcome <a href="(.*?)">(.*?)</a>', about)
    assert 'href="abusive-post.html"' not in about.partition("Referred to by")[2]


def test_what_names_a_clause_as_its_rule_stands_beside_it_too(linked: LinkedHandbook) -> None:
    assert provision(linked, "everything#consent").related == ()
    assert addresses(linked, "everything#consent") == ["consent", "open-account"]


def test_nothing_stands_beside_a_clause_twice(linked: LinkedHandbook) -> None:
    for target in linked.targets.values():
        if isinstance(target.node, Provision):
            found = addresses(linked, target.address)
            assert len(set(found)) == len(found)


def test_the_publications_that_a_clause_restates_are_named_once(linked: LinkedHandbook) -> None:
    restated = provision(linked, "everything#decline")
    assert len(restated.from_) == 2
    assert [publication.source for publication in sources_of(linked.handbook, restated)] == ["model-code"]


def test_the_site_names_the_kind_and_does_not_repeat_it_among_those_that_refer(linked: LinkedHandbook) -> None:
    pages = {page.path: page.content for page in site(linked)}
    clause = pages["schools/everything.html"].partition('id="consent"')[2].partition('id="soon"')[0]
    assert re.findall(r'<li><span class="label">(\w+)</span> <a href="([^"]*)"', clause) == [
        ("Form", "consent.html"),
        ("Checklist", "open-account.html"),
    ]
    about = clause.partition("<details")[2]
    assert 'href="consent.html"' not in about
    assert 'href="open-account.html' not in about
