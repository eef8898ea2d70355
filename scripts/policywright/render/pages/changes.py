"""The pages of changes: what documents say otherwise than in their previous versions, in all and for each role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policywright.linking.gathering.changes import Edition
from policywright.linking.gathering.changes_by_role import changes_by_role
from policywright.linking.linked import Target
from policywright.render.composer import Composer
from policywright.render.page import Page

PATH = "changes.html"


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of all changes, and one for each role that anything applies to, even if nothing changed for it."""
    by_role = {one.role.anchor: one for one in changes_by_role(composer.linked, composer.changes)}
    roles = [by_role[sheet.role.anchor] for sheet in composer.sheets]
    editions = tuple(composer.changes.editions.values())
    unknown = [edition for edition in editions if edition.unknown]
    yield composer.page(
        "changes",
        PATH,
        "What changed",
        nav=("Look something up", "What changed"),
        description="What each document says otherwise than its previous version",
        changed=_by_part(composer, (edition for edition in editions if edition.before and not edition.unknown)),
        first=_by_part(composer, (edition for edition in editions if edition.is_first)),
        unknown=_by_part(composer, unknown),
        roles=sorted((one for one in roles if one.editions), key=lambda one: one.role.title.casefold()),
    )
    for one in roles:
        yield composer.page(
            "changes-for-role",
            f"changes/{one.role.anchor}.html",
            f"What changed for {one.role.title}",
            chapter=PATH,
            description=f"What changed in the rules and tasks of {one.role.title}",
            about=one.role.node,
            changed=_by_part(composer, one.editions),
            role=one.role,
            unknown=unknown,
        )


def _by_part(composer: Composer, editions: Iterable[Edition]) -> Sequence[tuple[Target, Sequence[Edition]]]:
    """Return the editions of each part of the handbook that has any, the latest first."""
    latest_first = sorted(editions, key=lambda edition: edition.date.toordinal() if edition.date else 0, reverse=True)
    parts = ((part.id, composer.linked.target_of(part)) for part in composer.handbook.settings.parts)
    found = ((part, [edition for edition in latest_first if edition.part == name]) for name, part in parts)
    return [(part, own) for part, own in found if own]
