"""What the publisher says about the accessibility of the handbook, for the statement that public bodies owe."""

from __future__ import annotations

from typing import Literal

from policywright.model.node import Node
from policywright.model.vocabulary import Date, Line, Prose


class Barrier(Node):
    """Something in the handbook that some people cannot use."""

    what: Line
    """What it is, whom it shuts out and, where known, which criterion of WCAG it fails."""
    because: Literal["not-mended-yet", "disproportionate-burden", "not-covered"] = "not-mended-yet"
    """Why it is there: it will be mended, that would be a disproportionate burden, or the law does not cover it."""
    instead: Prose | None = None
    """What people can use in its place, and by when it will be mended."""


class Accessibility(Node):
    """What the accessibility statement says; what Policywright itself tested is added to it."""

    contact: Prose
    """How to report a barrier or ask for another format, and how soon an answer comes. Name a role and no person."""
    prepared: Date
    """The day on which the statement was made."""
    reviewed: Date | None = None
    """The day on which somebody last looked through it."""
    conformity: Literal["full", "partial", "none"] | None = None
    """Whether the site meets WCAG 2.2 at levels A and AA, as somebody found who tried it; none given, nobody has."""
    barriers: tuple[Barrier, ...] = ()
    """What is known not to be accessible."""
    plans: Prose | None = None
    """What is done to make the site more accessible."""
    enforcement: Prose | None = None
    """Where to complain about the answer; none given, it is told as it holds in the United Kingdom."""
