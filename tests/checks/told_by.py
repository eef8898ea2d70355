"""What one check finds when some files are laid over the handbook that has no faults."""

from collections.abc import Mapping

from tests.checks.over_minimal import found

PHONES = "policies/schools/phones.yml"


def told_by(check: str, files: Mapping[str, str]) -> list[str]:
    """Return where each finding of a check is, its message and its help, one string each."""
    findings = (one for one in found(files) if one.name == check)
    return [f"{one.location.line}:{one.location.column} {one.message} {one.help}".rstrip() for one in findings]


def words_flagged(check: str, files: Mapping[str, str]) -> list[str]:
    """Return the characters that each finding of a check points at."""
    return [
        _characters(files[one.location.file], one.location.line, one.location.column, one.location.end_column)
        for one in found(files)
        if one.name == check
    ]


def clauses(*written: str) -> dict[str, str]:
    """Return a policy for staff whose clauses are c0, c1, …; each is given by its lines below the identifier."""
    body = "".join(f"      - id: c{number}\n{_indented(lines)}" for number, lines in enumerate(written))
    head = "policy: phones\ntitle: Mobile telephones\npart: schools\nowner: headteacher\napplies-to: [staff]\n"
    return {PHONES: f"{head}sections:\n  - id: lessons\n    title: In lessons\n    clauses:\n{body}"}


def _indented(lines: str) -> str:
    return "".join(f"        {line}\n" for line in lines.splitlines())


def _characters(text: str, line: int, first: int, last: int) -> str:
    return text.splitlines()[line - 1][first - 1 : last - 1]
