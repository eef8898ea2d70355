"""References and variables where nothing is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic
from policywright.linking.linked import LinkedHandbook
from policywright.model.handbook import Handbook
from policywright.model.marks import FootnoteMark, marks
from policywright.model.node import Node
from policywright.model.walk import Written, prose, texts


class MarkWithoutEffect(Check):
    """A reference or a variable in words that are shown as they stand.

    Why it matters: readers would see the brackets, on the website and in print.

    Refused:

        # policies/schools/forms/lost-phone.yml
          form: lost-phone
          title: Lost telephone
          part: schools
          sections:
            - title: The telephone
              fields:
                - id: place
                  label: Where was it lost?
                  type: pick-one
                  options:
        >           - At {{school-name}}
                    - Elsewhere

    Accepted:

        # policies/schools/forms/lost-phone.yml
          form: lost-phone
          title: Lost telephone
          part: schools
          sections:
            - title: The telephone
              fields:
                - id: place
                  label: Where was it lost?
                  type: pick-one
                  options:
                    - At school
                    - Elsewhere
    """

    name: ClassVar[str] = "mark-without-effect"
    code: ClassVar[str] = "E11"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each reference and variable outside prose."""
        for text in _plain_texts(linked.handbook):
            for mark in marks(text.text):
                if not isinstance(mark, FootnoteMark):
                    message = f"“{text.text[mark.start : mark.end]}” is shown as it stands here; nothing is filled in."
                    yield cls.found(message, text.location(mark.start, mark.end), "Write the words themselves.")


def _plain_texts(handbook: Handbook) -> Iterator[Written]:
    for top in (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources):
        for node in handbook.within(top):
            yield from _plain(node)


def _plain(node: Node) -> Iterator[Written]:
    """Yield the texts of a node that may have marks and are no prose."""
    marked = [text for text in texts(node) if "[[" in text.text or "{{" in text.text]
    in_prose = {written.field for written, _ in prose(node)} if marked else set()
    yield from (text for text in marked if text.field not in in_prose)
