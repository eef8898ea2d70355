"""How prose and provisions come out on paper: places within one document, and the number of the page of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from policywright.linking.linked import Target
from policywright.model.letter import Blank

_TO_WRITE_IN = Markup('<label class="blank {kind}">{control}<span class="asked">{label}</span></label>')
_ON_PAGE = Markup(", page\N{NO-BREAK SPACE}{}")
_WIDTH_OF_A_LETTER = 0.55
"""How wide a letter is on average, measured by the size of the font, and generously."""

_NOT_PRINTED = frozenset({"topic", "source-provision"})


@dataclass(frozen=True)
class PrintMedium:
    """Paper: the whole handbook, or what of it is bound together.

    `holds` are the addresses of the documents, entries of registers and parts that are printed here; None where all
    are. What stands here is cited with its page, except for entries of registers, since those are met in every
    sentence; what stands elsewhere is cited in words alone.
    """

    holds: frozenset[str] | None = None

    def anchor(self, target: Target) -> str:
        """Return the `id` of what a target becomes, unique in the handbook."""
        return target.address.replace("#", ".")

    def old_anchors(self, target: Target) -> tuple[str, ...]:  # noqa: ARG002
        """Return nothing, since nobody's old link leads into a printed copy."""
        return ()

    def href(self, target: Target) -> str | None:
        """Return where a link to a target leads, or None where it is not printed here."""
        whole = target.document.id if target.document else target.address
        here = self.holds is None or whole in self.holds
        return f"#{self.anchor(target)}" if here and target.kind not in _NOT_PRINTED else None

    def previews(self, target: Target) -> bool:  # noqa: ARG002  the same for every target
        """Show nothing in place: paper does not move."""
        return False

    def expands_acronyms(self) -> bool:
        """Tell each acronym in full in a document by itself: a book has a glossary, and a sheet no room."""
        held = self.holds or ()
        return len(held) > 0 and not any(address.startswith("term:") for address in held)

    def after(self, target: Target) -> Markup:
        """Return the number of a target's page, to be filled in when pages are known."""
        return _ON_PAGE.format(page_of(self.anchor(target))) if target.document else Markup()

    def blank(self, label: str, asked: Blank | None) -> Markup:
        """Return a ruled blank with what is asked for below it in small print; a long one has several lines."""
        if asked is None:
            return Markup('<span class="blank">{}</span>').format(label)
        return _TO_WRITE_IN.format(kind=_kind(asked), control=_control(asked), label=label)


def _kind(asked: Blank) -> str:
    if asked.lines > 1:
        return "long"
    return "pick" if asked.pick else asked.type


def _control(asked: Blank) -> Markup:
    """Return what a blank is written into, by hand or on screen."""
    if asked.lines > 1:
        ruled = Markup('<span class="ruled"></span>') * asked.lines
        return Markup('<span class="writing"><textarea name="{}"></textarea>{}</span>').format(asked.id, ruled)
    if asked.pick:
        options = (Markup('<option value="{0}">{0}</option>').format(words) for words in asked.pick)
        wide = round(_WIDTH_OF_A_LETTER * max(map(len, asked.pick)) + 1)
        return Markup('<select name="{}" style="min-width: {}em">{}</select>').format(
            asked.id, wide, Markup().join(options)
        )
    return Markup('<input name="{}">').format(asked.id)


def page_of(anchor: str) -> Markup:
    """Return the place where the number of an anchor's page goes."""
    return Markup('<span class="page-of" data-for="{}"></span>').format(anchor)


def pages_of(main: Iterable[str], others: Iterable[str]) -> Markup:
    """Return the place where the numbers of several anchors' pages go, in order; those of the main ones stand out."""
    waiting = Markup('<span class="pages-of" data-main="{}" data-for="{}"></span>')
    return waiting.format(" ".join(main), " ".join(others))
