"""Pictures that nothing shows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.checks.unread import may_hold
from policywright.diagnostics import Diagnostic, Location, Severity
from policywright.linking.linked import LinkedHandbook


class UnusedPicture(Check):
    """A picture that no letterhead and no page shows.

    Why it matters: it is published with the site all the same, where anybody can find it. It may be the old logo, or
    show people who agreed to something else.

    Refused:

        # policies/pictures/crest.png
        > (a picture)

    Accepted:

        # policies/pictures/crest.png
          (a picture)
        # policies/welcome.md
          ![The crest of the school: an oak](pictures/crest.png)
    """

    name: ClassVar[str] = "unused-picture"
    code: ClassVar[str] = "C23"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each picture of which nothing holds the name."""
        handbook = linked.handbook
        letterheads = (part.letterhead for part in handbook.settings.parts)
        logos = {f"policies/{head.logo.file}" for head in letterheads if head and head.logo}
        for picture in handbook.pictures:
            name = PurePosixPath(picture).name
            if picture not in logos and not may_hold(handbook, [name]):
                help_ = f"Delete {picture}, or name it where it is to be shown."
                yield cls.found("Nothing shows this picture.", Location(picture), help_)
