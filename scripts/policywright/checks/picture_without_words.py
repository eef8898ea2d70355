"""Pictures in hand-written pages that say nothing to who does not see them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Severity
from policywright.linking.linked import LinkedHandbook

_PICTURE = re.compile(r"(?P<code>(?<!`)(`+)(?!`).*?(?<!`)\2(?!`))|!\[(?P<words>\s*)\]\([^()]*\)", re.DOTALL)


class PictureWithoutWords(Check):
    """A picture in a hand-written page that has no words for those who do not see it.

    Why it matters: a screen reader says "image" and its file's name, and on a slow telephone the place stays empty.

    Refused:

        # policies/welcome.md
        > ![](pictures/crest.png)

    Accepted:

        # policies/welcome.md
          ![The crest of the school: an oak above three waves](pictures/crest.png)
    """

    name: ClassVar[str] = "picture-without-words"
    code: ClassVar[str] = "F09"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each such picture; what stands in code is none."""
        for page in linked.handbook.pages:
            for match in _PICTURE.finditer(page.text):
                if match["words"] is not None:
                    yield cls.found(
                        "This picture has no words for those who do not see it.",
                        page.location_in("text", *match.span()),
                        "Write between [ and ] what it shows, or what it is for.",
                    )
