"""Where linking says that something stands is where the editor wrote it."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from policywright.diagnostics import Location
from policywright.linking import LinkedHandbook, Reference, VariableUse, link
from policywright.source import read

_HANDBOOK = b"handbook: test\ntitle: Test\npublisher: A council\nparts:\n  - id: schools\n    title: Schools\n"
_GLOSSARY = b"register: glossary\nentries:\n  - id: data\n    term: data\n    definition: What is known.\n"
_POLICY = """\
policy: conduct
title: Conduct
part: schools
sections:
  - id: first
    title: First
    clauses:
      - id: one
        actors: [head, "staff", '{0}']
        text: {1}
      - id: two
        related: ["#one", conduct]
        text: Words.
"""


def _literal(words: list[str]) -> str:
    return "|\n          " + "\n          ".join(words)


def _folded(words: list[str]) -> str:
    return ">-\n            " + "\n            ".join(words)


def _plain(words: list[str]) -> str:
    return "Words " + "\n          ".join(words)


def _quoted(words: list[str]) -> str:
    return json.dumps(" ".join(words), ensure_ascii=False)


def _quoted_once(words: list[str]) -> str:
    return "'" + "\n\n          ".join(words).replace("'", "''") + "'"


_STYLES: tuple[Callable[[list[str]], str], ...] = (_literal, _folded, _plain, _quoted, _quoted_once)
_words = st.lists(
    st.sampled_from(
        ["[[#two]]", "[[conduct#one|here]]", "[[nowhere]]", "{{fax}}", "data", "ŵ😀", "it's", "(", "a, b", "“quoted”"]
    ),
    min_size=1,
    max_size=8,
)


@given(_words, st.sampled_from(_STYLES), st.sampled_from(["pupils", "governors"]))
def test_what_stands_at_a_mark_in_the_file_is_what_was_written(
    words: list[str], style: Callable[[list[str]], str], actor: str
) -> None:
    found, text = _read(_POLICY.format(actor, style(words)))
    written = sum(word.startswith(("[[", "{{")) for word in words)
    marks: list[Reference | VariableUse] = [*found.references, *found.variables]
    assert len([mark for mark in marks if mark.written.field == "text"]) == written
    for mark in marks:
        if mark.location.file == "policies/conduct.yml":
            assert _cut(text, mark.location).strip("\"'") == mark.written.text[mark.start : mark.end]


@given(_words, st.sampled_from(_STYLES))
def test_what_stands_at_a_term_in_the_file_is_the_term(words: list[str], style: Callable[[list[str]], str]) -> None:
    found, text = _read(_POLICY.format("head", style(words)))
    assert [_cut(text, use.written.location(use.start, use.end)) for use in found.terms] == ["data"] * words.count(
        "data"
    )


def _read(policy: str) -> tuple[LinkedHandbook, str]:
    files = {"handbook.yml": _HANDBOOK, "registers/glossary.yml": _GLOSSARY, "conduct.yml": policy.encode()}
    handbook, faults = read({f"policies/{name}": content for name, content in files.items()})
    assert faults == ()
    return link(handbook), policy


def _cut(text: str, location: Location) -> str:
    """Return the characters that a location means."""
    starts = list(accumulate((len(line) for line in text.splitlines(keepends=True)), initial=0))
    first = starts[location.line - 1] + location.column - 1
    last = starts[location.end_line - 1] + location.end_column - 1
    return text[first:last]
