"""Fields that do not say what to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook
from policywright.model.form import Field, Form, FormSection


class FieldWithoutLabel(Check):
    """A field whose label has no words, or the words of another field in its section.

    Why it matters: a reader who hears the form, field by field, has nothing but the label to go by.

    Refused:

        # policies/schools/forms/pictures.yml
          form: pictures
          title: Consent to pictures
          part: schools
          sections:
            - title: Pictures
              fields:
                - id: website
        >         label: "…"
                  type: text
                - id: first-year
                  label: In which year?
                  type: number
                - id: last-year
        >         label: In which year?
                  type: number

    Accepted:

        # policies/schools/forms/pictures.yml
          form: pictures
          title: Consent to pictures
          part: schools
          sections:
            - title: Pictures
              fields:
                - id: website
                  label: Where may we show pictures?
                  type: text
                - id: first-year
                  label: From which year?
                  type: number
                - id: last-year
                  label: Until which year?
                  type: number
    """

    name: ClassVar[str] = "field-without-label"
    code: ClassVar[str] = "G40"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each label without words, and each that repeats one of its section."""
        for form in linked.handbook.of_kind(Form):
            for section in form.sections:
                yield from cls._unlabelled(section)

    @classmethod
    def _unlabelled(cls, section: FormSection) -> Iterable[Diagnostic]:
        labels = dict[str, Field]()
        for field in section.fields:
            words = " ".join(re.findall(r"\w+", field.label.casefold()))
            first = labels.setdefault(words, field)
            if not words:
                message, remedy = f"The label of the field “{field.id}” has no words.", "Say what is to be filled in."
                yield cls.found(message, field.location("label"), remedy)
            elif first is not field:
                yield cls.found(
                    f"Two fields of this section are labelled “{field.label}”.",
                    field.location("label"),
                    "Say in each label what is different about it.",
                    [Related("The first is here.", first.location("label"))],
                )
