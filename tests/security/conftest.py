"""A handbook in all of whose texts stand payloads, and its site."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import contents
from tests.security.payloads import PAYLOADS, poisoned

from policywright import pipeline
from policywright.adapters import mkdocs
from policywright.adapters.folder import build
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined

TODAY = Circumstances(date(2026, 11, 21))
ODD_NAME = '"><img src=x onerror=canary()>'
HANDWRITTEN = "payloads"
"""The name of the page in which payloads stand as Markdown."""

OF_A_HEAD = re.compile("<(?:meta|link|base)")
"""What is refused in a page's Markdown."""


@pytest.fixture(scope="session")
def handbook(complete: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("poisoned") / "handbook"
    shutil.copytree(complete, folder)
    linked = pipeline.read(folder).linked
    for name, content in poisoned(linked, contents(complete)).items():
        (folder / name).write_bytes(content)
    (folder / "policies" / f"{ODD_NAME}.md").write_text("# An odd name\n\n[[everything]]\n", encoding="utf-8")
    harmless = [payload for payload in PAYLOADS if not OF_A_HEAD.search(payload)]
    (folder / "policies" / f"{HANDWRITTEN}.md").write_text("# Payloads\n\n" + "\n\n".join(harmless), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def examined(handbook: Path) -> Examined:
    return pipeline.examine(handbook, TODAY)


@pytest.fixture(scope="session")
def site(handbook: Path, examined: Examined, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    mkdocs.build(handbook, examined, folder)
    for adopter in examined.linked.handbook.adopters:
        build(pipeline.adopted(examined, adopter, TODAY), folder / "adopters" / adopter.adopter)
    return folder
