"""Whatever is in the files of a handbook gives diagnostics or a site: never a fault of the program, nor a long wait."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.conftest import HANDBOOKS, contents
from tests.fuzz.beside import see_beside, see_filled, sound
from tests.fuzz.mutations import Mutated, mutated
from tests.fuzz.run import CASES
from tests.fuzz.trial import TooSlow, Trial, in_time, see_shown

from policywright.source.characters import LARGEST

WHOLE = contents(HANDBOOKS / "complete")
TRIAL = Trial()
EACH = 20
HANDBOOKS_TRIED = 40


# A few dozen handbooks of which nearly all files are changed have a thousand changed places, and take seconds.
@settings(max_examples=HANDBOOKS_TRIED, suppress_health_check=list(HealthCheck))
@given(mutated(WHOLE, fewest=EACH, most=len(WHOLE)))
def test_a_thousand_mutations_give_diagnostics_or_a_build(handbook: Mutated) -> None:
    with in_time():
        TRIAL.examined(handbook.files)


@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(mutated(WHOLE, most=1))
def test_a_handbook_in_which_a_file_is_odd_can_be_shown(handbook: Mutated) -> None:
    see_shown(TRIAL.examined(handbook.files))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(mutated(sound(), most=2))
def test_any_settings_and_any_spreadsheet_are_understood_or_refused(beside: Mutated) -> None:
    for name in beside.changed:
        with in_time():
            see_beside(name, beside.files[name])


def test_the_spreadsheets_are_sound_before_they_are_mutated() -> None:
    rows = {name: see_filled(name, content) for name, content in sound().items() if name.endswith(".csv")}
    assert len(rows) > 1
    assert set(rows.values()) == {2}


@pytest.mark.parametrize("case", sorted(filter(Path.is_dir, CASES.iterdir())), ids=lambda case: case.name)
def test_what_failed_once_does_not_fail_again(case: Path) -> None:
    with in_time():
        see_shown(TRIAL.examined(WHOLE | contents(case)))
    for name in sound():
        if (case / name).is_file():
            see_beside(name, (case / name).read_bytes())


POLICY = "policy: large\ntitle: Large\npart: schools\n"
CLAUSES = f"{POLICY}sections:\n  - id: s\n    title: S\n    clauses:\n"


def repeated(beginning: str, more: Callable[[int], str]) -> bytes:
    """Return a file of the largest size that is read, which says the same again and again."""
    text, number = [beginning.encode()], 0
    room = LARGEST - len(text[0])
    while room >= len(line := more(number).encode()):
        text.append(line)
        room -= len(line)
        number += 1
    return b"".join(text)


LARGE = {
    "dashes": repeated("", lambda _: "-\n"),
    "unknown keys": repeated(POLICY, lambda number: f"k{number}: a\n"),
    "one key again and again": repeated(POLICY, lambda _: "summary: a\n"),
    "clauses without names": repeated(CLAUSES, lambda _: "      - text: Staff must go.\n"),
    "clauses of one name": repeated(CLAUSES, lambda _: "      - id: c\n        text: Staff must go.\n"),
    "aliases of nothing": repeated(POLICY, lambda _: "a: *a\n"),
    "an endless word": repeated(f"{POLICY}summary: |\n  ", lambda _: "a"),
    "references to nothing": repeated(f"{POLICY}summary: |\n  ", lambda _: "[[a]] "),
}


@pytest.mark.parametrize("name", LARGE)
def test_the_largest_file_is_read_and_checked_in_time_and_in_little_memory(name: str, tmp_path: Path) -> None:
    large = tmp_path / "large.yml"
    large.write_bytes(LARGE[name])
    subprocess.run([sys.executable, "-m", "tests.fuzz.trial", str(large)], check=True, timeout=250)


def test_what_takes_too_long_is_noticed() -> None:
    with pytest.raises(TooSlow), in_time(0.01):
        work_for_ever()


def work_for_ever() -> None:
    while True:
        pass
