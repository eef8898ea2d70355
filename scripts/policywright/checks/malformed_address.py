"""Web addresses that no browser opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Location, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.handwritten import HandwrittenPage

_LINK = re.compile(r"(?<!\])\]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_SOUND = re.compile(
    r"(?:https?://(?:\[[0-9a-f:]+\]|(?:[\w-]+\.)+[\w-]{2,}|localhost)(?::\d+)?(?:[/?#]\S*)?"
    r"|mailto:\S+@\S+|tel:\+?[\d-]+|\{\{[^{}]+\}\}\S*)",
    re.IGNORECASE,
)


class MalformedAddress(Check):
    """A link whose address no browser opens.

    Why it matters: a reader who has to report a post clicks, and nothing happens. An address begins with `https://`,
    and has a full stop in its name and no space.

    Whether there is anything at the address is not looked up: a check must say the same tomorrow, and without a
    network.

    Refused:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
        >     introduction: Read [what the police say](www.police.example) about stolen telephones.

    Accepted:

        # policies/schools/phones.yml
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Read [what the police say](https://www.police.example/phones) about stolen telephones.
    """

    name: ClassVar[str] = "malformed-address"
    code: ClassVar[str] = "C18"
    severity: ClassVar[Severity] = Severity.WARNING

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each address that is none."""
        for address, place in _addresses(linked):
            if not _SOUND.fullmatch(address):
                yield cls.found(f"“{address}” is no address that a browser opens.", place, _remedy(address))


def _remedy(address: str) -> str:
    bare = re.sub(r"^[a-z]*:?/*(?=[\w-]+\.)", "", address, flags=re.IGNORECASE)
    if _SOUND.fullmatch(f"https://{bare}"):
        return f"Write https://{bare}"
    return "Copy the whole address from the browser, such as https://www.example.org/page"


def _addresses(linked: LinkedHandbook) -> Iterator[tuple[str, Location]]:
    """Yield each address of a link in prose, or behind `link:`; hand-written pages may also link to one another."""
    handbook = linked.handbook
    for top in (*handbook.documents, *handbook.registers, handbook.settings):
        for written in handbook.prose_in(top):
            for match in _LINK.finditer(written.text) if "](" in written.text else ():
                yield match["address"], written.location(*match.span("address"))
        for node in handbook.within(top):
            link = vars(node).get("link")
            if isinstance(link, str) and "{file}" not in link:
                yield link, node.location("link")
    for page in handbook.pages:
        yield from _of_page(page)


def _of_page(page: HandwrittenPage) -> Iterator[tuple[str, Location]]:
    for match in _LINK.finditer(page.text):
        if re.match(r"[a-z]+:|www\.", match["address"], re.IGNORECASE):
            yield match["address"], page.location_in("text", *match.span("address"))
