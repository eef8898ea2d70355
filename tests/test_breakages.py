"""Whatever an editor gets wrong is told once, in its line; and forty slips at once are told forty times."""

import datetime
import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path, PurePosixPath

import pytest
from tests.breakages import FOLLOWS, KINDS, Breakage
from tests.conftest import HANDBOOKS, contents

from policywright import checks, linking, pipeline, source
from policywright.checks.check import Circumstances
from policywright.diagnostics import Diagnostic, Edit
from policywright.linking.linked import LinkedHandbook
from policywright.model.node import SourceText
from policywright.pipeline import Examined

TODAY = datetime.date(2026, 11, 21)
POLICIES = Path(__file__).parents[1]


@dataclass(frozen=True, repr=False)  # a handbook in words is of no use to anybody, and takes minutes
class Sound:
    """A handbook before it is broken; what it says of itself then is no breakage."""

    files: dict[str, bytes]
    linked: LinkedHandbook
    before: frozenset[tuple[str, str, str]]
    earlier: frozenset[str]

    def broken(self, breakages: Iterable[Breakage]) -> dict[str, bytes]:
        """Return the files with some breakages, none of which overlap."""
        files = dict(self.files)
        for one in sorted(breakages, key=lambda each: each.span.start, reverse=True):
            files[one.file] = one.of(files[one.file].decode()).encode()
        return files

    def told(self, breakages: Iterable[Breakage]) -> list[Diagnostic]:
        """Return what is found because of some breakages."""
        _, found = _examined(self.broken(breakages), self.earlier)
        return [one for one in found if _fact(one) not in self.before and one.name not in FOLLOWS]


def _sound(folder: Path) -> Sound:
    files = {name: text for name, text in contents(folder).items() if name.endswith((".yml", ".md"))}
    linked, found = _examined(files, frozenset())
    return Sound(files, linked, frozenset(map(_fact, found)), frozenset(linked.targets))


def _examined(files: dict[str, bytes], earlier: frozenset[str]) -> tuple[LinkedHandbook, list[Diagnostic]]:
    handbook, faults = source.read(files)
    linked = linking.link(handbook)
    return linked, [*faults, *checks.run(linked, Circumstances(TODAY, earlier))]


