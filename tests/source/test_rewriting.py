"""Whatever is mended, everything else stays as it was, and the fault is gone."""

import datetime
import random
import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checks.over_minimal import found as found_over_minimal
from tests.conftest import HANDBOOKS, contents

from policywright import checks, linking, pipeline, source
from policywright.checks.check import Circumstances
from policywright.diagnostics import Diagnostic, Rule
from policywright.source import Rewritten

TODAY = datetime.date(2026, 11, 21)
COMPLETE = {name: text for name, text in contents(HANDBOOKS / "complete").items() if name.endswith((".yml", ".png"))}


def _found(files: Mapping[str, bytes]) -> tuple[dict[str, str], list[Diagnostic]]:
    handbook, faults = source.read(files)
    texts = {name: one.text for name, one in handbook.texts.items()}
    return texts, [*faults, *checks.run(linking.link(handbook), Circumstances(TODAY))]


def _mended(files: Mapping[str, bytes]) -> tuple[Rewritten, ...]:
    handbook, faults = source.read(files)
    return source.rewritten(handbook.texts, [*faults, *checks.run(linking.link(handbook), Circumstances(TODAY))])


def _spaces(text: str, chance: random.Random) -> str:
    ends = [match.start() for match in re.finditer(r"(?<=\S)\n", text)]
    at = chance.choice(ends)
    return text[:at] + chance.choice(["  ", "\t", " "]) + text[at:]


def _doubled(text: str, chance: random.Random) -> str:
    words = [match for match in re.finditer(r"(?<= )(the|of|and|to|a)(?= [a-z])", text) if _is_prose(text, match)]
    one = chance.choice(words)
    return text[: one.end()] + chance.choice([" ", "\n" + _indent(text, one.start())]) + one[0] + text[one.end() :]


def _avoided(text: str, chance: random.Random) -> str:
    words = [match for match in re.finditer(r"(?<= )[a-z]{3,}(?= [a-z])", text) if _is_prose(text, match)]
    one = chance.choice(words)
    return text[: one.start()] + chance.choice(["utilise", "Utilised", "Internet"]) + text[one.end() :]


def _other_ends(text: str, chance: random.Random) -> str:
    ends = [match.start() for match in re.finditer(r"(?<!\r)\n", text)]
    at = chance.choice(ends)
    return text[:at] + "\r" + text[at:]


def _no_end(text: str, _: random.Random) -> str:
    return text.rstrip("\n")


def _underlined(text: str, chance: random.Random) -> str:
    keys = list(re.finditer(r"(?m)(?<=^)[a-z]+-[a-z]+(?=: )", text))
    return text if not keys else _instead(text, one := chance.choice(keys), one[0].replace("-", "_"))


def _in_words(text: str, chance: random.Random) -> str:
    days = list(re.finditer(r"(?m)(?<=^review-by: )\d{4}-\d\d-\d\d", text))
    return text if not days else _instead(text, chance.choice(days), "1 September 2099")


def _instead(text: str, match: re.Match[str], words: str) -> str:
    return text[: match.start()] + words + text[match.end() :]


def _is_prose(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands in a block of prose, and neither in a mark nor in quotation marks."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end())]
    before = text[: match.start()]
    within_block = re.search(
        r"\|\n(?:(?P<indent> +)[^\n]*\n(?:(?P=indent)[^\n]*\n)*)?\Z", before[: before.rfind("\n") + 1]
    )
    return bool(within_block) and not re.search(r"[\[\]{}\"“”`:#*]", line)


def _indent(text: str, at: int) -> str:
    line = text[text.rfind("\n", 0, at) + 1 :]
    return line[: len(line) - len(line.lstrip(" "))]


SLIPS: tuple[Callable[[str, random.Random], str], ...] = (
    _spaces,
    _doubled,
    _avoided,
    _other_ends,
    _no_end,
    _underlined,
    _in_words,
)


@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(SLIPS), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mending_changes_the_faulty_words_alone_and_leaves_none_of_them(
    chance: random.Random, slips: list[Callable[[str, random.Random], str]]
) -> None:
    files = dict(COMPLETE)
    for slip in slips:
        files["policies/schools/everything.yml"] = slip(
            files["policies/schools/everything.yml"].decode(), chance
        ).encode()
    mends = _mended(files)
    for one in mends:
        assert one.source.text.encode() == files[one.source.file]
        assert list(_kept(one)) == list(_kept_pieces(one))
        files[one.source.file] = one.text.encode()
    _, left = _found(files)
    assert [diagnostic for diagnostic in left if diagnostic.mend] == []


def _spans(one: Rewritten) -> list[tuple[int, int, str]]:
    edits = [edit for diagnostic in one.mended for edit in diagnostic.mend if edit.location.file == one.source.file]
    spans = [(one.source.span(edit.location), edit.words) for edit in edits]
    return sorted((span.start, span.end, words) for span, words in spans)


def _kept(one: Rewritten) -> Iterator[str]:
    """Yield what stands between the mends in the file as it was."""
    done = 0
    for start, end, _ in _spans(one):
        yield one.source.text[done:start]
        done = end
    yield one.source.text[done:]


def _kept_pieces(one: Rewritten) -> Iterator[str]:
    """Yield the same from the mended text, found by the lengths of the mends alone."""
    before, after = 0, 0
    for start, end, words in _spans(one):
        length = start - before
        yield one.text[after : after + length]
        assert one.text[after + length : after + length + len(words)] == words
        before, after = end, after + length + len(words)
    yield one.text[after:]


@pytest.mark.parametrize("rule", [rule for rule in pipeline.RULES if rule.mendable], ids=lambda rule: rule.name)
def test_every_rule_that_says_so_mends_what_its_page_refuses_or_a_case_of_it(rule: type[Rule]) -> None:
    files = {
        "unknown-key": {"policies/schools/a.yml": "policy: a\ntitle: A\npart: schools\nReview_By: 2099-01-01\n"},
        "wrong-value": {"policies/schools/a.yml": "policy: a\ntitle: A\npart: schools\nreview-by: 1 May 2099\n"},
    }.get(rule.name) or next(dict(example.files) for example in rule.examples() if example.refused)
    assert [one for one in found_over_minimal(files) if one.name == rule.name and one.mend]


@pytest.mark.parametrize("rule", [rule for rule in pipeline.RULES if not rule.mendable], ids=lambda rule: rule.name)
def test_a_rule_that_does_not_say_so_mends_nothing(rule: type[Rule]) -> None:
    for example in rule.examples():
        files = {name: text for name, text in example.files.items() if not name.startswith("earlier: ")}
        assert [one for one in found_over_minimal(files) if one.name == rule.name and one.mend] == []


def test_a_choice_of_words_is_left_to_the_editor() -> None:
    rule = "  - {avoid: [facilitate], prefer: [help, run], because: B., authority: C}\n"
    text = "policy: a\ntitle: To facilitate\npart: schools\nsections:\n  - {id: b, title: B, introduction: Words.}\n"
    (one,) = found_over_minimal(
        {
            "policies/registers/house-style.yml": f"register: house-style\nentries:\n{rule}",
            "policies/schools/a.yml": text,
        }
    )
    assert (one.help, one.mend) == ("Write “help” or “run”.", ())


def test_words_that_are_written_with_escapes_are_left_to_the_editor() -> None:
    text = 'policy: a\ntitle: A\npart: schools\nsections:\n  - {id: b, title: B, introduction: "Of th\\x65 the day."}\n'
    (one,) = found_over_minimal({"policies/schools/a.yml": text})
    assert one.name == "doubled-word"
