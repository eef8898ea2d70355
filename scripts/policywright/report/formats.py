"""The formats in which a report can be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from policywright.report.findings import Findings
from policywright.report.github import github
from policywright.report.gitlab import gitlab
from policywright.report.json import json
from policywright.report.sarif import sarif
from policywright.report.text import text

FORMATS: Mapping[str, Callable[[Findings], str]] = MappingProxyType(
    {"text": text, "json": json, "github": github, "gitlab": gitlab, "sarif": sarif}
)
"""Each format by the name that the command line gives it."""
