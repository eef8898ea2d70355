"""Diagnostics as SARIF 2.1.0, the format of code-scanning services."""

from __future__ import annotations

from json import dumps
from urllib.parse import quote

from policywright import __version__
from policywright.diagnostics import Diagnostic, Location, Rule
from policywright.report.findings import Findings

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(findings: Findings) -> str:
    """Return a SARIF log with one run; its rules are those that found something."""
    found = {diagnostic.name for diagnostic in findings.diagnostics}
    rules = [rule for rule in findings.rules if rule.name in found]
    driver = {
        "name": "Policywright",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    results = [_result(diagnostic) for diagnostic in findings.diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _rule(rule: type[Rule]) -> dict[str, object]:
    page = rule.page()
    return {
        "id": rule.name,
        "shortDescription": {"text": page.partition("\n")[0]},
        "fullDescription": {"text": page},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(diagnostic: Diagnostic) -> dict[str, object]:
    fixes = {"fixes": [_fix(diagnostic)]} if diagnostic.mend else {}
    return {
        **fixes,
        "ruleId": diagnostic.name,
        "level": diagnostic.severity.value,
        "message": {"text": f"{diagnostic.message} {diagnostic.help}".strip()},
        "locations": [{"physicalLocation": _place(diagnostic.location)}],
        "relatedLocations": [
            {"message": {"text": related.message}, "physicalLocation": _place(related.location)}
            for related in diagnostic.related
        ],
    }


def _fix(diagnostic: Diagnostic) -> dict[str, object]:
    """Return the edits that put it right, file by file."""
    by_file: dict[str, list[dict[str, object]]] = {}
    for edit in diagnostic.mend:
        replacement = {"deletedRegion": _region(edit.location), "insertedContent": {"text": edit.words}}
        by_file.setdefault(edit.location.file, []).append(replacement)
    changes = [
        {"artifactLocation": {"uri": quote(file)}, "replacements": replacements}
        for file, replacements in by_file.items()
    ]
    return {"description": {"text": diagnostic.help}, "artifactChanges": changes}


def _place(location: Location) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": quote(location.file)},
        "region": _region(location),
    }


def _region(location: Location) -> dict[str, object]:
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line or location.line,
        "endColumn": location.end_column or location.column,
    }
