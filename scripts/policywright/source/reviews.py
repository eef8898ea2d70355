"""The file of the reviews, as the program writes it: a line for each, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps

from policywright.model.registers import Review

FILE = "policies/registers/reviews.yml"
"""Where the reviews stand."""

_HEAD = """\
# yaml-language-server: $schema=../schema/reviews.json
# Written by policywright review. Do not edit: each line says what somebody compared with which rule.
register: reviews
entries:
"""


def reviews_text(reviews: Iterable[Review]) -> str:
    """Return the text of the file; lines of different people seldom meet, so that git can merge them."""
    lines = sorted(map(_line, reviews))
    return _HEAD + "".join(lines) if lines else _HEAD.replace("entries:\n", "")


def _line(review: Review) -> str:
    said = {
        "what": dumps(review.what),
        "rests-on": dumps(review.rests_on),
        "fingerprint": dumps(review.fingerprint),
        "by": review.by,
        "date": review.date.isoformat(),
        "because": dumps(review.because, ensure_ascii=False),
    }
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in said.items())}}}\n"
