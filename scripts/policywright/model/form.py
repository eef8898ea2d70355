"""Forms: sections of fields that a reader fills in, on screen or on paper."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field as Setting

from policywright.model.document import Document, Waiver
from policywright.model.node import Node
from policywright.model.vocabulary import (
    Identifier,
    Line,
    Plain,
    Prose,
    ProvisionRef,
    RoleRef,
    SourceRef,
    YesNo,
)


class FieldCondition(Node):
    """Shows something only when another field was given a certain answer."""

    field: Identifier
    """The field that decides."""
    is_: Plain
    """Its answer."""


class Field(Node):
    """One thing to fill in. Each type of field is a class below and a template in `templates/fields/`."""

    id: Identifier
    """Permanent name within the form."""
    label: Line
    """What is asked."""
    help: Line | None = None
    """What helps to answer it."""
    required: YesNo = True
    """Whether it must be filled in."""
    show_if: FieldCondition | None = None
    """When it is asked; left out, always."""
    filled_by: Literal["respondent", "adopter", "office"] = "respondent"
    """Who fills it in."""
    personal: YesNo = False
    """Whether the answer is personal data beyond what its type tells."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that ask for it."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""
    accept: tuple[Waiver, ...] = ()
    """Findings of checks that may pass here."""


CAPITALS_ON_A_LINE = 45
"""The letters that stand on a writing line, with room to break between words."""


class NameField(Field):
    """A person's name."""

    type: Literal["name"]
    """Says that it is of this type."""


class TextField(Field):
    """A short answer on one line."""

    type: Literal["text"]
    """Says that it is of this type."""
    longest: int = Setting(default=80, ge=1, le=200)
    """The longest answer, in characters."""

    @property
    def lines(self) -> int:
        """The writing lines on paper that the longest answer needs, even in capitals and by hand."""
        return -(-self.longest // CAPITALS_ON_A_LINE)


class LongTextField(Field):
    """An answer of several lines."""

    type: Literal["long-text"]
    """Says that it is of this type."""
    lines: int = Setting(default=4, ge=2, le=40)
    """The writing lines that it gets on paper."""


class NumberField(Field):
    """A whole number."""

    type: Literal["number"]
    """Says that it is of this type."""
    unit: Plain | None = None
    """What is counted."""


class YesNoField(Field):
    """A question whose answer is yes or no; left blank, it is unanswered unless `blank-means` says more."""

    type: Literal["yes-no"]
    """Says that it is of this type."""
    consent: YesNo = False
    """Whether a yes gives consent; then blank must mean no."""
    blank_means: Literal["no"] | None = None
    """What an empty answer counts as."""


class PickOneField(Field):
    """One of several answers."""

    type: Literal["pick-one"]
    """Says that it is of this type."""
    options: tuple[Plain, ...] = Setting(min_length=2)
    """The answers."""


class PickManyField(Field):
    """Any number of several answers."""

    type: Literal["pick-many"]
    """Says that it is of this type."""
    options: tuple[Plain, ...] = Setting(min_length=1)
    """The answers."""


class DateField(Field):
    """A date, asked as day, month and year."""

    type: Literal["date"]
    """Says that it is of this type."""


class PhoneField(Field):
    """A telephone number."""

    type: Literal["phone"]
    """Says that it is of this type."""


class EmailField(Field):
    """An e-mail address."""

    type: Literal["email"]
    """Says that it is of this type."""


class SignatureField(Field):
    """A signature: a ruled line on paper."""

    type: Literal["signature"]
    """Says that it is of this type."""
    of: RoleRef | None = None
    """Who signs, where it is not the respondent."""


FIELD_TYPES: tuple[type[Field], ...] = (
    NameField,
    TextField,
    LongTextField,
    NumberField,
    YesNoField,
    PickOneField,
    PickManyField,
    DateField,
    PhoneField,
    EmailField,
    SignatureField,
)
"""Every type of field; each has a template of its `type`'s name in `templates/fields/`."""

AnyField = Annotated[
    NameField
    | TextField
    | LongTextField
    | NumberField
    | YesNoField
    | PickOneField
    | PickManyField
    | DateField
    | PhoneField
    | EmailField
    | SignatureField,
    Setting(discriminator="type"),
]


class Repeat(Node):
    """Lets a section be filled in several times, once for each child for instance."""

    each: Plain
    """What it is filled in for, such as child."""
    at_most: int = Setting(default=4, ge=2, le=20)
    """How many times; on paper, how many rows."""


class Statement(Node):
    """Words that the respondent agrees to by signing; they are lettered."""

    id: Identifier
    """Permanent name within the form."""
    text: Prose
    """The words."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that they restate."""


class FormSection(Node):
    """A headed group of fields."""

    title: Line
    """The heading."""
    introduction: Prose | None = None
    """Words before the first field."""
    show_if: FieldCondition | None = None
    """When it is asked; left out, always."""
    repeat: Repeat | None = None
    """Whether it is filled in several times."""
    statements: tuple[Statement, ...] = ()
    """What the respondent agrees to."""
    fields: tuple[AnyField, ...] = ()
    """What is filled in."""
    from_: tuple[SourceRef, ...] = ()
    """The provisions of publications that it restates."""


class Keep(Node):
    """Where a filled form is kept, until when, and why."""

    where: Line
    """The place, such as the school office."""
    until: Line
    """How long, such as until the pupil leaves."""
    because: Line | None = None
    """The reason or the law that asks for it."""


class Form(Document):
    """Something to fill in and hand over."""

    kind_key: ClassVar[str] = "form"

    form: Identifier
    """Permanent name, unique in the handbook."""
    who_fills: RoleRef | None = None
    """Who fills it in."""
    returns_to: RoleRef | None = None
    """Who gets it."""
    return_by: Line | None = None
    """By when they get it, as it stands in a sentence: within five days."""
    keep: Keep | None = None
    """Where it is kept and until when; forms with personal data must say."""
    introduction: Prose | None = None
    """Words before the first section."""
    sections: tuple[FormSection, ...] = Setting(min_length=1)
    """The sections."""
    withdraw: Prose | None = None
    """How consent is taken back."""
    clauses: tuple[ProvisionRef, ...] = ()
    """The rules that ask for the form."""
