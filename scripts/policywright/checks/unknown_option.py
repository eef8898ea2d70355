"""Choices, named in letters and forms, that nobody can make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import suggestion
from policywright.checks.unread import has_lost
from policywright.diagnostics import Diagnostic
from policywright.linking.letters import choices_named
from policywright.linking.linked import LinkedHandbook
from policywright.model.form import Field, FieldCondition, Form, PickManyField, PickOneField, YesNoField
from policywright.model.letter import BlankCondition, Letter

_CHOICES = ("type", "options", "pick")
"""The keys that give a field or a blank its choices."""


class UnknownOption(Check):
    """A choice `is:` that is none of those of the field or blank that it names.

    Why it matters: what hangs on it is never shown, or a decision cannot choose it. Only a blank with `pick:`, a field
    with `options:` and a yes-no field have choices.

    Refused:

        # policies/schools/letters/found-phone.yml
          letter: found-phone
          title: We have found a telephone
          part: schools
          blanks:
            - id: place
              label: Where it was
              pick: [In the yard, In a classroom]
          body:
            - text: We have found your child's telephone {{place}}.
            - text: It was wet.
              show-if:
                blank: place
        >       is: In the garden
        # policies/schools/forms/pictures.yml
          form: pictures
          title: Consent to pictures
          part: schools
          sections:
            - title: Pictures
              fields:
                - id: website
                  label: May we show pictures on the website?
                  type: yes-no
                - id: limits
                  label: Which pictures?
                  type: text
                  show-if:
                    field: website
        >           is: sometimes

    Accepted:

        # policies/schools/letters/found-phone.yml
          letter: found-phone
          title: We have found a telephone
          part: schools
          blanks:
            - id: place
              label: Where it was
              pick: [In the yard, In a classroom]
          body:
            - text: We have found your child's telephone {{place}}.
            - text: It was wet.
              show-if:
                blank: place
                is: In the yard
        # policies/schools/forms/pictures.yml
          form: pictures
          title: Consent to pictures
          part: schools
          sections:
            - title: Pictures
              fields:
                - id: website
                  label: May we show pictures on the website?
                  type: yes-no
                - id: limits
                  label: Which pictures?
                  type: text
                  show-if:
                    field: website
                    is: yes
    """

    name: ClassVar[str] = "unknown-option"
    code: ClassVar[str] = "G32"
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each choice that nobody can make."""
        for letter in linked.handbook.of_kind(Letter):
            picks = {blank.id: blank.pick for blank in letter.blanks if not has_lost(linked.handbook, blank, _CHOICES)}
            for choice in choices_named(letter):
                if choice.blank in picks:
                    yield from cls._tested(choice, "blank", picks[choice.blank])
        for form in linked.handbook.of_kind(Form):
            fields = [field for section in form.sections for field in section.fields]
            options = {one.id: _options(one) for one in fields if not has_lost(linked.handbook, one, _CHOICES)}
            for condition in _conditions(form):
                if condition.field in options:
                    yield from cls._tested(condition, "field", options[condition.field])

    @classmethod
    def _tested(
        cls, condition: BlankCondition | FieldCondition, noun: str, options: tuple[str, ...]
    ) -> Iterator[Diagnostic]:
        name = getattr(condition, noun)
        if not options:
            yield cls.found(
                f"The {noun} “{name}” has no choices, so nothing can depend on what it says.",
                condition.location(noun),
                f"Name a {noun} that has {'pick' if noun == 'blank' else 'options'}:.",
            )
        elif condition.is_ not in options:
            yield cls.found(
                f"“{condition.is_}” is none of the choices of the {noun} “{name}”.",
                condition.location("is_"),
                suggestion(condition.is_, options),
            )


def _conditions(form: Form) -> Iterator[FieldCondition]:
    for section in form.sections:
        for part in (section, *section.fields):
            if part.show_if:
                yield part.show_if


def _options(field: Field) -> tuple[str, ...]:
    match field:
        case PickOneField(options=options) | PickManyField(options=options):
            return options
        case YesNoField():
            return ("yes", "no")
        case _:
            return ()
