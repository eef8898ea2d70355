import importlib
import pkgutil

import pytest
from tests.checks.over_minimal import found, policy

from policywright import checks
from policywright.checks import CHECKS
from policywright.checks.check import Check
from policywright.diagnostics import Severity

ASAP = "        duty: must\n        actors: [staff]\n        text: Staff must answer as soon as possible.\n"
SEVERITY = """\
handbook: minimal
title: The smallest handbook
publisher: Example Council
parts:
  - id: schools
    title: Schools
variables:
  - id: school-name
    about: The name of the school
    default: the school
severity:
  {line}
"""


def _waiver(check: str, until: str) -> str:
    because = "            because: It will be settled.\n"
    return f"        accept:\n          - check: {check}\n{because}            until: {until}\n"


def test_the_registry_lists_every_check_of_the_folder_in_the_order_of_the_alphabet() -> None:
    names = [module.name for module in pkgutil.iter_modules(checks.__path__)]
    modules = [importlib.import_module(f"policywright.checks.{name}") for name in names]
    in_folder = {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Check) and thing is not Check
    }
    assert set(CHECKS) == in_folder
    assert [check.name for check in CHECKS] == sorted(check.name for check in CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_has_a_file_of_its_name(check: type[Check]) -> None:
    assert check.__module__ == f"policywright.checks.{check.name.replace('-', '_')}"


def test_no_two_checks_share_a_name_or_a_code() -> None:
    assert len({check.name for check in CHECKS}) == len({check.code for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("until", ["2026-11-21", "2027-01-01"])
def test_a_waiver_lets_the_findings_of_its_check_pass_up_to_its_last_day(until: str) -> None:
    assert found(policy(ASAP + _waiver("vague-deadline", until))) == ()


def test_a_waiver_lets_nothing_pass_after_its_last_day() -> None:
    findings = found(policy(ASAP + _waiver("vague-deadline", "2026-11-20")))
    assert [finding.name for finding in findings] == ["vague-deadline", "expired-waiver"]


def test_a_waiver_lets_nothing_pass_in_another_clause() -> None:
    other = "      - id: calls\n" + ASAP
    findings = found(policy(ASAP + _waiver("vague-deadline", "2027-01-01") + other))
    assert [(finding.name, finding.location.line) for finding in findings] == [("vague-deadline", 19)]


def test_a_waiver_lets_only_the_findings_of_its_own_check_pass() -> None:
    findings = found(policy(ASAP + _waiver("named-person", "2027-01-01")))
    assert [finding.name for finding in findings] == ["vague-deadline", "unused-waiver"]


def test_a_waiver_of_a_document_lets_findings_pass_anywhere_in_it() -> None:
    files = {
        name: text + _waiver("vague-deadline", "2027-01-01").replace("        ", "")
        for name, text in policy(ASAP).items()
    }
    assert found(files) == ()


def test_a_misspelt_waiver_is_one_finding_however_old() -> None:
    text = "        text: Staff are told in writing.\n"
    findings = found(policy(text + _waiver("vague-dedline", "2020-01-01")))
    assert [finding.name for finding in findings] == ["unknown-check"]
    assert findings[0].help == "Write vague-deadline."


def test_the_settings_switch_a_check_off() -> None:
    files = policy(ASAP) | {"policies/handbook.yml": SEVERITY.format(line="vague-deadline: off")}
    assert found(files) == ()


def test_the_settings_say_how_severe_a_check_is() -> None:
    files = policy(ASAP) | {"policies/handbook.yml": SEVERITY.format(line="vague-deadline: error")}
    assert [finding.severity for finding in found(files)] == [Severity.ERROR]


def test_a_misspelt_name_in_the_settings_is_found_where_it_is_written() -> None:
    findings = found({"policies/handbook.yml": SEVERITY.format(line="vague-dedline: off")})
    assert [(finding.name, str(finding.location)) for finding in findings] == [
        ("unknown-check", "policies/handbook.yml:12:3")
    ]


def test_findings_come_in_the_order_of_the_files() -> None:
    findings = found(policy(ASAP + "      - id: calls\n        text: Staff ring [[#x1]], then [[#y2]].\n"))
    assert list(findings) == sorted(findings, key=lambda finding: finding.order)
    assert len(findings) == 3


def test_what_stands_in_a_file_that_cannot_be_read_is_not_told_as_missing() -> None:
    broken = policy("        text: 'Staff ring.\n")
    reader = (
        "policy: reader\ntitle: Reader\npart: schools\nsummary: See [[phones]].\n"
        "sections:\n  - {id: a, title: B, introduction: C}\n"
    )
    findings = found(broken | {"policies/schools/reader.yml": reader})
    assert {finding.location.file for finding in findings} == {"policies/schools/phones.yml"}


def test_conditions_on_one_missing_field_are_one_finding_in_each_form() -> None:
    show = "        show-if: {field: child, is: yes}\n"
    fields = "".join(
        f"      - id: {name}\n        label: Your {name}\n        type: text\n{show}" for name in ("hat", "bag")
    )
    form = "form: {0}\ntitle: The {0}\npart: schools\nsections:\n  - title: About you\n    fields:\n" + fields
    files = {f"policies/schools/forms/{name}.yml": form.replace("{0}", name) for name in ("cloakroom", "wardrobe")}
    findings = [finding for finding in found(files) if finding.name == "unknown-field"]
    assert [(finding.location.line, finding.related[0].location.line) for finding in findings] == [(10, 14), (10, 14)]
