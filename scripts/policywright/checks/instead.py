"""Words to write in place of others: the edit that makes a text say them, wherever YAML lets it."""

from __future__ import annotations

import re

from policywright.diagnostics import Edit
from policywright.model.walk import Written

_SAFE = re.compile(r"[\w .\u2019-]*")
"""What means the same in every style in which YAML writes a text, as long as it does not begin it."""


def instead(written: Written, start: int, end: int, words: str) -> tuple[Edit, ...]:
    """Return the edit that puts other words in place of a text's characters from `start` up to `end`.

    There is none where the characters cannot be found in the file, as in words that are written with escapes, nor where
    the new words might mean something else to YAML.
    """
    place = written.location(start, end)
    source = written.node.origin.source
    span = source.span(place)
    found = source.text[span.start : span.end]
    if found.split() != written.text[start:end].split() or not _SAFE.fullmatch(words):
        return ()
    begins = not written.text[:start].strip()
    return () if begins and not words[:1].isalnum() else (Edit(place, words),)
