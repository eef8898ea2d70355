"""The navigation, made from where each page says it stands."""

from markupsafe import Markup

from policywright.render.navigation import Entry, navigation
from policywright.render.page import Page


def page(path: str, *nav: str) -> Page:
    return Page(path, "part", path, Markup, nav=nav)


def shape(entries: list[Entry]) -> list[object]:
    return [(entry.title, shape(entry.children)) if not entry.page else entry.title for entry in entries]


def test_pages_are_grouped_and_a_group_stands_where_its_first_page_does() -> None:
    pages = [page("a", "Home"), page("b", "Look up", "Laws"), page("c", "Schools"), page("d", "Look up", "Roles")]
    assert shape(navigation(pages)) == ["Home", ("Look up", ["Laws", "Roles"]), "Schools"]


def test_pages_that_are_only_linked_to_are_left_out_and_no_group_is_empty() -> None:
    assert navigation([page("a")]) == []
