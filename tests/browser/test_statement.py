"""The accessibility statement tells what is really tried; `make tested` tries it and notes it anew."""

from tests.browser.record import PACKAGES, installed
from tests.browser.test_accessibility import PAGES

from policywright.render.pages import accessibility


def test_the_statement_counts_every_kind_of_page() -> None:
    assert accessibility.tested().kinds == len(PAGES)


def test_the_statement_names_the_tools_that_judge() -> None:
    named = {name: version for name, version in accessibility.tested().tools.items() if name != "Chromium"}
    assert named == {name: installed(package) for name, package in PACKAGES.items()}
