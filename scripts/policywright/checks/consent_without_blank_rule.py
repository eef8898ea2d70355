"""Consent that an empty answer could give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.form import Form, YesNoField


class ConsentWithoutBlankRule(Check):
    """A question for consent that does not say that an empty answer means no.

    Why it matters: consent is given by a clear act. Somebody will take a form with an empty box for a yes unless the
    form says otherwise, in print as well.

    Refused:

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
        >         consent: yes
          withdraw: Tell the school office at any time.

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
                  consent: yes
                  blank-means: no
          withdraw: Tell the school office at any time.
    """

    name: ClassVar[str] = "consent-without-blank-rule"
    code: ClassVar[str] = "G42"
    misses = ("blank-means",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each question for consent whose empty answer is left open."""
        for form in linked.handbook.of_kind(Form):
            for field in (field for section in form.sections for field in section.fields):
                if isinstance(field, YesNoField) and field.consent and field.blank_means is None:
                    yield cls.found(
                        f"The field “{field.id}” asks for consent, but does not say what an empty answer means.",
                        field.location("consent"),
                        "Add a line blank-means: no to the field.",
                    )
