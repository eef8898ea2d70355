"""What to write in place of a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(written: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant."""
    known = {name.casefold(): name for name in names}
    near = get_close_matches(written.casefold(), known, n=1, cutoff=0.6)
    return known[near[0]] if near else None


def suggestion(written: str, names: Iterable[str]) -> str:
    """Return what to write instead: the nearest name, otherwise a choice of all of them."""
    known = tuple(names)
    near = closest(written, known)
    if near:
        return f"Write {near}."
    return f"Write one of: {', '.join(known)}." if known else "There is none yet."
