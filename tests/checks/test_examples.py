import pytest
from tests.checks.over_minimal import found

from policywright.checks import CHECKS
from policywright.checks.check import Check
from policywright.diagnostics import Example

_EARLIER = "earlier: "
"""What begins a line of an example that names an address of the last edition, in place of a file."""

_BEFORE = "before: "
"""What begins a line of an example that names a file as it stood in the version before."""


EXAMPLES = [(check, example) for check in CHECKS for example in check.examples()]


def _title(value: object) -> str:
    if isinstance(value, Example):
        return "refused" if value.refused else "accepted"
    return str(getattr(value, "name", value))


@pytest.mark.parametrize(("check", "example"), EXAMPLES, ids=_title)
def test_a_check_flags_the_marked_lines_of_its_examples_and_no_others(check: type[Check], example: Example) -> None:
    files = {name: text for name, text in example.files.items() if not name.startswith((_EARLIER, _BEFORE))}
    before = {name.removeprefix(_BEFORE): text for name, text in example.files.items() if name.startswith(_BEFORE)}
    earlier = frozenset(name.removeprefix(_EARLIER) for name in example.files if name.startswith(_EARLIER))
    findings = [finding for finding in found(files, earlier, before) if finding.name == check.name]
    flagged = [(finding.location.file, finding.location.line) for finding in findings]
    assert sorted(flagged) == sorted(example.flagged)


def test_a_handbook_without_faults_has_no_findings() -> None:
    assert found({}) == ()
