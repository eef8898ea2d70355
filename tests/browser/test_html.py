"""What the Nu HTML checker says of every page of the complete handbook, and of the style sheets."""

import json
import subprocess
from pathlib import Path

JAR = Path(__file__).parent.parent.parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

NOT_FAULTS = {
    # WebKit tells no list where no marker is shown, unless its role says so.
    "The “list” role is unnecessary for element “ul”.",
    "The “list” role is unnecessary for element “ol”.",
    # The checker's knowledge of CSS ends before these.
    "CSS: “field-sizing”: Property “field-sizing” doesn't exist.",
    "CSS: “container-type”: Property “container-type” doesn't exist.",
    "CSS: “mask”: Too many values or values are not recognized.",
    "CSS: Unrecognized at-rule “@container”",
}

# The checker knows no policy that allows pictures within a page; test_letters.py holds that a browser shows them.
REFUSED_PICTURE = "Resource violates Content Security Policy (meta tag): image “data:image/png;base64,"


def faults(addresses: list[str]) -> list[str]:
    """Return what the checker says against the pages and style sheets at some addresses, warnings too."""
    # Pages are judged as they are served, since a content security policy means nothing in a file.
    command: list[str | Path] = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", JAR]
    options = ["--also-check-css", "--format", "json", "--stdout", "--exit-zero-always"]
    judged = subprocess.run([*command, *options, *addresses], capture_output=True, check=True)
    return [
        f"{found.get('url')}:{found.get('lastLine')}: {found['message']}"
        for found in json.loads(judged.stdout)["messages"]
        if found["message"] not in NOT_FAULTS and not found["message"].startswith(REFUSED_PICTURE)
    ]


def test_no_page_and_no_style_sheet_has_a_fault(site: Path, address: str) -> None:
    found = [path.relative_to(site) for ending in ("html", "css") for path in sorted(site.rglob(f"*.{ending}"))]
    assert len(found) > 100
    assert faults([f"{address}{path.as_posix()}" for path in found]) == []


def test_the_checker_sees_faults_and_warnings(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A page</title><p id="a b"></p><section></section>')
    error, warning = faults([str(page)])
    assert error.endswith("An ID must not contain whitespace.")
    assert "Section lacks heading." in warning
