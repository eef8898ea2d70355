"""The accessibility statement: what the publisher says, and what Policywright itself has tested."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from policywright.render.composer import Composer
from policywright.render.navigation import FOOT
from policywright.render.page import Page


@dataclass(frozen=True)
class Tested:
    """What the last recorded test of all kinds of pages covered, and with what; every one of its tests was passed.

    `tools` has the version of each tool by its name; `kinds` counts the kinds of pages, `states` those that axe looked
    at in their widths and colours, `keyboard` what was done with the keyboard alone, `sight` what was enlarged,
    recoloured and spaced.
    """

    on: date
    tools: Mapping[str, str]
    kinds: int
    states: int
    keyboard: int
    sight: int


def tested() -> Tested:
    """Return what was tested, as `make tested` noted it in the package."""
    noted = json.loads((files("policywright.templates") / "site" / "tested.json").read_text(encoding="utf-8"))
    return Tested(**noted | {"on": date.fromisoformat(noted["on"])})


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the statement."""
    title = "Accessibility statement"
    settings = composer.handbook.settings
    yield composer.page(
        "accessibility",
        "accessibility.html",
        title,
        nav=(FOOT, title),
        description=f"How accessible {settings.title} is, how it was tested, and whom to tell of a barrier.",
        about=settings.accessibility,
        statement=settings.accessibility,
        tested=tested(),
    )
