"""Hand-written pages: Markdown that stands among the handbook's sources."""

from __future__ import annotations

from policywright.model.node import Node, Origin, SourceText, Span, Spot
from policywright.model.vocabulary import Prose


class HandwrittenPage(Node):
    """A page of the site that an editor wrote in Markdown; references and variables work in it as in any prose."""

    text: Prose = ""
    """The whole file."""

    @property
    def path(self) -> str:
        """Its file's name below the folder of policies, such as `about.md`."""
        return self.location().file.partition("/")[2]

    @classmethod
    def of(cls, source: SourceText) -> HandwrittenPage:
        """Return the page that a file holds."""
        whole = Span(0, len(source.text))
        page = cls.model_construct(text=source.text)
        page.stands_at(Origin(source, whole, {"text": Spot(whole, whole)}))
        return page
