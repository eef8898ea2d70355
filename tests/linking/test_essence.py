"""The essence of a document is another one after whatever edit changes what pages tell of it, wherever that is made."""

from collections.abc import Mapping

import pytest
from tests.conftest import HANDBOOKS, contents

from policywright.linking import LinkedHandbook, link
from policywright.linking.essence import GROUND, essences
from policywright.linking.watched import EVERYTHING
from policywright.source import read

FILES = contents(HANDBOOKS / "complete")
SCHOOLS = "policies/schools"


def linked(files: Mapping[str, bytes]) -> LinkedHandbook:
    return link(read(files)[0])


@pytest.fixture(scope="module")
def before() -> Mapping[str, str]:
    return essences(linked(FILES))


EDITS = {
    "its own words": (f"{SCHOOLS}/everything.yml", "of a pupil", "of any pupil", "everything"),
    "its lines": (f"{SCHOOLS}/everything.yml", "\n", "\n\n", "everything"),
    "who cites it": (
        "policies/trusts/cod-ymddygiad.yml",
        "staff should say so.",
        "staff should say so, as [[post-found]] has it.",
        "post-found",
    ),
    "what it cites": (f"{SCHOOLS}/everything.yml", "id: photographs", "id: pictures", "may-i-post"),
    "who uses it": (f"{SCHOOLS}/decisions/may-i-post.yml", "say: No, go: ask-lead", "say: No, go: post", "everything"),
    "the ground": ("policies/handbook.yml", "clause: paragraph", "clause: rule", GROUND),
    "the title of another": (
        f"{SCHOOLS}/checklists/open-account.yml",
        "Open an official account",
        "Open an account",
        GROUND,
    ),
}
"""Edits of one file each: what it says, what it says then, and what has another essence then."""


@pytest.mark.parametrize(("file", "old", "new", "name"), EDITS.values(), ids=EDITS)
def test_it_is_another_after_an_edit_of(before: Mapping[str, str], file: str, old: str, new: str, name: str) -> None:
    written = FILES[file].decode()
    assert old in written
    after = essences(linked({**FILES, file: written.replace(old, new, 1).encode()}))
    assert after[name] != before[name]
    assert after[EVERYTHING] != before[EVERYTHING]
    assert sum(after.get(one) == essence for one, essence in before.items()) > len(before) / 2


def test_it_is_the_same_where_nothing_was_edited_and_another_where_something_else_is_told(
    before: Mapping[str, str],
) -> None:
    now = linked(FILES)
    assert essences(now) == before
    told = essences(now, lambda document: document.id == "everything")
    assert {name for name in before if told[name] != before[name]} >= {"everything", EVERYTHING}


@pytest.mark.parametrize(
    "files",
    [
        {"policies/pictures/another.png": b"of something"},
        {f"{SCHOOLS}/unread.yml": b"policy: [\n"},
        {f"{SCHOOLS}/lost.yml": b"policy: lost\nparts: schools\n"},
    ],
    ids=["a picture", "a file that cannot be read", "a key that is none"],
)
def test_the_ground_is_another_with(before: Mapping[str, str], files: Mapping[str, bytes]) -> None:
    now = essences(linked({**FILES, **files}))
    assert now[GROUND] != before[GROUND]
