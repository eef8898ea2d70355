"""Which text was the version before, as far as git can tell."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from policywright import source
from policywright.model.handbook import Handbook
from policywright.model.past import Earlier, Past, Replaced

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
NAME = "policies/schools/conduct.yml"

HandbookOf = Callable[[Mapping[str, str]], Handbook]


def written(version: str, text: str = "Words.", more: str = "") -> str:
    return (
        f"policy: conduct\ntitle: Conduct\npart: schools\nversion: {version}\n{more}"
        f"sections:\n  - id: one\n    title: One\n    clauses:\n      - {{id: a, text: {text}}}\n"
    )


@pytest.fixture
def earlier(handbook_of: HandbookOf) -> Callable[..., Earlier]:
    """Return what is known of the version before the second, after these texts, the newest first."""

    def find(*texts: Replaced, more: str = "", whole: bool = True) -> Earlier:
        handbook = handbook_of({NAME: written("2", more=more)})
        return source.earlier(handbook, Past(texts, whole))["conduct"]

    return find


def replaced(text: str, day: date | None = FRIDAY, name: str = NAME) -> Replaced:
    return Replaced(name, text.encode(), day)


def test_it_is_the_last_text_of_another_version(earlier: Callable[..., Earlier]) -> None:
    found = earlier(replaced(written("1", "Late."), MONDAY), replaced(written("1", "Early.")))
    assert found.document is not None
    assert found.document.model_dump()["sections"][0]["clauses"][0]["text"] == "Late."
    assert (found.version, found.date, found.unknown) == ("1", MONDAY, None)


def test_a_line_that_only_moved_is_no_version(earlier: Callable[..., Earlier]) -> None:
    found = earlier(replaced(written("'2'"), MONDAY), replaced(written("1")))
    assert (found.version, found.date) == ("1", FRIDAY)


@pytest.mark.parametrize("name", ["policies/trusts/conduct.yml", "policies/schools/manners.yml"])
def test_it_is_found_in_another_folder_and_under_a_former_name(earlier: Callable[..., Earlier], name: str) -> None:
    found = earlier(replaced(written("1"), name=name), replaced("", name=NAME), more="formerly: [manners]\n")
    assert found.version == "1"


def test_a_document_that_never_had_another_version_is_in_its_first(earlier: Callable[..., Earlier]) -> None:
    found = earlier(replaced(""))
    assert (found.document, found.version, found.date, found.unknown) == (None, "", FRIDAY, None)


@pytest.mark.parametrize(
    ("more", "whole"),
    [
        ("", False),
        (
            """\
history:
  - {version: 2, date: 2026-11-20, by: staff, what: More.}
  - {version: 1, date: 2026-11-19, by: staff, what: All.}
""",
            True,
        ),
    ],
    ids=["git has not everything", "the history tells of another version"],
)
def test_where_there_may_have_been_one_before_it_is_not_known(
    earlier: Callable[..., Earlier], more: str, *, whole: bool
) -> None:
    assert earlier(more=more, whole=whole).unknown == "beyond"


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfeversion\nversion: 1\n", b"version: 1\n{", written("1", "[]").encode(), b"version: 1\nsays: nothing\n"],
    ids=["no text", "no YAML", "a part of it", "no document"],
)
def test_a_text_that_cannot_be_read_whole_is_told_as_such(earlier: Callable[..., Earlier], content: bytes) -> None:
    found = earlier(Replaced(NAME, content, FRIDAY))
    assert (found.document, found.version, found.unknown) == (None, "1", "unreadable")


def test_a_document_without_a_version_is_compared_with_nothing(handbook_of: HandbookOf) -> None:
    text = written("2").replace("version: 2\n", "")
    found = source.earlier(handbook_of({NAME: text}), Past((replaced(written("1")),), whole=True))
    assert found["conduct"].unknown == "unversioned"