def _fact(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.name, diagnostic.message, diagnostic.location.file


@pytest.fixture(scope="module")
def complete_handbook() -> Sound:
    return _sound(HANDBOOKS / "complete")


@pytest.fixture(scope="module")
def real_handbook() -> Sound:
    return _sound(POLICIES)


def _wrongly_told(handbook: Sound, kind: str, count: int) -> list[object]:
    """Return the breakages, out of some, that are not told once and in their line, with what is told instead."""
    chance = random.Random(kind)  # noqa: S311  nothing is secret here
    breakages = list(KINDS[kind](handbook.linked, chance))
    wrong: list[object] = []
    for one in chance.sample(breakages, min(count, len(breakages))):
        told = [(found.location.file, found.location.line) for found in handbook.told([one])]
        if told != [(one.file, one.line)]:
            wrong.append((one, told))
    return wrong


@pytest.mark.parametrize("kind", KINDS)
def test_a_slip_anywhere_in_a_small_handbook_is_told_once_in_its_line(kind: str, complete_handbook: Sound) -> None:
    assert _wrongly_told(complete_handbook, kind, 8) == []


@pytest.mark.parametrize(
    "kind",
    [
        "a misspelt key",
        "a misspelt duty",
        "a misspelt type",
        "a misspelt variable or blank",
        "a reference to nothing",
        "a branch to nothing",
        "a date in words",
        "a word that the style avoids",
        "a word typed twice",
        "a title with a full stop",
    ],
)
def test_what_is_told_to_write_mends_it(kind: str, complete_handbook: Sound) -> None:
    chance = random.Random(kind)  # noqa: S311  nothing is secret here
    breakages = list(KINDS[kind](complete_handbook.linked, chance))
    for one in chance.sample(breakages, min(4, len(breakages))):
        (told,) = complete_handbook.told([one])
        text = SourceText(one.file, one.of(complete_handbook.files[one.file].decode()))
        mended = _as_told(told, text)
        _, found = _examined(complete_handbook.files | {one.file: mended.encode()}, complete_handbook.earlier)
        left = [each for each in found if _fact(each) not in complete_handbook.before and each.name not in FOLLOWS]
        assert (one, told.help, left) == (one, told.help, [])


WRITE = re.compile(r"^Write [`“]?(\S+?)[`”]?(?:[,;]| for | instead|\.(?:\s|$)|$)")


def _as_told(told: Diagnostic, source: SourceText) -> str:
    """Return a text in which the words that are told stand where the fault was."""
    edits = told.mend or [Edit(told.location, WRITE.findall(told.help)[0])]
    text = source.text
    for edit in edits:
        span, words = source.span(edit.location), edit.words
        is_key = words.endswith(":") and text[span.end : span.end + 1] == ":"
        text = text[: span.start] + (words.rstrip(":`") if is_key else words) + text[span.end :]
    return text


@pytest.mark.parametrize(
    "kind", ["a misspelt key", "a reference to nothing", "a name of two words", "a branch to nothing"]
)
def test_a_slip_anywhere_in_the_real_handbook_is_told_once_in_its_line(kind: str, real_handbook: Sound) -> None:
    assert _wrongly_told(real_handbook, kind, 2) == []


def test_forty_slips_at_once_in_the_real_handbook_are_told_forty_times(real_handbook: Sound) -> None:
    forty = _several(real_handbook, 40)
    told = Counter((found.location.file, found.location.line) for found in real_handbook.told(forty))
    assert told == Counter((one.file, _line_after(one, forty)) for one in forty)


def test_a_renamed_thing_is_told_nowhere_but_where_it_is_referred_to(complete_handbook: Sound) -> None:
    old, new = "decline-tell-answer", "say-what-to-answer"
    text = complete_handbook.files["policies/schools/everything.yml"].decode()
    renamed = text.replace(f"id: {old}\n", f"id: {new}\n")
    _, found = _examined(
        complete_handbook.files | {"policies/schools/everything.yml": renamed.encode()}, complete_handbook.earlier
    )
    told = [one.name for one in found if _fact(one) not in complete_handbook.before]
    assert told == ["vanished-identifier"]


@pytest.mark.parametrize("part", ["part: skools", "part:", ""])
def test_a_preview_shows_a_document_of_a_part_that_there_is_not(part: str, complete_handbook: Sound) -> None:
    name = "policies/schools/everything.yml"
    text = complete_handbook.files[name].decode().replace("part: schools", part, 1)
    linked, found = _examined(complete_handbook.files | {name: text.encode()}, frozenset())
    paths = [page.path for page in pipeline.site(Examined(linked, tuple(found)), preview=True)]
    assert any(path.endswith("/everything.html") for path in paths)
    assert [path for path in paths if path.startswith("/")] == []


def test_a_preview_of_a_broken_handbook_has_a_page_for_every_document_of_the_sound_one(
    complete_handbook: Sound,
) -> None:
    sound = {page.path for page in pipeline.site(Examined(complete_handbook.linked, ())) if page.path.count("/") == 1}
    linked, found = _examined(complete_handbook.broken(_several(complete_handbook, 12)), frozenset())
    broken = {page.path for page in pipeline.site(Examined(linked, tuple(found)), preview=True)}
    # What does not say what it is cannot have a page.
    unknown = {PurePosixPath(one.location.file).stem for one in found if one.name == "unknown-kind"}
    missing = {path for path in sound - broken if PurePosixPath(path).stem not in unknown}
    assert {path for path in missing if path.startswith(("schools/", "trusts/"))} == set()


def _several(handbook: Sound, count: int) -> list[Breakage]:
    """Return some breakages of every kind, none within three lines of another."""
    chance = random.Random(count)  # noqa: S311  nothing is secret here
    chosen: list[Breakage] = []
    unlike = [kind for kind in KINDS if kind not in {"a name of two words", "a key left out"}]
    drawn = {kind: list(KINDS[kind](handbook.linked, chance)) for kind in unlike}
    for kind in cycle(unlike):
        one = chance.choice(drawn[kind])
        if all(one.file != other.file or abs(one.line - other.line) > 3 for other in chosen):
            chosen.append(one)
        if len(chosen) == count:
            break
    return chosen


def _line_after(breakage: Breakage, others: Iterable[Breakage]) -> int:
    """Return the line of a breakage once the lines that others add above it are there."""
    above = (other for other in others if other.file == breakage.file and other.line < breakage.line)
    return breakage.line + sum(other.words.count("\n") for other in above)
