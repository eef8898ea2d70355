"""Pictures that are programs, or that fetch something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar
from xml.parsers import expat

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Location
from policywright.linking.linked import LinkedHandbook

_DRAWING = re.compile(
    r"svg|g|defs|symbol|use|title|desc|metadata|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath"
    r"|image|a|style|marker|mask|clipPath|pattern|switch|view|filter|fe\w+|(?:linear|radial)Gradient|stop"
)
"""The elements of SVG that draw, or say what is drawn; others may stand in what other programs note for themselves."""

_SVG = "http://www.w3.org/2000/svg "
_HTML = "http://www.w3.org/1999/xhtml "
_WITHIN = re.compile(r"#|data:image/(?:png|jpeg);|$")
_FETCHES = re.compile(r"@import|\\|url\(\s*+[\"']?+(?!\s*(?:#|data:image/(?:png|jpeg);))", re.IGNORECASE)


class RunningPicture(Check):
    """A picture in SVG that holds a program, or that fetches something from elsewhere.

    Why it matters: an SVG file is a document of its own. Whoever opens it by its address would run what it holds, as
    if the handbook had said so.

    Mend it by drawing it anew without that, or by saving it as PNG.

    Refused:

        # policies/pictures/crest.svg
        > <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>

    Accepted:

        # policies/pictures/crest.svg
          <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>
        # policies/welcome.md
          ![The crest of the school: an oak](pictures/crest.svg)
    """

    name: ClassVar[str] = "running-picture"
    code: ClassVar[str] = "C26"

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each picture in SVG that does more than show something."""
        for name, content in linked.handbook.pictures.items():
            reason = _does(content) if name.endswith(".svg") else ""
            if reason:
                yield cls.found(
                    f"This picture {reason}.", Location(name), "Save it as PNG, or draw it anew without that."
                )


def _does(content: bytes) -> str:
    """Return what a picture does that none should, as the end of a sentence; empty where it only shows something."""
    parser = expat.ParserCreate(namespace_separator=" ")
    # Words come whole, wherever something stands among them that a browser takes no notice of.
    parser.buffer_text, parser.buffer_size = True, len(content) + 1
    parser.StartDoctypeDeclHandler = _refuse_entities
    parser.ProcessingInstructionHandler = _refuse_instruction
    parser.StartElementHandler = _see_element
    parser.CharacterDataHandler = _see_words
    try:
        parser.Parse(content, True)  # noqa: FBT003  expat takes it by its place
    except _Does as found:
        return str(found)
    except expat.ExpatError:
        return "is no sound SVG"
    return ""


class _Does(Exception):  # noqa: N818  it says what was found
    """A picture does something that none should."""


def _refuse_entities(*_told: object) -> None:
    raise _Does("brings its own kinds of marks, with `<!DOCTYPE`")


def _refuse_instruction(target: str, _data: str) -> None:
    raise _Does(f"brings an instruction for programs, `<?{target}`")


def _see_element(name: str, attributes: dict[str, str]) -> None:
    drawn = name.removeprefix(_SVG)
    if " " not in drawn and not _DRAWING.fullmatch(drawn):
        raise _Does(f"holds `<{drawn}>`, which does not draw")
    if drawn.startswith(_HTML):
        raise _Does("holds HTML")
    for attribute, value in attributes.items():
        bare = attribute.rpartition(" ")[2]
        if bare.startswith("on"):
            raise _Does(f"holds a program, in `{bare}`")
        if (bare in {"href", "src", "base"} and not _WITHIN.match(value)) or _FETCHES.search(value):
            raise _Does(f"leads elsewhere, in `{bare}`")


def _see_words(words: str) -> None:
    if _FETCHES.search(words):
        raise _Does("fetches something, in its style")
