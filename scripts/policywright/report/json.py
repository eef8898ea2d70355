"""Diagnostics for other programs, as JSON."""

from __future__ import annotations

from json import dumps

from policywright.diagnostics import Diagnostic, Location
from policywright.report.findings import Findings


def json(findings: Findings) -> str:
    """Return an object with the list of `diagnostics` and the count of each severity."""
    told = [_diagnostic(diagnostic) for diagnostic in findings.diagnostics]
    return dumps({"diagnostics": told, "summary": findings.summary()}, indent=2, ensure_ascii=False)


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "name": diagnostic.name,
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "location": _location(diagnostic.location),
        "related": [
            {"message": related.message, "location": _location(related.location)} for related in diagnostic.related
        ],
        "mend": [{"location": _location(edit.location), "words": edit.words} for edit in diagnostic.mend],
    }


def _location(location: Location) -> dict[str, object]:
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "end-line": location.end_line or location.line,
        "end-column": location.end_column or location.column,
    }
