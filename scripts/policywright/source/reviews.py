"""The file of the reviews, as the program writes it: a line for each, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps

from policywright.model.registers import Beginning, Review

FILE = "policies/registers/reviews.yml"
"""Where the reviews stand."""

_HEAD = """\
# yaml-language-server: $schema=../schema/reviews.json
# Written by policywright review. Do not edit: it says what rules said at the beginning, and what was compared since.
register: reviews
"""


def reviews_text(reviews: Iterable[Review], begun: Iterable[Beginning]) -> str:
    """Return the text of the file; lines of different people seldom meet, so that git can merge them."""
    beginnings = [line for beginning in begun for line in _beginning(beginning)]
    lines = sorted(map(_line, reviews))
    return "".join((_HEAD, *_under("begun", beginnings), *_under("entries", lines)))


def _under(key: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{key}:\n"
        yield from lines


def _beginning(beginning: Beginning) -> Iterator[str]:
    yield f"  - by: {beginning.by}\n"
    yield f"    date: {beginning.date.isoformat()}\n"
    yield f"    because: {dumps(beginning.because, ensure_ascii=False)}\n"
    yield "    rules:\n"
    yield from (f'      "{rule}": "{fingerprint}"\n' for rule, fingerprint in sorted(beginning.rules.items()))


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
