"""Logos that cannot be shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking import logos
from policywright.linking.linked import LinkedHandbook


class UnusableLogo(Check):
    """A logo whose file is not there, is too large, or is no picture that every program can show.

    Why it matters: the letters of that part would go out without it, and nobody might notice before they are sent.

    Refused:

        # policies/handbook.yml
          handbook: example
          title: Example
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
              letterhead:
                name: The school
                logo:
        >         file: pictures/crest.png
                  shows: The crest of the school, an oak above a river

    Accepted:

        # policies/handbook.yml
          handbook: example
          title: Example
          publisher: Example Council
          parts:
            - id: schools
              title: Schools
              letterhead:
                name: The school
                address:
                  - 1 School Lane
                  - Exampleton
    """

    name: ClassVar[str] = "unusable-logo"
    code: ClassVar[str] = "G62"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each logo that cannot be shown."""
        heads = (part.letterhead for part in linked.handbook.settings.parts)
        for logo in (head.logo for head in heads if head and head.logo):
            found = logos.picture(linked.handbook, logo)
            if isinstance(found, str):
                help_ = "Put a PNG or JPEG picture of a few dozen kB there, about 600 pixels wide, or take `logo:` out."
                yield cls.found(f"The picture of this logo {found}.", logo.location("file"), help_)
