import pytest

from policywright.checks import CHECKS
from policywright.checks.check import Check


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_page_says_what_is_refused_and_why_and_shows_both(check: type[Check]) -> None:
    first, blank, *rest = check.page().splitlines()
    assert first.endswith(".")
    assert not blank
    assert rest[0].startswith("Why it matters: ") or any(line.startswith("Why it matters: ") for line in rest)
    examples = check.examples()
    assert any(example.refused and example.flagged for example in examples)
    assert any(not example.refused for example in examples)
    assert all(example.files for example in examples)
    assert not any(example.flagged for example in examples if not example.refused)
