"""Columns: what the model said, what it says, and what an adopter says, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from textwrap import wrap

from policywright.linking.linked import Target
from policywright.linking.local_changes import Footing
from policywright.linking.model_words import paragraphs
from policywright.linking.three_texts import three_texts

SIGNS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
"""How words that went and came are marked."""

_GAP = "  "
_NARROWEST = 24
"""In narrower columns nobody can read; the three texts then stand below each other."""


def columns(footing: Footing, adopter: str, width: int) -> str:
    """Return the three texts on something that both changed, in a terminal that is `width` letters wide.

    In the second one, words in [-…-] went from the model, and words in {+…+} came.
    """
    texts = three_texts(footing)
    told = {
        "The model said": texts.before,
        "The model says": "".join(SIGNS[piece.kind].format(piece.words) for piece in texts.difference),
        f"{adopter} says": texts.ours,
    }
    each = (width - 2 * len(_GAP)) // 3
    head = f"{footing.change.what}{_called(footing.target)}\n{footing.change.because.strip()}"
    return f"{head}\n\n{_side_by_side(told, each) if each >= _NARROWEST else _below(told, width)}"


def _called(target: Target | None) -> str:
    return f" ({target.number})" if target and target.number else ""


def _side_by_side(told: dict[str, str], width: int) -> str:
    blocks = [[title, "-" * len(title), *_wrapped(text, width)] for title, text in told.items()]
    rows = zip_longest(*blocks, fillvalue="")
    return "\n".join(_GAP.join(line.ljust(width) for line in row).rstrip() for row in rows)


def _below(told: dict[str, str], width: int) -> str:
    return "\n\n".join("\n".join((f"{title}:", *_indented(_wrapped(text, width - 2)))) for title, text in told.items())


def _wrapped(text: str, width: int) -> Iterator[str]:
    for paragraph in paragraphs(text):
        margin = " " * (len(paragraph) - len(paragraph.lstrip(" -")))
        yield from wrap(paragraph, width, subsequent_indent=margin, break_on_hyphens=False)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
