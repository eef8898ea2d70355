"""Tries the accessibility of every kind of page anew, and notes for the statement what was tried, when and with what.

    make tested

Nothing is noted unless every test is passed.
"""

import datetime
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import click
from tests.browser.test_accessibility import PAGES
from tests.chromium import started

ROOT = Path(__file__).parents[2]
NOTE = ROOT / "templates" / "site" / "tested.json"
TRIED = ("accessibility", "keyboard", "zoom", "html")


@click.command(help=__doc__)
def main() -> None:
    """Try, and note."""
    passed = _passed([f"tests/browser/test_{name}.py" for name in TRIED])
    note = {
        "on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "tools": {"Chromium": _chromium(), **{name: installed(package) for name, package in PACKAGES.items()}},
        "kinds": len(PAGES),
        "states": passed["axe"],
        "keyboard": passed["keyboard"],
        "sight": passed["zoom"],
    }
    NOTE.write_text(f"{json.dumps(note, indent=2)}\n", encoding="utf-8")
    click.echo(NOTE.read_text(encoding="utf-8"))


PACKAGES = {"axe-core": "axe-core", "Nu Html Checker": "vnu-jar"}


def installed(package: str) -> str:
    """Return the version of a package that npm brought."""
    about = ROOT / "node_modules" / package / "package.json"
    return str(json.loads(about.read_text(encoding="utf-8"))["version"])


def _passed(files: list[str]) -> Counter[str]:
    """Run tests, and return how many there were in each file and, as `axe`, how many of them asked axe."""
    with tempfile.TemporaryDirectory() as scratch:
        told = Path(scratch) / "told.xml"
        command = [sys.executable, "-m", "pytest", "-n", "auto", "-q", f"--junitxml={told}", *files]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise click.ClickException("Not every test was passed, so nothing was noted.")
        cases = list(ElementTree.parse(told).iter("testcase"))  # noqa: S314  pytest has just written it
    by_file = Counter(case.attrib["classname"].rpartition("test_")[2] for case in cases)
    return by_file + Counter(axe=sum("axe" in case.attrib["name"] for case in cases))


def _chromium() -> str:
    with started() as browser:
        return browser.version


if __name__ == "__main__":
    main()
