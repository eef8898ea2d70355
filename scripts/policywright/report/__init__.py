"""Reports: diagnostics for people and for programs, what changed, and patches."""

from policywright.report.changes import changes
from policywright.report.changes_json import changes_json
from policywright.report.changes_markdown import changes_markdown
from policywright.report.columns import columns
from policywright.report.findings import Findings
from policywright.report.formats import FORMATS
from policywright.report.patch import patch

__all__ = ["FORMATS", "Findings", "changes", "changes_json", "changes_markdown", "columns", "patch"]
