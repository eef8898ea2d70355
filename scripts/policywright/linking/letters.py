"""Letters: the words that come out for every choice that a sender can make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from policywright.model.letter import Blank, BlankCondition, Letter
from policywright.model.marks import FootnoteMark, Mark, ReferenceMark, VariableMark, marks
from policywright.model.walk import Written

RULED_LINE = "________"
"""What stands at a blank that was left empty, unless the letter says otherwise."""


@dataclass(frozen=True, slots=True)
class LetterText:
    """The subject line or a paragraph of a letter, and when it stands there (None: always)."""

    written: Written
    show_if: BlankCondition | None = None

    @property
    def blanks(self) -> tuple[str, ...]:
        """The names in its marks `{{name}}`, each once, in order; some may be variables."""
        names = (mark.name for mark in marks(self.written.text) if isinstance(mark, VariableMark))
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a composed text, and the offsets of what it was made from in the written text."""

    text: str
    start: int
    end: int
    from_mark: bool = False


@dataclass(frozen=True)
class Composition:
    """What a text of a letter comes to read for one combination of choices; `choices` gives the words of each blank."""

    of: LetterText
    choices: Mapping[str, str]
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words as the recipient reads them."""
        return "".join(piece.text for piece in self.pieces)

    def written_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the written text of what gave the composed characters from `start` up to `end`."""
        spans, position = list[tuple[int, int]](), 0
        for piece in self.pieces:
            first, last = max(start - position, 0), min(end - position, len(piece.text))
            if first < last:
                spans.append(_span_within(piece, first, last))
            position += len(piece.text)
        return (spans[0][0], spans[-1][1]) if spans else (0, 0)


def letter_texts(letter: Letter) -> Iterator[LetterText]:
    """Yield everything that the recipient reads, in order; the subject stands first, or below the greeting."""
    subject = [LetterText(Written(letter, "subject", None, letter.subject))] if letter.subject else []
    if letter.greeting is None:
        yield from subject
    for paragraph in letter.body:
        yield LetterText(Written(paragraph, "text", None, paragraph.text), paragraph.show_if)
        if paragraph is letter.greeting:
            yield from subject


def choices_named(letter: Letter) -> Iterator[BlankCondition]:
    """Yield each choice that a letter names: what its paragraphs hang on, and what outcomes of decisions choose."""
    yield from (paragraph.show_if for paragraph in letter.body if paragraph.show_if)
    yield from (choice for when in letter.when for choice in when.choose)


def options(blank: Blank) -> tuple[str, ...]:
    """Return everything that can come to stand at a blank.

    That is each pick, or a stand-in for what the sender types; and last what stands there when it is left empty.
    """
    return (*(blank.pick or (f"⟨{blank.id}⟩",)), blank.if_empty or RULED_LINE)


def compositions(letter: Letter, text: LetterText, variables: Mapping[str, str]) -> Iterator[Composition]:
    """Yield what a text of a letter reads for every combination of what can stand at its blanks.

    `variables` gives the words of each variable. Blanks that the text does not hold change nothing in it, so all
    texts together tell every combination of the whole letter.
    """
    blanks = [blank for blank in letter.blanks if blank.id in text.blanks]
    for chosen in product(*(_options_where_shown(blank, text.show_if) for blank in blanks)):
        choices = {blank.id: words for blank, words in zip(blanks, chosen, strict=True)}
        yield Composition(text, choices, tuple(_pieces(text.written.text, {**variables, **choices})))


def _options_where_shown(blank: Blank, condition: BlankCondition | None) -> tuple[str, ...]:
    if condition and condition.blank == blank.id and condition.is_ in blank.pick:
        return (condition.is_,)
    return options(blank)


def _pieces(prose: str, words: Mapping[str, str]) -> Iterator[Piece]:
    done = 0
    for mark in marks(prose):
        yield Piece(prose[done : mark.start], done, mark.start)
        yield Piece(_in_words(mark, words), mark.start, mark.end, from_mark=True)
        done = mark.end
    end = len(prose.rstrip())
    yield Piece(prose[done:end], done, end)


def _in_words(mark: Mark, words: Mapping[str, str]) -> str:
    match mark:
        case VariableMark(name=name):
            return words.get(name, f"⟨{name}⟩")
        case ReferenceMark(words=given, target=target):
            return given or f"⟨{target}⟩"
        case FootnoteMark():
            return ""


def _span_within(piece: Piece, first: int, last: int) -> tuple[int, int]:
    if piece.from_mark:
        return piece.start, piece.end
    return piece.start + first, piece.start + last
