"""Changed registers: what the registers, the sources and the settings of a handbook say otherwise than before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from policywright.linking.gathering.changes import Altered, Change
from policywright.linking.gathering.told import Told
from policywright.linking.gathering.versions import Pair, told_otherwise
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.plain_text import plain_text
from policywright.linking.targets import find_targets
from policywright.model.handbook import Handbook

_REGISTER = re.compile("[^:#]+")
"""What an address begins with: `role` of `role:staff`, and the name of a source."""


def changed_registers(before: Handbook, after: LinkedHandbook) -> Iterator[Change]:
    """Yield what came, went or changed in parts, registers and sources, one register after the other."""
    old, new = find_targets(before).by_address, after.targets
    then, now = _by_register(old), _by_register(new)
    told = Told(plain_text(after.handbook), {id(target.node) for target in (*old.values(), *new.values())})
    return chain.from_iterable(Pair(now[name], then[name]).changes(told) for name in dict.fromkeys((*now, *then)))


def changed_settings(before: Handbook, after: LinkedHandbook) -> tuple[Altered, ...]:
    """Return what the settings say otherwise; the parts of the handbook are told as a register."""
    parts = {id(part) for handbook in (before, after.handbook) for part in handbook.settings.parts}
    told = Told(plain_text(after.handbook), parts)
    return tuple(told_otherwise(told.of(before.settings), told.of(after.handbook.settings)))


def _by_register(targets: Mapping[str, Target]) -> Mapping[str, Mapping[str, Target]]:
    found = defaultdict[str, dict[str, Target]](dict)
    for address, target in targets.items():
        if target.document is None and (name := _REGISTER.match(address)):
            found[name[0]][target.anchor] = target
    return found
