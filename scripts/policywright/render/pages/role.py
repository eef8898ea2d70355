"""The sheet of each role: everything that applies to it, to read on screen or on a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.render import print_names
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each role that anything applies to."""
    for sheet in composer.sheets:
        yield composer.page(
            "role",
            f"roles/{sheet.role.anchor}.html",
            f"What applies to {sheet.role.title}",
            chapter="roles.html",
            description=f"Everything that {sheet.role.title} must, should and may do",
            about=sheet.role.node,
            sheet=sheet,
            printed=print_names.of_role(sheet.role.anchor),
        )
