"""Whole pages of Markdown: the guide and the pages of checks."""

from importlib.resources import files

import pytest

from policywright.diagnostics import Rule
from policywright.pipeline import RULES
from policywright.render.markdown import heading, rule_to_html, to_html

CHAPTERS = sorted(file.name for file in (files("policywright.templates") / "guide").iterdir())


def test_a_page_begins_with_its_heading_which_is_not_repeated() -> None:
    page = "# Writing `prose`\n\nWords."
    assert heading(page) == "Writing prose"
    assert to_html(page) == "<p>Words.</p>\n"


def test_raw_html_is_text() -> None:
    assert to_html("# X\n<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"


def test_tables_and_code_can_be_scrolled_from_the_keyboard() -> None:
    html = to_html("# X\n\n| a |\n| --- |\n| b |\n\n```yaml\nkey: <value>\n```\n")
    assert '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>' in html
    assert '<pre tabindex="0"><code>key: &lt;value&gt;\n</code></pre>' in html


def test_in_an_example_the_flagged_lines_are_marked_and_each_file_has_its_name() -> None:
    html = rule_to_html("What.\n\nRefused:\n\n    # a.yml\n      title: A\n    > text: B\n    # b.yml\n      x: y\n")
    assert '<h2 id="refused" tabindex="-1">Refused</h2>' in html
    assert "<figcaption>a.yml</figcaption>" in html
    assert 'title: A\n<mark><span class="unseen">Flagged: </span>text: B</mark></code>' in html
    assert "<figcaption>b.yml</figcaption>" in html


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_page_of_every_check_shows_each_file_and_marks_each_flagged_line(rule: type[Rule]) -> None:
    html = rule_to_html(rule.page())
    assert html.count("<figcaption>") == sum(len(example.files) for example in rule.examples())
    assert html.count("<mark>") == sum(len(example.flagged) for example in rule.examples())


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_of_the_guide_has_a_heading_and_no_html(name: str) -> None:
    text = (files("policywright.templates") / "guide" / name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert to_html(text)
