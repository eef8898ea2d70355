"""What a check is, and what it may know besides the handbook."""

from __future__ import annotations

import datetime
from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from policywright.diagnostics import Diagnostic, Rule
from policywright.linking.gathering.changes import NOTHING_KNOWN, Changes
from policywright.linking.linked import LinkedHandbook
from policywright.model.past import NO_PAST, Past


@dataclass(frozen=True)
class Circumstances:
    """What may be known besides the handbook, so that no stage touches a clock or git itself.

    `earlier` holds the addresses of the last edition in git (`document#clause`), or None where there is no git. `past`
    are the texts that the present versions replaced, and `changes` what is otherwise since, which `run` is given.
    `checks` are the names of all checks, and `found` what they found, before waivers; `run` gives both, and `found`
    is None until every check has had its turn.
    """

    today: datetime.date
    earlier: frozenset[str] | None = None
    past: Past = NO_PAST
    changes: Changes = NOTHING_KNOWN
    checks: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] | None = None


class Check(Rule):
    """A rule that looks for its findings in a linked handbook. Each check is one file."""

    told_once_in: ClassVar[Literal["handbook", "file"] | None] = None
    """Where findings with one message have one cause; the first is told, with the places of the others."""

    misses: ClassVar[tuple[str, ...]] = ()
    """The keys whose absence it tells of; where one of them is written and could not be read, it is not heard."""

    seeks: ClassVar[Literal["handbook", "file"] | None] = None
    """Where the names at which it points may stand: they lead nowhere, or are used nowhere.

    In what could not be read they may stand all the same, and then it is not heard.
    """

    @classmethod
    @abstractmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield what the check finds."""
