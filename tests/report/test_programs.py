"""What other programs read: JSON, GitHub's annotations, GitLab's code quality report and SARIF."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from policywright.checks.registry import CHECKS
from policywright.diagnostics import Diagnostic, Edit, Location, Related, Severity
from policywright.report import FORMATS, Findings

SARIF_SCHEMA = Path(__file__).parents[2] / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
RULE = CHECKS[0]
WORDS = "50% of it: wrong,\nreally"


@pytest.fixture
def findings() -> Findings:
    related = Related("first here", Location("policies/ŵ b.yml", 1, 1))
    one_line = Location("policies/a.yml", 3, 5, 3, 9)
    mend = Edit(one_line, "right")
    lines = Location("policies/ŵ b.yml", 4, 1, 6, 2)
    return Findings(
        (
            Diagnostic(RULE.name, RULE.code, Severity.ERROR, WORDS, one_line, "Mend.", (related,), (mend,)),
            Diagnostic(RULE.name, RULE.code, Severity.NOTE, "Over lines.", lines),
        ),
        {},
        CHECKS,
    )


def test_json_holds_every_field(findings: Findings) -> None:
    first = json.loads(FORMATS["json"](findings))["diagnostics"][0]

    assert first == {
        "name": RULE.name,
        "code": RULE.code,
        "severity": "error",
        "message": WORDS,
        "help": "Mend.",
        "location": {"file": "policies/a.yml", "line": 3, "column": 5, "end-line": 3, "end-column": 9},
        "related": [
            {
                "message": "first here",
                "location": {"file": "policies/ŵ b.yml", "line": 1, "column": 1, "end-line": 1, "end-column": 1},
            }
        ],
        "mend": [
            {
                "location": {"file": "policies/a.yml", "line": 3, "column": 5, "end-line": 3, "end-column": 9},
                "words": "right",
            }
        ],
    }


def test_github_annotations_are_escaped_and_stand_on_their_line(findings: Findings) -> None:
    escaped = "50%25 of it: wrong,%0Areally%0AMend."

    assert FORMATS["github"](findings).splitlines() == [
        f"::error file=policies/a.yml,line=3,endLine=3,title={RULE.name},col=5,endColumn=9::{escaped}",
        f"::notice file=policies/ŵ b.yml,line=4,endLine=6,title={RULE.name}::Over lines.",
    ]


def test_gitlab_is_told_what_its_code_quality_report_needs(findings: Findings) -> None:
    first, second = json.loads(FORMATS["gitlab"](findings))

    fingerprint = first.pop("fingerprint")
    assert first == {
        "description": f"{WORDS} Mend.",
        "check_name": RULE.name,
        "severity": "critical",
        "location": {"path": "policies/a.yml", "lines": {"begin": 3, "end": 3}},
    }
    assert second["severity"] == "info"
    assert second["location"]["lines"] == {"begin": 4, "end": 6}
    assert fingerprint != second["fingerprint"]


def test_gitlab_knows_a_problem_again_that_only_moved_and_tells_equal_ones_apart(findings: Findings) -> None:
    first = findings.diagnostics[0]
    moved = replace(first, location=replace(first.location, line=8, end_line=8))

    def fingerprints(*diagnostics: Diagnostic) -> list[str]:
        return [one["fingerprint"] for one in json.loads(FORMATS["gitlab"](Findings(diagnostics, {}, CHECKS)))]

    assert fingerprints(moved) == fingerprints(first)
    assert len(set(fingerprints(first, moved))) == 2


def test_sarif_keeps_to_its_schema(findings: Findings) -> None:
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    log = json.loads(FORMATS["sarif"](findings))

    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    result = log["runs"][0]["results"][0]
    assert result["ruleId"] == log["runs"][0]["tool"]["driver"]["rules"][0]["id"] == RULE.name
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 5,
        "endLine": 3,
        "endColumn": 9,
    }


def test_sarif_offers_what_mends_a_problem(findings: Findings) -> None:
    first, second = json.loads(FORMATS["sarif"](findings))["runs"][0]["results"]
    (fix,) = first["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "policies/a.yml"}
    assert change["replacements"][0]["insertedContent"] == {"text": "right"}
    assert change["replacements"][0]["deletedRegion"] == first["locations"][0]["physicalLocation"]["region"]
    assert "fixes" not in second


def test_a_file_s_name_is_a_valid_address_in_sarif(findings: Findings) -> None:
    log = json.loads(FORMATS["sarif"](findings))

    uri = log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "policies/%C5%B5%20b.yml"
