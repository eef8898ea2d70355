"""Conditions of forms on fields that are not there, or not yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.suggestion import suggestion
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.form import FieldCondition, Form


class UnknownField(Check):
    """A condition `show-if:` on a field that the form does not have, or that comes only later.

    Why it matters: what hangs on it is never asked, or appears above the reader after they have passed.

    Refused:

        # policies/schools/forms/pictures.yml
          form: pictures
          title: Consent to pictures
          part: schools
          sections:
            - title: Pictures
              fields:
                - id: limits
                  label: Which pictures?
                  type: text
                  show-if:
        >           field: website
                    is: yes
                - id: website
                  label: May we show pictures on the website?
                  type: yes-no
            - title: Names
              show-if:
        >       field: web-site
                is: yes
              fields:
                - id: captions
                  label: What may a caption say?
                  type: text

    Accepted:

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
            - title: Names
              show-if:
                field: website
                is: yes
              fields:
                - id: captions
                  label: What may a caption say?
                  type: text
    """

    name: ClassVar[str] = "unknown-field"
    code: ClassVar[str] = "G41"
    told_once_in = "file"
    misses = ("fields", "sections")
    seeks = "file"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each condition on a field that does not come before it."""
        for form in linked.handbook.of_kind(Form):
            every = [field.id for section in form.sections for field in section.fields]
            before = list[str]()
            for section in form.sections:
                yield from cls._tested(section.show_if, before, every)
                for field in section.fields:
                    yield from cls._tested(field.show_if, before, every)
                    before.append(field.id)

    @classmethod
    def _tested(cls, condition: FieldCondition | None, before: list[str], every: list[str]) -> Iterable[Diagnostic]:
        if condition is None or condition.field in before:
            return
        if condition.field in every:
            message = f"This depends on the field “{condition.field}”, which is asked later."
            yield cls.found(message, condition.location("field"), f"Move the field {condition.field} before it.")
        else:
            message = f"This depends on “{condition.field}”, but no field of the form is called that."
            yield cls.found(message, condition.location("field"), suggestion(condition.field, every))
