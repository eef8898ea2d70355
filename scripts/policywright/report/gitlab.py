"""Diagnostics as GitLab's code quality report, which shows them on the lines of a merge request."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from json import dumps

from policywright.diagnostics import Diagnostic, Severity
from policywright.report.findings import Findings

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def gitlab(findings: Findings) -> str:
    """Return a list with one entry for each diagnostic."""
    entries = [
        _entry(diagnostic, fingerprint)
        for diagnostic, fingerprint in zip(findings.diagnostics, _fingerprints(findings), strict=True)
    ]
    return dumps(entries, ensure_ascii=False)


def _entry(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    location = diagnostic.location
    return {
        "description": f"{diagnostic.message} {diagnostic.help}".strip(),
        "check_name": diagnostic.name,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[diagnostic.severity],
        "location": {
            "path": location.file,
            "lines": {"begin": location.line, "end": location.end_line or location.line},
        },
    }


def _fingerprints(findings: Findings) -> Iterator[str]:
    """Yield what GitLab knows each problem by: the same where it only moved to another line, and no two alike."""
    seen: dict[tuple[str, ...], int] = {}
    for diagnostic in findings.diagnostics:
        known = (diagnostic.location.file, diagnostic.name, diagnostic.message)
        seen[known] = seen.get(known, 0) + 1
        yield sha256("\0".join((*known, str(seen[known]))).encode()).hexdigest()
