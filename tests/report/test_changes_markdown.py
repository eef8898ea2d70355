"""What changed as Markdown: what a pull request is told of `changes/`, and that no words can make more of it."""

import re
from collections.abc import Callable, Mapping
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from policywright import linking, report
from policywright.linking.gathering.between import between
from policywright.model.handbook import Handbook
from policywright.report.changes_markdown import LONGEST, plain

HandbookOf = Callable[[Mapping[str, str]], Handbook]

POLICY = """\
policy: phones
title: {title}
version: {version}
part: schools
sections:
  - id: lessons
    title: In lessons
    clauses:
      - id: off
        duty: {duty}
        actors: [teachers]
        text: Teachers {duty} switch theirs off.
      - id: kept
        text: {text}
"""
WORDS = {"title": "Mobile telephones", "version": "1", "duty": "should", "text": "They are kept."}
COMMENT = """\
<!-- policywright diff -->
### What this change does

| Document | Version | What changes |
| --- | --- | --- |
| <code>phones</code>, Mobile telephones | 1 → 2 | duty (1), wording, place or number only (1) |

#### <code>phones</code>, Mobile telephones

**Duty**

- <code>phones\\#off</code> (clause 1.1): duty changed
  - Duty: <del>should</del> <ins>must</ins>
  - Wording: Teachers <del>should</del> <ins>must</ins> switch theirs off.

**Wording, place or number only**

- <code>phones\\#kept</code> (clause 1.2): reworded
  - Wording: They are kept <ins>locked away</ins>."""


def told(handbook_of: HandbookOf, before: str, after: str, *, unread: bool = False) -> str:
    was, now = (handbook_of({"policies/schools/phones.yml": text} if text else {}) for text in (before, after))
    return report.changes_markdown(between(was, linking.link(now)), now.settings.words, unread=unread)


def test_the_gravest_changes_of_each_document_stand_first(handbook_of: HandbookOf) -> None:
    since = WORDS | {"version": "2", "duty": "must", "text": "They are kept locked away."}
    assert told(handbook_of, POLICY.format_map(WORDS), POLICY.format_map(since)) == COMMENT


def test_the_document_with_the_gravest_changes_stands_first(handbook_of: HandbookOf) -> None:
    alarms = "policies/schools/alarms.yml", POLICY.replace("phones", "alarms", 1)
    phones = "policies/schools/phones.yml", POLICY
    reworded, binding = WORDS | {"text": "They are locked away."}, WORDS | {"duty": "must"}
    before, after = (
        handbook_of({file: text.format_map(words) for (file, text), words in side})
        for side in (((alarms, WORDS), (phones, WORDS)), ((alarms, reworded), (phones, binding)))
    )
    comment = report.changes_markdown(between(before, linking.link(after)), after.settings.words)
    assert re.findall("^#### <code>(.*)</code>", comment, re.MULTILINE) == ["phones", "alarms"]


def test_a_document_that_came_or_went_is_named(handbook_of: HandbookOf) -> None:
    policy = POLICY.format_map(WORDS)
    assert "**Added**\n\n- <code>phones</code>, Mobile telephones" in told(handbook_of, "", policy)
    assert "**Removed**\n\n- <code>phones</code>, Mobile telephones" in told(handbook_of, policy, "")


def test_where_nothing_changed_it_says_so(handbook_of: HandbookOf) -> None:
    assert told(handbook_of, "", "").endswith("\n\nNothing changed.")


def test_what_could_not_be_read_is_told_first(handbook_of: HandbookOf) -> None:
    assert "does\n\n**Not all of it could be read**" in told(handbook_of, "", "", unread=True)


def test_more_than_a_comment_takes_is_cut_at_the_end_of_a_line(handbook_of: HandbookOf) -> None:
    since = WORDS | {"text": f"Ampersands {'&' * 28} " * (LONGEST // 125)}
    comment = told(handbook_of, POLICY.format_map(WORDS), POLICY.format_map(since | {"duty": "must"}))
    assert len(comment) < LONGEST + 100
    assert "switch theirs off.\n" in comment
    assert comment.endswith("`policywright diff` tells it.")


@pytest.mark.parametrize("words", ["@somebody", "#12", "!12", "&4", "$5", "~bug", "%1", "see @somebody"])
def test_words_of_the_handbook_call_nobody_and_link_to_nothing(words: str) -> None:
    assert not re.search(r"[@#!&$~%]\w", unescape(plain(words)))


@given(some.text(some.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp"))).map(str.strip))
def test_words_of_the_handbook_stand_there_as_they_are(words: str) -> None:
    (_, content, _) = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(f"- So: {plain(words)}")[2:5]
    children = content.children or []
    shown = "".join(child.content for child in children).replace("\N{ZERO WIDTH SPACE}", "")
    assert {child.type for child in children} <= {"text", "text_special"}
    assert shown == f"So: {words}".strip().replace("\N{ZERO WIDTH SPACE}", "")
