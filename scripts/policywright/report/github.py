"""Diagnostics as GitHub workflow commands, which annotate the lines of a change."""

from __future__ import annotations

from policywright.diagnostics import Diagnostic, Severity
from policywright.report.findings import Findings

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(findings: Findings) -> str:
    """Return one workflow command for each diagnostic."""
    return "\n".join(_command(diagnostic) for diagnostic in findings.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    properties: dict[str, object] = {
        "file": location.file,
        "line": location.line,
        "endLine": location.end_line or location.line,
        "title": diagnostic.name,
    }
    # GitHub ignores an annotation whose columns span several lines.
    if properties["endLine"] == location.line:
        properties |= {"col": location.column, "endColumn": location.end_column or location.column}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    words = f"{diagnostic.message}\n{diagnostic.help}".strip()
    return f"::{COMMANDS[diagnostic.severity]} {listed}::{_message(words)}"


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
