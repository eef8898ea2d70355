"""An adopter goes through release after release of its model, and none of its words is lost."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from policywright import linking, pipeline, source
from policywright.checks.amended_twice import AmendedTwice
from policywright.checks.check import Circumstances
from policywright.linking.settling import Decided, Update
from policywright.model.adopter import Addition, Amendment
from policywright.pipeline import Examined

MINIMAL = Path(__file__).parent / "handbooks" / "minimal"
BASE = {path.relative_to(MINIMAL).as_posix(): path.read_bytes() for path in MINIMAL.rglob("policies/**/*.yml")}
MODEL, OURS = "policies/schools/conduct.yml", "policies/adopters/hill.yml"
TODAY = datetime.date(2026, 11, 21)

AMENDED, FOLLOWED, LEFT_OUT = range(6), range(6, 9), range(9, 12)
CHANGES = 12


def _our_file() -> str:
    """Return the file of an adopter with twelve changes and a layout of its own."""
    amend = "".join(
        f"  # Remark {n} on what we say.\n"
        f"  - clause: conduct#c{n}\n"
        f"    text: |\n      Ours-{n} is what we do,\n\n      and why.\n    because: Reason-{n}.\n"
        for n in AMENDED[:-1]
    )
    add = "".join(
        f"  -  after:   conduct#c{n}   # beside\n     because: 'Reason-{n}.'\n     clauses:\n"
        f"     - id: ours-{n}\n       text: Ours-{n} stands here.\n\n"
        for n in FOLLOWED
    )
    leave_out = "".join(f"- {{provision: conduct#c{n}, because: Reason-{n}.}}\n" for n in LEFT_OUT)
    return (
        "adopter: hill\nname: Hill School\ntakes:\n  - policy: conduct\n    version: 1\n"
        "variables: {school-name: Hill}\n"
        f"amend:\n{amend}  - {{clause: conduct#c5, because: Reason-5., text: Ours-5}}\n"
        f"add:\n{add}leave-out:\n{leave_out}# The end.\n"
    )


@dataclass
class Model:
    """A policy that its editors go on writing: sections of clauses, each with its keys."""

    version: int = 1
    sections: list[list[dict[str, Any]]] = field(default_factory=list)
    made: int = 0

    @property
    def clauses(self) -> list[dict[str, Any]]:
        return [clause for section in self.sections for clause in section]

    def add(self, section: int) -> None:
        place = section % len(self.sections)
        self.sections[place].insert(0, {"id": f"c{self.made}", "text": f"The model says {self.made}."})
        self.made += 1

    def release(self, changes: list[tuple[str, int, int]]) -> None:
        self.version += 1
        for what, one, other in changes:
            clause = self.clauses[one % len(self.clauses)]
            home = next(section for section in self.sections if clause in section)
            match what:
                case "reword":
                    clause["text"] = f"The model says {other} in version {self.version}."
                case "bind":
                    clause |= {"duty": ("must", "should", "may")[other % 3], "actors": ["staff"]}
                case "withdraw":
                    clause["status"] = "withdrawn"
                case "number":
                    clause["number"] = f"{90 + one}.{self.version}.{other}"
                case "rename":
                    clause["formerly"] = [*clause.get("formerly", ()), clause["id"]]
                    clause["id"] = f"r{self.made}"
                    self.made += 1
                case "move":
                    home.remove(clause)
                    self.sections[other % len(self.sections)].append(clause)
                case "merge" if len(self.clauses) > 1:
                    home.remove(clause)
                    heir = self.clauses[other % len(self.clauses)]
                    heir["formerly"] = [*heir.get("formerly", ()), clause["id"], *clause.get("formerly", ())]
                case _:
                    self.add(other)

    def file(self) -> bytes:
        sections = [
            {"id": f"s{place}", "title": f"Section {place}", "clauses": clauses}
            for place, clauses in enumerate(self.sections)
            if clauses
        ]
        head = {"policy": "conduct", "title": "Conduct", "part": "schools", "status": "model"}
        return json.dumps(head | {"version": str(self.version), "sections": sections}).encode()


def _read(model: Model, ours: str) -> Examined:
    handbook, faults = source.read(BASE | {MODEL: model.file(), OURS: ours.encode()})
    assert faults == ()
    return Examined(linking.link(handbook), ())


def _is_all_there(typed: str, noted: str) -> bool:
    """Say whether each line that the adopter typed is there in its order; one in braces may have grown at its end."""
    lines = iter(noted.split("\n"))
    return all(any(line.startswith(_beginning(wanted)) for line in lines) for wanted in typed.split("\n"))


def _beginning(line: str) -> str:
    return re.sub(r"version: .*|\}$", "", line)


_kinds = st.sampled_from(["reword", "bind", "withdraw", "number", "rename", "move", "merge", "add"])
_release = st.lists(st.tuples(_kinds, st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=6)
_choices = st.lists(st.sampled_from(["keep", "take", "later"]), min_size=CHANGES, max_size=CHANGES)


# To find the least of ten releases that fail would take minutes.
@settings(max_examples=20, phases=[Phase.generate])
@given(st.lists(st.tuples(_release, _choices), min_size=10, max_size=10))
def test_twelve_local_changes_go_through_ten_releases_without_a_lost_word(
    releases: list[tuple[list[tuple[str, int, int]], list[str]]],
) -> None:
    model = Model(sections=[[], [], []])
    for clause in range(CHANGES + 3):
        model.add(clause)
    ours = first = _our_file()
    for changes, choices in releases:
        model.release(changes)
        known = _read(model, ours)
        update = Update(known.linked, known.linked.handbook.adopters[0])
        assert not any(update.gone)
        decided = zip(update.both_moved, choices, strict=False)
        decisions = {
            id(one.change): Decided("keep" if choice == "keep" else "take")
            for one, choice in decided
            if choice != "later"
        }
        rewritten, _ = pipeline.settled(update, decisions)
        ours = rewritten.text

        assert _is_all_there(first, ours)
        _assert_that_every_word_stands(_read(model, ours))


def _assert_that_every_word_stands(known: Examined) -> None:
    """Every change that holds stands in the adopter's handbook, or a finding says which does not; numbers stay."""
    adopter = known.linked.handbook.adopters[0]
    edition = linking.link(linking.adopted(known.linked, adopter))
    doubled = AmendedTwice.run(known.linked, Circumstances(TODAY))
    stand = {id(change) for change in (edition.handbook.adoption.local.values() if edition.handbook.adoption else ())}
    told = {finding.location for finding in doubled}
    assert [one for one in adopter.standing if id(one) not in stand and one.location() not in told] == []
    words = " ".join(str(getattr(target.node, "text", "")) for target in edition.targets.values())
    for change in adopter.standing:
        if isinstance(change, Amendment | Addition) and change.location() not in told:
            assert f"Ours-{change.because.removeprefix('Reason-').removesuffix('.')}" in words
    for address, target in known.linked.targets.items():
        if target.kind == "clause" and address.startswith("conduct#"):
            assert edition.targets[address].number == target.number


def test_the_adopter_has_as_many_changes_as_it_says() -> None:
    handbook, faults = source.read(BASE | {OURS: _our_file().encode()})
    assert faults == ()
    assert len(list(handbook.adopters[0].standing)) == CHANGES
