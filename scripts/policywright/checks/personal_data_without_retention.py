"""Forms with personal data that do not say how long they are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Related
from policywright.linking.linked import LinkedHandbook
from policywright.model.form import DateField, EmailField, Field, Form, NameField, PhoneField, SignatureField

_PERSONAL_TYPES = (NameField, PhoneField, EmailField, SignatureField)
_BIRTH = re.compile(r"\b(?:birth|born)", re.IGNORECASE)


class PersonalDataWithoutRetention(Check):
    """A form that asks for personal data and does not say where it is kept and until when.

    Why it matters: data protection law lets nobody keep personal data longer than needed, and people may ask how long
    that is. Whoever files the form needs the same answer.

    Personal are names, telephone numbers, e-mail addresses, signatures, dates of birth, and every field with
    `personal: yes`. Fields that the adopting organisation fills in itself do not count.

    Refused:

        # policies/schools/forms/pictures.yml
        > form: pictures
          title: Consent to pictures
          part: schools
          sections:
            - title: Your child
              fields:
                - id: child
                  label: Child's full name
                  type: name

    Accepted:

        # policies/schools/forms/pictures.yml
          form: pictures
          title: Consent to pictures
          part: schools
          keep:
            where: school office
            until: the pupil leaves
          sections:
            - title: Your child
              fields:
                - id: child
                  label: Child's full name
                  type: name
    """

    name: ClassVar[str] = "personal-data-without-retention"
    code: ClassVar[str] = "G44"
    misses = ("keep",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each form with personal data and without `keep:`."""
        for form in linked.handbook.of_kind(Form):
            personal = [field for section in form.sections for field in section.fields if _is_personal(field)]
            if personal and form.keep is None:
                yield cls.found(
                    f"The form “{form.id}” asks for personal data, but does not say how long it is kept.",
                    form.location("form"),
                    "Add keep: with where: and until:.",
                    [Related(f"“{field.label}” is personal.", field.location("label")) for field in personal[:3]],
                )


def _is_personal(field: Field) -> bool:
    if field.filled_by == "adopter":
        return False
    born = isinstance(field, DateField) and bool(_BIRTH.search(field.label))
    return field.personal or born or isinstance(field, _PERSONAL_TYPES)
