"""Word documents of forms and letters: written from what `render.word` gives, and filled in."""

from policywright.adapters.word.filling import Answers, fill

__all__ = ["Answers", "fill"]
