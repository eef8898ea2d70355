"""The page for those who write programs: where the handbook stands as data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from policywright.model.policy import Clause
from policywright.render.api.contents import Contents
from policywright.render.api.naming import FORMAT
from policywright.render.api.paths import document_path
from policywright.render.composer import Composer
from policywright.render.navigation import FOOT
from policywright.render.page import Page

_SHOWN = ("address", "page", "number", "duty", "actors", "text", "refers_to")
"""What the example tells of a clause, being what most programs want."""


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page, with a clause of this handbook as the example."""
    words = "For other programs"
    yield composer.page(
        "programs", "programs.html", words, nav=(FOOT, words), format=FORMAT, example=_example(composer)
    )


def _example(composer: Composer) -> str:
    """Return a clause as data, one with a duty if there is any; nothing where the handbook has no clause."""
    clauses = [target for target in composer.linked.targets.values() if isinstance(target.node, Clause)]
    for target in sorted(clauses, key=lambda one: one.duty is None)[:1]:
        path = document_path(target.address.partition("#")[0])
        data = Contents(composer.linked, composer.plain_text).of(target.node, path)
        return json.dumps({key: data[key] for key in _SHOWN if key in data}, ensure_ascii=False, indent=2)
    return ""
