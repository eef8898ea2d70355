"""Consent that cannot be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.form import Form, YesNoField


class ConsentWithoutWithdrawal(Check):
    """A form that asks for consent and does not say how it is taken back.

    Why it matters: in data protection law, consent counts only where it is as easy to take back as to give, and people
    are told so before they give it.

    Refused:

        # policies/schools/forms/pictures.yml
        > form: pictures
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
          withdraw: Tell the school office at any time, in person, by telephone or by e-mail.
    """

    name: ClassVar[str] = "consent-without-withdrawal"
    code: ClassVar[str] = "G43"
    misses = ("withdraw",)

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each form with consent and without a way back."""
        for form in linked.handbook.of_kind(Form):
            fields = (field for section in form.sections for field in section.fields)
            if form.withdraw is None and any(isinstance(field, YesNoField) and field.consent for field in fields):
                yield cls.found(
                    f"The form “{form.id}” asks for consent, but does not say how it is taken back.",
                    form.location("form"),
                    "Add a line withdraw: with whom to tell and how, as easy as giving the consent.",
                )
