"""The pages of the checks: what each refuses, why, and how to write it right."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.render.composer import Composer
from policywright.render.markdown import rule_to_html
from policywright.render.navigation import FOOT
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the list of all checks, and a page for each."""
    rules = sorted(composer.rules, key=lambda rule: rule.name)
    chapter = "checks/index.html"
    yield composer.page("checks", chapter, "What the checks say", nav=(FOOT, "What the checks say"), rules=rules)
    for rule in rules:
        yield composer.page(
            "checks",
            f"checks/{rule.name}.html",
            rule.name,
            chapter=chapter,
            description=rule.page().partition("\n")[0],
            rule=rule,
            html=rule_to_html(rule.page()),
        )
