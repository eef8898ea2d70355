"""What every report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from policywright.diagnostics import Diagnostic, Rule, Severity
from policywright.model.node import SourceText


@dataclass(frozen=True)
class Findings:
    """Sorted diagnostics, with the text of the files that they point into and the rules that they may come from."""

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, SourceText]
    rules: tuple[type[Rule], ...] = ()

    def summary(self) -> str:
        """Count the diagnostics by severity, in a sentence."""
        counts = Counter(diagnostic.severity for diagnostic in self.diagnostics)
        if not counts:
            return "No problems found."
        told = [_counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
        files = len({diagnostic.location.file for diagnostic in self.diagnostics})
        return f"Found {' and '.join(told)} in {_counted(files, 'file')}."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
