"""Where things stand on the site, and how pages link to one another."""

from posixpath import dirname, join, normpath

from hypothesis import given
from hypothesis import strategies as st

from policywright.render.places import Place, link

NAMES = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".html")


@given(PATHS, PATHS, NAMES)
def test_a_link_leads_from_any_page_to_any_other(start: str, end: str, anchor: str) -> None:
    path, _, fragment = link(start, Place(end, anchor)).partition("#")
    assert (normpath(join(dirname(start), path)) if path else start) == end
    assert fragment == anchor


def test_a_link_on_the_same_page_is_its_anchor_alone() -> None:
    assert link("schools/staff.html", Place("schools/staff.html", "decline")) == "#decline"


def test_a_link_to_a_whole_page_has_no_anchor() -> None:
    assert link("schools/staff.html", Place("roles.html")) == "../roles.html"
