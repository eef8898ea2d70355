"""What holds for every text and every file, whatever is typed."""

import re
from collections.abc import Callable, Iterable

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.conftest import HANDBOOKS, contents

from policywright import source
from policywright.diagnostics import Diagnostic
from policywright.model.policy import Policy
from policywright.source.characters import INVISIBLE
from policywright.source.words import identifier

MINIMAL = contents(HANDBOOKS / "minimal")
COMPLETE = contents(HANDBOOKS / "complete")
EXAMPLE = "policies/schools/example.yml"

LETTERS = st.characters(codec="utf-8", exclude_characters="\r").filter(lambda letter: not INVISIBLE.match(letter))
WORDS = st.text(LETTERS | st.sampled_from(" 'ŵŷ😀\\\"#:-|>[]{}*&!%@`,?"), min_size=1, max_size=60)
LINES = st.lists(st.just("") | WORDS.filter(lambda line: "\n" not in line), min_size=1, max_size=6).map("\n".join)


def _spoken(text: str) -> str:
    """Return a text that says something, without white space at its ends."""
    return text.strip(" \t\n")


PROSE = LINES.map(_spoken).filter(lambda text: bool(text.strip()))
LINE = PROSE.filter(lambda text: "\n" not in text)


def _block(text: str) -> str:
    return "|\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))


def _folded(text: str) -> str:
    return ">\n" + "\n".join(f"  {word}" for word in text.split(" ") if word) + "\n"


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'\n"


def _double_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("ŵ", "\\u0175")
    return '"' + escaped.replace("\n", "\\n").replace("😀", "\\U0001F600").replace("é", "\\xe9") + '"\n'


def _plain(text: str) -> str:
    return f"{text}\n"


def _read(summary: str) -> Policy | None:
    text = f"policy: example\ntitle: Ŵy\nsummary: {summary}part: schools\n"
    handbook, _ = source.read(MINIMAL | {EXAMPLE: text.encode()})
    return next((policy for policy in handbook.of_kind(Policy) if policy.id == "example"), None)


@given(PROSE)
def test_any_text_below_a_bar_comes_out_as_it_was_typed(text: str) -> None:
    policy = _read(_block(text))
    assert policy is not None
    assert policy.summary == text


@given(PROSE)
def test_any_text_in_double_quotes_comes_out_as_it_was_meant(text: str) -> None:
    policy = _read(_double_quoted(text))
    assert policy is not None
    assert policy.summary == text


@given(LINE)
def test_any_line_in_single_quotes_comes_out_as_it_was_typed(text: str) -> None:
    policy = _read(_single_quoted(text))
    assert policy is not None
    assert policy.summary == text


def _character(escape: re.Match[str]) -> str:
    code = escape[0][2:]
    return chr(int(code, 16)) if code else escape[0][1]


def _meant(raw: str, style: Callable[[str], str]) -> str:
    """Return what characters of a file stand for in a style."""
    if style is _single_quoted:
        return raw.replace("''", "'")
    if style is _double_quoted:
        return re.sub(r"\\(?:x..|u.{4}|U.{8}|.)", _character, raw)
    return raw


@given(LINE, st.sampled_from([_block, _folded, _plain, _single_quoted, _double_quoted]), st.data())
def test_the_place_of_any_word_holds_that_word(text: str, style: Callable[[str], str], data: st.DataObject) -> None:
    policy = _read(style(text))
    assume(policy is not None and policy.summary is not None)
    assert policy is not None
    assert policy.summary is not None
    word = data.draw(st.sampled_from(list(re.finditer(r"[^ \t\n]+", policy.summary))))
    start = data.draw(st.integers(word.start(), word.end() - 1))
    place = policy.location_in("summary", start, word.end())
    line = policy.origin.source.text.split("\n")[place.line - 1]
    assert place.end_line == place.line
    assert _meant(line[place.column - 1 : place.end_column - 1], style) == policy.summary[start : word.end()]


def _sensible(diagnostics: Iterable[Diagnostic]) -> None:
    """Assert that an editor can read each diagnostic: it says where, what and how to mend it."""
    for diagnostic in diagnostics:
        assert diagnostic.message.endswith(".")
        assert diagnostic.help.endswith(".")
        assert diagnostic.location.line >= 1
        assert diagnostic.location.column >= 1
        assert "Traceback" not in diagnostic.message


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_diagnostics(content: bytes) -> None:
    _, faults = source.read(MINIMAL | {EXAMPLE: content})
    _sensible(faults)
    assert faults


SNIPPETS = st.sampled_from(
    [
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        "'",
        '"',
        "#",
        " # ",
        "&a ",
        "*a ",
        "!a ",
        "|",
        ">",
        "\t",
        "\n",
        "\r",
        "?",
        "---\n",
        ",",
    ]
) | st.text(max_size=4)


@st.composite
def _mended_badly(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a file of the complete handbook with a few lines or characters changed."""
    name = draw(st.sampled_from([name for name in COMPLETE if name.endswith(".yml")]))
    text = COMPLETE[name].decode()
    for _ in range(draw(st.integers(1, 3))):
        lines = text.splitlines(keepends=True) or [""]
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[at])))
        lines[at] = draw(
            st.sampled_from(["", lines[at] * 2, "  " + lines[at], lines[at].lstrip(), lines[other], lines[at][column:]])
            | st.builds("{}{}{}".format, st.just(lines[at][:column]), SNIPPETS, st.just(lines[at][column:]))
        )
        text = "".join(lines)
    return name, text


@settings(max_examples=200)
@given(_mended_badly())
def test_a_handbook_that_is_changed_anywhere_gives_diagnostics_of_that_file_alone(changed: tuple[str, str]) -> None:
    name, text = changed
    handbook, faults = source.read(COMPLETE | {name: text.encode()})
    _sensible(faults)
    assert {fault.location.file for fault in faults} <= {name}
    kept = (handbook.documents, handbook.registers, handbook.sources, handbook.adopters, handbook.pages)
    whole = sum(map(len, kept))
    assert whole + len(handbook.pictures) >= len(COMPLETE) - 2


@given(st.text(max_size=100))
def test_a_suggested_identifier_may_stand_as_one(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", identifier(text))
    assert identifier(identifier(text)) == identifier(text)
