"""Three texts: what the model said, what it says, and what an adopter says, where both have changed something."""

from __future__ import annotations

from dataclasses import dataclass

from policywright.linking.gathering.word_difference import Piece, word_difference
from policywright.linking.local_changes import Footing, base_of
from policywright.linking.local_policy import words_of_change
from policywright.linking.model_words import paragraphs


@dataclass(frozen=True, slots=True)
class ThreeTexts:
    """What the model said when a local change was made, what it says, and the local words, as lines of plain text."""

    before: str
    after: str
    ours: str

    @property
    def difference(self) -> tuple[Piece, ...]:
        """Which words of the model went and which came, with a line for each paragraph and point."""
        return word_difference("\n".join(paragraphs(self.before)), "\n".join(paragraphs(self.after)))


def three_texts(footing: Footing) -> ThreeTexts:
    """Return the three texts on what a local change stands on."""
    base = footing.change.base
    after = base_of(footing.target).says if footing.target else ""
    return ThreeTexts(base.says if base else "", after, words_of_change(footing))
