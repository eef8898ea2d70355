"""What changed in a handbook, for other programs, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from json import dumps

from policywright.linking.gathering.between import HandbookChanges
from policywright.linking.gathering.changed_paths import ChangedPaths, ToldPath
from policywright.linking.gathering.changes import Altered, Change, Edition
from policywright.linking.gathering.word_difference import word_difference
from policywright.linking.linked import Target


def changes_json(found: HandbookChanges) -> str:
    """Return an object with the documents that were `added`, `removed` and altered, and the rest of the handbook.

    Each change has its grade: duty, figure (a number, an age or a period), actors, scope, or wording.
    """
    told = {
        "added": [_named(target) for target in found.added],
        "removed": [_named(target) for target in found.removed],
        "documents": [_edition(edition) for edition in found.editions],
        "registers": [_change(change) for change in found.registers],
        "settings": _altered(found.settings),
    }
    return dumps(told, indent=2, ensure_ascii=False)


def _named(target: Target) -> dict[str, object]:
    return {"address": target.address, "kind": target.kind, "number": target.number, "title": target.title}


def _edition(edition: Edition) -> dict[str, object]:
    return {
        **_named(edition.document),
        "version": edition.version,
        "before": edition.before,
        "grade": edition.grade,
        "changes": [_change(change) for change in edition.changes],
        "paths": _paths(edition.paths),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        **_named(change.target),
        "change": change.kind,
        "grade": change.grade,
        "heir": change.heir.address if change.heir else None,
        "altered": _altered(change.altered),
    }


def _altered(altered: Iterable[Altered]) -> list[dict[str, object]]:
    return [
        {
            "respect": one.respect,
            "label": one.label,
            "before": one.before,
            "after": one.after,
            "words": [{piece.kind: piece.words} for piece in word_difference(one.before, one.after)],
        }
        for one in altered
    ]


def _paths(paths: ChangedPaths) -> dict[str, object]:
    return {
        "untold": paths.untold,
        "changes": [
            {
                "change": change.kind,
                "before": [_path(told) for told in change.before],
                "after": [_path(told) for told in change.after],
            }
            for change in paths.changes
        ],
    }


def _path(told: ToldPath) -> dict[str, object]:
    return {"steps": list(map(asdict, told.steps)), "outcome": told.outcome, "title": told.title}
