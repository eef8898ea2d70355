"""The authors' guide: every example in it is a handbook without a problem."""

import datetime
import re
from pathlib import Path

import pytest

from policywright import checks, linking, source
from policywright.checks.check import Circumstances
from policywright.model.form import FIELD_TYPES
from policywright.model.handbook import Settings

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "templates" / "guide"
MINIMAL = ROOT / "tests" / "handbooks" / "minimal"
PAGES = sorted(path for path in GUIDE.glob("*.md") if "```yaml" in path.read_text(encoding="utf-8"))


def examples(page: Path) -> dict[str, bytes]:
    """The files that a page of the guide shows, by the name in their first line."""
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    return {name: content.encode() for name, content in blocks}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_are_without_a_problem(page: Path) -> None:
    base = {path.relative_to(MINIMAL).as_posix(): path.read_bytes() for path in MINIMAL.rglob("policies/**/*.yml")}
    handbook, faults = source.read(base | examples(page))
    found = checks.run(linking.link(handbook), Circumstances(datetime.date(2026, 11, 21)))

    shown = [diagnostic for diagnostic in (*faults, *found) if diagnostic.location.file in examples(page)]
    assert shown == []


def test_every_setting_is_documented() -> None:
    page = (GUIDE / "settings.md").read_text(encoding="utf-8")

    assert [name for name in Settings.model_fields if f"`{name}`" not in page] == []


def test_every_type_of_field_is_documented() -> None:
    page = (GUIDE / "forms.md").read_text(encoding="utf-8")
    types = [kind.model_fields["type"].annotation.__args__[0] for kind in FIELD_TYPES]  # type: ignore[union-attr]

    assert [name for name in types if f"| `{name}` |" not in page] == []
