"""Running the checks: all of them, then what waivers let pass, then how severe the handbook wants each to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from policywright.checks.check import Circumstances
from policywright.checks.explained import unexplained
from policywright.checks.registry import CHECKS
from policywright.checks.unused_waiver import UnusedWaiver
from policywright.checks.waivers import lets_pass, waivers
from policywright.diagnostics import Diagnostic, Related, Severity
from policywright.linking.linked import LinkedHandbook

_SCOPES = {check.name: check.told_once_in for check in CHECKS}


def run(linked: LinkedHandbook, circumstances: Circumstances) -> tuple[Diagnostic, ...]:
    """Return what all checks find, in the order of the sources.

    Findings that a waiver lets pass are left out, and so are those of checks that `severity:` in `handbook.yml`
    switches off; the others have the severity that it gives them. A cause that shows in many places is told once, and
    what merely follows from a fault of reading is not told.
    """
    circumstances = replace(circumstances, checks=tuple(check.name for check in CHECKS))
    found = tuple(diagnostic for check in CHECKS for diagnostic in check.run(linked, circumstances))
    unused = UnusedWaiver.run(linked, replace(circumstances, found=found))
    severity = linked.handbook.settings.severity
    standing = (*_not_waived(linked, found, circumstances), *unused)
    remaining = sorted(unexplained(linked, standing, CHECKS, circumstances.earlier), key=lambda one: one.order)
    told = (_weighed(diagnostic, severity) for diagnostic in _gathered(remaining))
    return tuple(diagnostic for diagnostic in told if diagnostic)


def _gathered(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the findings; of those that have one cause, the first alone, with the places of the others."""
    by_cause = defaultdict[tuple[str, str, str], list[Diagnostic]](list)
    for diagnostic in found:
        by_cause[_cause(diagnostic)].append(diagnostic)
    for first, *others in by_cause.values():
        again = [Related("Likewise here.", other.location) for other in others]
        mend = tuple(edit for each in (first, *others) for edit in each.mend)
        yield replace(first, related=(*again, *first.related), mend=mend) if others else first


def _cause(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return what findings of one cause have in common; most have nothing, since each has a cause of its own."""
    match _SCOPES[diagnostic.name]:
        case "handbook":
            place = ""
        case "file":
            place = diagnostic.location.file
        case None:
            place = str(diagnostic.location)
    return diagnostic.name, diagnostic.message, place


def _weighed(diagnostic: Diagnostic, severity: Mapping[str, str]) -> Diagnostic | None:
    """Return a diagnostic with the severity that the handbook gives its check, or None if that is switched off."""
    wanted = severity.get(diagnostic.name)
    if wanted == "off":
        return None
    return replace(diagnostic, severity=Severity(wanted)) if wanted else diagnostic


def _not_waived(
    linked: LinkedHandbook, found: tuple[Diagnostic, ...], circumstances: Circumstances
) -> list[Diagnostic]:
    valid = [placed for placed in waivers(linked.handbook) if placed.waiver.until >= circumstances.today]
    return [diagnostic for diagnostic in found if not any(lets_pass(placed, diagnostic) for placed in valid)]
