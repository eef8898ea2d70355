"""The past: what git knows of the versions that documents had before."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from policywright.model.document import Document

WhyUnknown = Literal["unversioned", "unreadable", "beyond"]
"""Why nobody can tell what changed in a document: it has no version, the text of the one before cannot be read, or
git's history does not reach back to it."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A file as it stood until its line `version:` was changed, moved or written for the first time.

    `name` is relative to the handbook's folder. `content` is empty where the file was not there before. `date` is the
    day on which another text took its place; None where that is not committed yet. `commit` is the last one in which it
    stood so; empty where nobody knows of any.
    """

    name: str
    content: bytes
    date: datetime.date | None
    commit: str = ""


NO_COMMITS: Mapping[str, str] = MappingProxyType({})
"""The commit that last changed each file, where nobody knows of any."""


@dataclass(frozen=True, slots=True)
class Past:
    """What git knows: every file that was replaced, newest first.

    `whole` says that this is all that ever was; otherwise there is no git here, or less than the whole history.
    `commits` name the commit that last changed each file, and the folder `policies`, as far as nothing was changed
    since.
    """

    replaced: tuple[Replaced, ...] = ()
    whole: bool = False
    commits: Mapping[str, str] = field(default_factory=dict)


NO_PAST = Past()
"""Where nobody looked into git."""


@dataclass(frozen=True, eq=False)
class Earlier:
    """What is known of the version that a document had before the present one.

    `document` is its last text, which bears `version`. Where there is none, either the present version is the first,
    or `unknown` says why nobody knows. `commit` is the last one that holds it. `date` is the day on which the present
    version came, if git knows it. `older` are the versions before that one whose text can be read, newest first.
    """

    document: Document | None = None
    version: str = ""
    date: datetime.date | None = None
    unknown: WhyUnknown | None = None
    commit: str = ""
    older: tuple[Earlier, ...] = ()
