"""Hand-written pages are checked like any prose."""

import datetime

import pytest

from policywright import checks, linking, source
from policywright.checks.check import Circumstances

TODAY = datetime.date(2026, 11, 21)


def found(minimal_files: dict[str, bytes], page: str) -> list[str]:
    handbook, _ = source.read(minimal_files | {"policies/page.md": page.encode()})
    return [f"{one.location} {one.name}" for one in checks.run(linking.link(handbook), Circumstances(TODAY))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("| a | b |\n|---|---|\n| [[no-such]] | c |", "policies/page.md:3:3 dangling-reference"),
        ("# Title\n\nAt {{no-such}}.", "policies/page.md:3:4 unknown-variable"),
        ('"Ask Mrs Example"', "policies/page.md:1:6 named-person"),
    ],
)
def test_a_fault_is_told_where_it_stands(minimal_files: dict[str, bytes], page: str, expected: str) -> None:
    assert found(minimal_files, page) == [expected]


def test_what_stands_in_code_is_no_reference(minimal_files: dict[str, bytes]) -> None:
    assert found(minimal_files, "```\n[[no-such]]\n```\n\nWrite `[[target]]`.") == []
