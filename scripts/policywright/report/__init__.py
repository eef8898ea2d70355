"""Reports: diagnostics as text for people, and as JSON, GitHub annotations and SARIF for programs; and what changed."""

from policywright.report.changes import changes
from policywright.report.findings import Findings
from policywright.report.formats import FORMATS

__all__ = ["FORMATS", "Findings", "changes"]
