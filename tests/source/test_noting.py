"""What `update` writes into the file of an adopter: the notes, and not a byte besides."""

import pytest

from policywright import source
from policywright.model.adopter import Adopter, Base
from policywright.source.noting import CannotNote, Note, noted

FILE = "policies/adopters/hill.yml"
HEAD = "adopter: hill\nname: Hill\ntakes: [{policy: conduct}]\n"
BASE = Base(fingerprint="0123456789ab", says="(must: staff)\nBe quiet:\n- in the hall; and\n- “outside”.")
LINES = (
    '    base:\n      fingerprint: "0123456789ab"\n      says: |\n        (must: staff)\n        Be quiet:\n'
    "        - in the hall; and\n        - “outside”.\n"
)


def adopter(text: str) -> Adopter:
    handbook, faults = source.read({FILE: text.encode()})
    assert [fault for fault in faults if fault.location.file == FILE] == []
    return handbook.adopters[0]


def with_base(text: str) -> str:
    found = adopter(text)
    return noted(found, [Note(found.amend[0], {"base": BASE})]).text


def test_a_note_stands_behind_the_last_key_and_remarks_stay_where_they_are() -> None:
    amend = (
        "amend:\n  # Why?\n  - clause: conduct#quiet # here\n    because: So.\n    text: |\n      Hush.\n\n      Now.\n"
    )
    after = "\n  # The other one.\n  - {clause: conduct#loud, because: So.}\n"
    assert with_base(HEAD + amend + after) == HEAD + amend + LINES + after


def test_a_note_that_is_there_is_replaced_and_nothing_around_it() -> None:
    amend = "amend:\n  - clause: conduct#quiet\n"
    old = "    base:\n      fingerprint: ba9876543210\n      says: |\n        Old.\n\n        Words.\n"
    after = "    because: So.\n\n# The end.\n"
    assert with_base(HEAD + amend + old + after) == HEAD + amend + LINES + after


def test_what_stands_in_braces_stays_in_braces() -> None:
    text = with_base(HEAD + "amend:\n  - {clause: conduct#quiet, because: So. }  # short\n")
    assert text.endswith(
        '- {clause: conduct#quiet, because: So., base: {fingerprint: "0123456789ab", says: "(must: staff)\\n'
        'Be quiet:\\n- in the hall; and\\n- “outside”."} }  # short\n'
    )


def test_a_file_without_a_last_line_end_gets_none() -> None:
    text = HEAD + "amend:\n- clause: conduct#quiet\n  actors:\n  - staff\n  because: So."
    assert with_base(text) == f"{text}\n" + LINES.replace("\n  ", "\n").removeprefix("  ").rstrip("\n")


def test_a_list_as_far_to_the_left_as_its_key_belongs_to_it() -> None:
    text = HEAD + "amend:\n- clause: conduct#quiet\n  because: So.\n  actors:\n  - staff\n  - pupils\n"
    assert with_base(text) == text + LINES.replace("\n  ", "\n").removeprefix("  ")


def test_line_ends_of_another_system_stay_what_they_are() -> None:
    text = (HEAD + "amend:\n  - clause: conduct#quiet\n    because: So.\n").replace("\n", "\r\n")
    assert with_base(text) == text + LINES.replace("\n", "\r\n")


def test_several_notes_are_written_at_once() -> None:
    found = adopter(HEAD + "amend:\n  - clause: conduct#quiet\n    because: So.\n    text: Old.\n")
    values = {"text": "New.\n\nTwice.", "set_aside": "2026.2"}
    text = noted(found, [Note(found.amend[0], values), Note(found.takes[0], {"version": "2026.2"})]).text
    assert text == HEAD.replace("conduct}", "conduct, version: 2026.2}") + (
        "amend:\n  - clause: conduct#quiet\n    because: So.\n    text: |\n      New.\n\n      Twice.\n"
        "    set-aside: 2026.2\n"
    )


def test_nothing_is_written_that_would_not_be_read_as_it_is_meant() -> None:
    found = adopter(HEAD + "amend:\n  - clause: conduct#quiet\n    because: So.\n")
    with pytest.raises(CannotNote):
        noted(found, [Note(found.amend[0], {"text": "  begins with a gap"})])
