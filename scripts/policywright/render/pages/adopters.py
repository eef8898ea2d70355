"""Who has taken policies over, and where they differ from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policywright.linking.local_changes import Footing, footings
from policywright.model.adopter import Adopter
from policywright.render.composer import Composer
from policywright.render.navigation import FOOT
from policywright.render.page import Page

_TITLE = "Who has taken policies over"


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the list of adopters with what each has otherwise, where there are any."""
    adopters = composer.handbook.adopters
    if adopters:
        yield composer.page(
            "adopters",
            "adopters/index.html",
            _TITLE,
            nav=(FOOT, _TITLE),
            description="The organisations that have taken policies over, and what they have otherwise.",
            adopters=adopters,
            published=composer.adopters,
            differences={adopter.adopter: _differences(composer, adopter) for adopter in adopters},
        )


def _differences(composer: Composer, adopter: Adopter) -> Sequence[Footing]:
    """Return where an adopter differs, in the order of its file, as far as the model has what that stands on."""
    return [footing for footing in footings(composer.linked, adopter) if footing.target]
