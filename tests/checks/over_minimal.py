"""What the checks find when some files are laid over the handbook that has no faults."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from policywright import linking, pipeline, source
from policywright.checks.check import Circumstances
from policywright.diagnostics import Diagnostic
from policywright.model.past import Past, Replaced
from policywright.pipeline import Examined

MINIMAL = Path(__file__).parents[1] / "handbooks" / "minimal"
TODAY = datetime.date(2026, 11, 21)
PHONES = "policies/schools/phones.yml"
NOTHING: Mapping[str, str] = MappingProxyType({})


def found(
    files: Mapping[str, str], earlier: frozenset[str] = frozenset(), before: Mapping[str, str] = NOTHING
) -> tuple[Diagnostic, ...]:
    """Return all findings of the checks, and before them those of reading; `before` are files as they stood."""
    texts = {file.relative_to(MINIMAL).as_posix(): file.read_bytes() for file in MINIMAL.glob("policies/**/*.yml")}
    texts |= {name: text.encode() for name, text in files.items()}
    handbook, faults = source.read(texts)
    past = Past(tuple(Replaced(name, text.encode(), TODAY) for name, text in before.items()), whole=True)
    circumstances = Circumstances(TODAY, earlier, past)
    known = pipeline.check(Examined(linking.link(handbook), ()), circumstances)
    own = (one for adopter in handbook.adopters for one in pipeline.adopted(known, adopter, circumstances).diagnostics)
    return (*faults, *known.diagnostics, *own)


def policy(rest: str) -> dict[str, str]:
    """Return a small policy whose first clause begins on line 8; `rest` goes on after `- id: phones-off`."""
    head = (
        "policy: phones\ntitle: Mobile telephones\npart: schools\nsections:\n"
        "  - id: lessons\n    title: In lessons\n    clauses:\n      - id: phones-off\n"
    )
    return {PHONES: head + rest}


def told(findings: tuple[Diagnostic, ...]) -> list[str]:
    """Return where each finding is, its name, its message and its help, one string each."""
    return [
        f"{one.location.line}:{one.location.column} {one.name}: {one.message} {one.help}".rstrip() for one in findings
    ]
