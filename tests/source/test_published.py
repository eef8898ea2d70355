from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.conftest import HANDBOOKS

from policywright import source
from policywright.model.node import Node
from policywright.model.registers import FOR_EDITORS
from policywright.source.published import published

REAL = Path(__file__).parents[2]
REMARKS = """\
# A remark at the head.
policy: staff # a remark beside
title: "Staff # and pupils" # beside quotes
# A remark between.
part: schools
summary: |
  We post under #OurSchool,
  # and this is no remark.
  # a remark that looks as if it belonged to the summary is one of its lines
# A remark behind a block.
keywords: [post, "#tag"] # beside brackets
"""
WAIVED = """\
policy: staff
accept:
  - check: vague-deadline
    because: The head wants it so.
    until: 2027-01-01
title: Staff
part: schools
sections:
  - id: posting
    title: Posting
    clauses:
      - id: soon
        accept: [{check: vague-deadline, because: The head wants it so., until: 2027-01-01}]
        text: Answer soon.
"""


def going_out(text: str) -> str:
    name = "policies/staff.yml"
    return published(source.read({name: text.encode()})[0])[name]


def test_remarks_are_left_out_and_what_only_looks_like_one_stays() -> None:
    assert going_out(REMARKS) == (
        'policy: staff\ntitle: "Staff # and pupils"\npart: schools\nsummary: |\n  We post under #OurSchool,\n'
        "  # and this is no remark.\n"
        "  # a remark that looks as if it belonged to the summary is one of its lines\n"
        'keywords: [post, "#tag"]\n'
    )


def test_nobody_outside_learns_which_findings_may_pass_and_why() -> None:
    text = going_out(WAIVED)
    assert text.count("accept:") == text.count("[]") == 2
    assert "head wants" not in text


def test_registers_for_editors_do_not_go_out() -> None:
    files = {f"policies/registers/{name}.yml": f"register: {name}\n".encode() for name in ("reviews", "roles")}
    assert list(published(source.read(files)[0])) == ["policies/registers/roles.yml"]


def test_a_file_that_is_nothing_of_a_handbook_does_not_go_out() -> None:
    assert published(source.read({"policies/a.yml": b"a", "policies/a.md": b"# A"})[0]) == {}


@pytest.mark.parametrize("folder", [REAL, HANDBOOKS / "complete"], ids=["real", "complete"])
def test_what_goes_out_reads_as_the_same_handbook(folder: Path) -> None:
    handbook, _ = source.load(folder)
    texts = published(handbook)
    again, faults = source.read({name: text.encode() for name, text in texts.items()})
    assert faults == ()
    kept = re.compile(r"/adopters/|/registers/(house-style|reviews)\.yml$")
    assert texts.keys() == {name for name in handbook.texts if name.endswith(".yml") and not kept.search(name)}
    for things in ("documents", "registers", "sources"):
        before = [thing for thing in getattr(handbook, things) if not isinstance(thing, FOR_EDITORS)]
        assert [told(thing) for thing in before] == [told(thing) for thing in getattr(again, things)]
    assert told(handbook.settings) == told(again.settings)


def told(thing: Node) -> object:
    return _without_waivers(thing.model_dump())


def _without_waivers(value: object) -> object:
    match value:
        case Mapping():
            return {key: _without_waivers(inner) for key, inner in value.items() if key != "accept"}
        case tuple():
            return [_without_waivers(inner) for inner in value]
        case _:
            return value
