from pathlib import Path

import pytest

from policywright import source
from policywright.diagnostics import Location
from policywright.model.handbook import NO_SETTINGS
from policywright.source.characters import LARGEST, LONGEST, UNBROKEN
from policywright.source.read import LARGEST_PICTURE
from policywright.source.tree import DEEPEST, ENOUGH

EXAMPLE = "policies/schools/example.yml"
POLICY = b"policy: example\ntitle: Example\npart: schools\n"


def test_documents_registers_and_pages_come_in_the_order_of_their_files(minimal_files: dict[str, bytes]) -> None:
    more = {"policies/b.md": b"# B", "policies/a.md": b"# A", EXAMPLE: POLICY}
    handbook, faults = source.read(more | minimal_files)
    assert faults == ()
    assert [document.id for document in handbook.documents] == ["example", "social-media"]
    assert [register.register_ for register in handbook.registers] == [
        "glossary",
        "laws",
        "platforms",
        "roles",
        "topics",
    ]
    pages = [(page.location().file, page.text) for page in handbook.pages]
    assert pages == [("policies/a.md", "# A"), ("policies/b.md", "# B")]
    assert list(handbook.texts) == sorted(more | minimal_files)


def test_a_fault_in_one_file_hides_no_other(minimal_files: dict[str, bytes]) -> None:
    faulty = {
        "policies/schools/a.yml": b"policy: a\ntitle: 'A\n",
        "policies/schools/b.yml": b"policy: b\ntitel: B\npart: schools\n",
        "policies/schools/c.yml": b"\xff",
        EXAMPLE: POLICY,
    }
    handbook, faults = source.read(minimal_files | faulty)
    assert [fault.name for fault in faults if fault.location.file.endswith("a.yml")] == ["yaml-syntax"]
    assert [fault.name for fault in faults if fault.location.file.endswith("b.yml")] == ["unknown-key"]
    assert "not-utf-8" in [fault.name for fault in faults if fault.location.file.endswith("c.yml")]
    assert [document.id for document in handbook.documents] == ["b", "example", "social-media"]


def test_forty_faults_in_forty_files_are_forty_diagnostics(minimal_files: dict[str, bytes]) -> None:
    faulty = {
        f"policies/schools/p{n}.yml": f"policy: p{n}\ntitle: P\npart: schools\nstatsu: draft\n".encode()
        for n in range(40)
    }
    _, faults = source.read(minimal_files | faulty)
    assert [(fault.name, fault.location.line) for fault in faults] == [("unknown-key", 4)] * 40


def test_what_a_file_that_is_left_out_holds_is_known_to_be_unread(minimal_files: dict[str, bytes]) -> None:
    faulty = {
        "policies/schools/a.yml": b"policy: a\ntitle: 'A\n",
        "policies/schools/b.yml": b"# Form B\nform: 'bee'\ntitle: B: C\n",
        "policies/registers/laws.yml": b"register: laws\nentries: [\n",
        "policies/handbook.yml": b"handbook: minimal: one\n",
        "policies/schools/nothing.yml": b"",
    }
    handbook, _ = source.read(minimal_files | faulty)
    assert handbook.unread == {"a", "b", "bee", "laws", "handbook", "nothing"}
    assert [(lost.within.file, lost.text) for lost in handbook.lost] == [
        (file, text.decode()) for file, text in sorted(faulty.items())
    ]


def test_a_handbook_without_settings_is_told_and_still_read(minimal_files: dict[str, bytes]) -> None:
    files = {name: content for name, content in minimal_files.items() if name != "policies/handbook.yml"}
    handbook, faults = source.read(files)
    assert [(fault.name, fault.location) for fault in faults] == [
        ("missing-settings", Location("policies/handbook.yml"))
    ]
    assert handbook.settings is NO_SETTINGS
    assert len(handbook.documents) == 1


