"""Pages as Markdown files, and settings as YAML."""

from collections.abc import Mapping

import pytest
import yaml as library
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from policywright.render.exported import exported, yaml
from policywright.render.page import Page

PRINTED = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=8)
TEXTS = PRINTED | st.sampled_from(["yes", "n", "null", "true", "on", "plain", "1", "a: b", "# a", "- a", "a\nb", ""])
VALUES = st.recursive(
    TEXTS | st.booleans() | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_yaml_reads_back_what_was_written(values: Mapping[str, object]) -> None:
    assert library.safe_load(yaml(values)) == values


@pytest.mark.parametrize("content", ["<p>a</p>\n\n<p>b</p>\n", "<pre>a\n\n\n  \nb</pre>", "<p>a</p>\n \n"])
def test_a_page_s_html_has_no_empty_line_and_means_the_same(content: str) -> None:
    text = exported(Page("a.html", "guide", "A", lambda: Markup(content)))  # noqa: S704  our own
    _, _, body = text.partition("---\n\n")
    assert "\n\n" not in body
    assert (
        body.replace("&#10;", "\n")
        == f'<main class="content" id="_content" tabindex="-1">\n{content.rstrip()}\n</main>\n'
    )
