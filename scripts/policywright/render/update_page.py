"""The page of an update: what an adopter is left to decide, with the three texts on each side by side."""

from __future__ import annotations

from collections.abc import Sequence

from policywright.linking.local_changes import Footing
from policywright.linking.model_words import paragraphs
from policywright.linking.settling import Update
from policywright.linking.three_texts import three_texts
from policywright.model.adopter import Addition
from policywright.render.print_medium import PrintMedium
from policywright.render.templates import Setting


def update_page(update: Update, left: Sequence[Footing]) -> str:
    """Return the page that shows what is `left` to decide, and what stands on clauses that are gone."""
    setting = Setting(update.linked, PrintMedium(frozenset()))
    page = setting.fill(
        "print/update-page.html",
        adopter=update.adopter,
        left=[(footing, three_texts(footing)) for footing in left],
        gone=tuple(update.gone),
        lines=lambda words: "\n".join(paragraphs(words)),
        version_of=update.version_of,
        can_take=lambda footing: not isinstance(footing.change, Addition),
        language=update.linked.handbook.settings.language,
    )
    return str(page)
