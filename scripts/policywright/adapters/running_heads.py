"""What stands on a page, told in its running head: `Clauses 2.3 to 3.1`, or in an index `C to F`.

Each clause sets the string `clauses` to its citation, and each letter of a register the string `letters`, on every
page that holds any of it. CSS can tell the first and the last of them, yet not whether these are the same; and on a
page that sets none it goes back to the page before. So WeasyPrint is told here what these two strings are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import LayoutContext

from policywright.adapters.engine_parts import replaced

_OfEngine = Any
"""What is WeasyPrint's own, which has no types."""


def _clauses(citations: Sequence[str]) -> str:
    first, last = citations[0], citations[-1]
    if first == last:
        return first[:1].upper() + first[1:]
    word, _, number = first.rpartition(" ")
    return f"{word.capitalize()}s {number} to {last.rpartition(' ')[2]}"


def _letters(letters: Sequence[str]) -> str:
    first, last = letters[0], letters[-1]
    return first if first == last else f"{first} to {last}"


_TOLD = {"clauses": _clauses, "letters": _letters}


@contextmanager
def running_heads() -> Iterator[None]:
    """While this holds, the strings `clauses` and `letters` tell the whole of what the page in hand holds of them."""
    plain = LayoutContext.get_string_set_for

    def told(context: _OfEngine, page: _OfEngine, name: str, keyword: str = "first") -> tuple[str, ...]:
        if name not in _TOLD:
            found: tuple[str, ...] = plain(context, page, name, keyword)
            return found
        held = context.string_set[name].get(context.current_page)
        return (_TOLD[name](held),) if held else ("",)

    with replaced(LayoutContext, "get_string_set_for", told):
        yield
