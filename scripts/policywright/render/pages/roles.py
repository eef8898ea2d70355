"""The page of the register of roles."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.registers import Role
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all roles."""
    entries = sorted(
        composer.handbook.entries(Role), key=lambda entry: composer.linked.target_of(entry).title.casefold()
    )
    yield composer.page(
        "roles",
        "roles.html",
        "Roles",
        nav=("Look something up", "Roles"),
        entries=entries,
        parts_of={sheet.role.anchor: sorted(sheet.parts) for sheet in composer.sheets},
    )