def test_the_first_byte_that_is_no_utf_8_is_told_by_line_and_column(minimal_files: dict[str, bytes]) -> None:
    text = "policy: example\ntitle: Tŷ 😀 caf".encode() + b"\xe9\npart: schools\n"
    _, faults = source.read(minimal_files | {EXAMPLE: text})
    assert [(fault.name, fault.location) for fault in faults] == [("not-utf-8", Location(EXAMPLE, 2, 16, 2, 17))]
    assert "E9" in faults[0].message


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(minimal_files: dict[str, bytes]) -> None:
    filled = (POLICY + (b"#" * 63 + b"\n") * (LARGEST // 64))[:LARGEST]
    assert source.read(minimal_files | {EXAMPLE: filled})[1] == ()
    handbook, faults = source.read(minimal_files | {EXAMPLE: filled + b"#"})
    assert [fault.name for fault in faults] == ["too-large"]
    assert handbook.unread == {"example"}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (POLICY + b"summary: " + b"a" * (UNBROKEN + 1) + b"\n", POLICY.count(b"\n") + 1),
        (POLICY + b"\n" * (UNBROKEN + 1) + b"# The end\n", POLICY.count(b"\n")),
        (POLICY + b"summary: |\n  " + b"words " * (LONGEST // 6 + 1), POLICY.count(b"\n") + 1),
    ],
)
def test_what_nobody_can_have_written_is_told_and_left_out(
    content: bytes, line: int, minimal_files: dict[str, bytes]
) -> None:
    handbook, faults = source.read(minimal_files | {EXAMPLE: content})
    assert [(fault.name, fault.location.line) for fault in faults] == [("too-large", line)]
    assert "example" in handbook.unread


def test_of_a_file_in_which_hundreds_of_things_are_wrong_some_are_told(minimal_files: dict[str, bytes]) -> None:
    keys = "".join(f"key{number}: a\n" for number in range(10 * ENOUGH))
    handbook, faults = source.read(minimal_files | {EXAMPLE: POLICY + keys.encode()})
    assert [fault.name for fault in faults] == ["unknown-key"] * ENOUGH
    assert "example" in handbook.unread


@pytest.mark.parametrize("nested", ["[", "- ", "{a: ", "? "])
def test_no_nesting_exhausts_the_program(nested: str, minimal_files: dict[str, bytes]) -> None:
    for depth in (DEEPEST + 1, UNBROKEN):
        _, faults = source.read(minimal_files | {EXAMPLE: (nested * depth).encode()})
        assert [fault.name for fault in faults] == ["too-deep"]
    _, faults = source.read(minimal_files | {EXAMPLE: (nested * 60_000).encode()})
    assert [fault.name for fault in faults] in (["too-deep"], ["too-large"])


def test_a_binary_file_is_told_in_a_few_lines(minimal_files: dict[str, bytes]) -> None:
    _, faults = source.read(minimal_files | {EXAMPLE: bytes(range(256)) * 100})
    assert "not-utf-8" in {fault.name for fault in faults}
    assert len(faults) < 30


def test_a_file_in_utf_16_is_told_once(minimal_files: dict[str, bytes]) -> None:
    text = "policy: example\ntitle: Photographs\npart: schools\n"
    _, faults = source.read(minimal_files | {EXAMPLE: text.encode("utf-16")})
    assert [(fault.name, fault.message) for fault in faults] == [("not-utf-8", "This file is saved in UTF-16.")]


def test_of_a_file_with_two_documents_nothing_is_taken(minimal_files: dict[str, bytes]) -> None:
    text = "policy: example\ntitle: Photographs\npart: schools\n---\nsections: []\n"
    handbook, faults = source.read(minimal_files | {EXAMPLE: text.encode()})
    assert [fault.name for fault in faults] == ["several-documents"]
    assert "example" in handbook.unread


def test_scalars_stay_what_was_typed(minimal_files: dict[str, bytes]) -> None:
    text = (
        "decision: example\ntitle: 1:30\nsummary: 7.10\npart: schools\nversion: 2026.10\nstart: danger\n"
        "questions:\n  danger:\n    ask: no\n    answers:\n      - {id: 0x1f, say: Yes, go: end}\n"
        "outcomes:\n  end:\n    title: null\n"
    )
    handbook, faults = source.read(minimal_files | {EXAMPLE: text.encode()})
    assert faults == ()
    decision = handbook.documents[0].model_dump()
    assert (decision["title"], decision["summary"], decision["version"]) == ("1:30", "7.10", "2026.10")
    assert decision["questions"]["danger"]["ask"] == "no"
    assert decision["questions"]["danger"]["answers"][0]["id"] == "0x1f"
    assert decision["questions"]["danger"]["answers"][0]["say"] == "Yes"
    assert decision["outcomes"]["end"]["title"] == "null"


def test_every_node_of_a_handbook_knows_its_file_and_its_line(complete: Path) -> None:
    handbook, _ = source.load(complete)
    policy = next(document for document in handbook.documents if document.id == "everything")
    lines = policy.origin.source.text.splitlines()
    assert str(policy.location("title")) == "policies/schools/everything.yml:2:8"
    assert (
        str(policy.key_location("owner"))
        == f"policies/schools/everything.yml:{lines.index('owner: headteacher') + 1}:1"
    )


def test_a_picture_that_is_too_large_is_refused(minimal_files: dict[str, bytes]) -> None:
    _, faults = source.read(minimal_files | {"policies/film.svg": bytes(LARGEST_PICTURE + 1)})
    assert [(fault.name, fault.location.file) for fault in faults] == [("too-large", "policies/film.svg")]
