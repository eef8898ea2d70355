"""The words that every kind of file shares: identifiers, prose, duties, and fields that refer to something."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError

Duty = Literal["must", "must-not", "should", "should-not", "may"]
"""How binding a provision is; a statement has none."""

Status = Literal["draft", "model", "in-force", "withdrawn"]
"""Where a document stands in its life; `model` is for others to adopt."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A permanent name: small letters, digits and single hyphens. It makes the anchor and never changes."""


@dataclass(frozen=True, slots=True)
class ProseMark:
    """Marks a field as prose: inline Markdown that may hold references, variables and footnote marks.

    `block` prose may have several paragraphs; other prose is a single line, such as a title.
    """

    block: bool


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field as a typed reference and says which kinds of target it may name.

    A target is written as in prose, without the brackets: `document`, `document#clause`, `#clause`; for a register's
    entry its identifier alone, the register being known from the field.
    """

    kinds: tuple[str, ...]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Note in the schema of the field what it may name."""
        return {**handler(core), REFERS_TO: list(self.kinds)}


REFERS_TO = "refers-to"
"""The keyword of a JSON Schema that says which kinds of target a field may name."""


@dataclass(frozen=True, slots=True)
class SingleMark:
    """Marks a list that may be written as its only entry, without brackets."""


Prose = Annotated[str, ProseMark(block=True), StringConstraints(min_length=1)]
Line = Annotated[str, ProseMark(block=False), StringConstraints(min_length=1, pattern=r"^[^\n]*$")]
Plain = Annotated[str, StringConstraints(min_length=1)]
"""Text that is shown as it stands: a label, a name, an interface's words."""

RoleRef = Annotated[str, RefersTo(("role",))]
TopicRef = Annotated[str, RefersTo(("topic",))]
LawRef = Annotated[str, RefersTo(("law",))]
PlatformRef = Annotated[str, RefersTo(("platform",))]
PartRef = Annotated[str, RefersTo(("part",))]
DocumentRef = Annotated[str, RefersTo(("document",))]
RuleRef = Annotated[str, RefersTo(("clause", "point"))]
ProvisionRef = Annotated[str, RefersTo(("provision",))]
"""A clause, point, section or annex, or a whole document: anything that can be cited."""
SourceRef = Annotated[str, RefersTo(("source-provision",))]
"""A provision of a publication that this one restates: `source#document/locator-id`."""


def _yes_or_no(value: object) -> object:
    if value in ("yes", "no"):
        return value == "yes"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("yes_or_no", "write yes or no")


DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
"""A date as year-month-day."""


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        # Python alone would read other forms too, such as 20260901.
        return datetime.date.fromisoformat(value if re.match(DATE_PATTERN, value) else "")
    except ValueError:
        raise PydanticCustomError("calendar_date", "write a date as year-month-day, such as 2026-09-01") from None


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


YesNo = Annotated[bool, BeforeValidator(_yes_or_no, json_schema_input_type=Literal["yes", "no"])]
Date = Annotated[
    datetime.date,
    BeforeValidator(_date, json_schema_input_type=Annotated[str, StringConstraints(pattern=DATE_PATTERN)]),
]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")]
"""A version as figures with full stops: 2026.1."""
OneOrMore = Annotated[
    tuple[Identifier, ...],
    SingleMark(),
    Field(min_length=1),
    BeforeValidator(_several, json_schema_input_type=Identifier | Annotated[list[Identifier], Field(min_length=1)]),
]
"""Names of which one alone needs no brackets: `threat` or `[threat, insult]`."""
