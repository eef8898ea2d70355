"""Headings and anchors, as they are read from a page."""

from markupsafe import Markup

from policywright.render.headings import Heading, anchors, headings

PAGE = Markup(
    '<h1>Title</h1><h2 id="a" tabindex="-1"><a class="number" href="#a">1</a> Friends &amp; family</h2>'
    '<div class="clause" id="decline"></div><h4 id="b">Deep</h4><h3 id="c">Less deep</h3>'
    "<h2>No place</h2>"
    '<h2 id="d">Next</h2>'
)


def test_headings_with_a_place_are_nested_by_their_level() -> None:
    assert headings(PAGE) == (
        Heading("1 Friends & family", "a", (Heading("Deep", "b"), Heading("Less deep", "c"))),
        Heading("Next", "d"),
    )


def test_every_identifier_is_an_anchor() -> None:
    assert anchors(PAGE) == {"a", "b", "c", "d", "decline"}
