"""The site for other generators: its pages as Markdown files, and their settings as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from policywright.linking.linked import LinkedHandbook
from policywright.render.handwritten import with_links
from policywright.render.page import Page
from policywright.render.standalone import meta

_EMPTY_LINE = re.compile(r"^([ \t]*)\n", re.MULTILINE)
_PLAIN = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z_]+")
"""A text that every reader of YAML takes for a text without quotes."""


def exported(page: Page) -> str:
    """Return a page of ours as a Markdown file: front matter, and one block of HTML that no generator touches.

    An empty line would end the block for some of them, so that its line break is written as a character reference.
    """
    # The search of the generator, if it has one, would find pages where ours finds clauses.
    settings = meta(page) | {"template": "ready.html", "search": {"exclude": True}}
    content = _EMPTY_LINE.sub(r"\1&#10;", str(page.content).rstrip())
    return f'---\n{yaml(settings)}---\n\n<main class="content" id="_content" tabindex="-1">\n{content}\n</main>\n'


def handwritten(linked: LinkedHandbook) -> Mapping[str, str]:
    """Return the hand-written pages, by their paths; they stay Markdown, with their references made links."""
    return {page.path: with_links(linked, page, page.path) for page in linked.handbook.pages}


def yaml(values: Mapping[str, object]) -> str:
    """Return nested values as YAML, each on a line of its own."""
    return "".join(f"{line}\n" for line in _lines(values))


def _lines(value: object) -> Iterator[str]:
    match value:
        case Mapping() if value:
            for key, inner in value.items():
                lines = list(_lines(inner))
                if _is_nested(inner):
                    yield f"{_scalar(key)}:"
                    yield from (f"  {line}" for line in lines)
                else:
                    yield f"{_scalar(key)}: {lines[0]}"
        case list() if value:
            for inner in value:
                first, *others = _lines(inner)
                yield f"- {first}"
                yield from (f"  {line}" for line in others)
        case _:
            yield _scalar(value)


def _is_nested(value: object) -> bool:
    return isinstance(value, Mapping | list) and bool(value)


def _scalar(value: object) -> str:
    """Return a text, a number or a truth value as JSON, which is YAML; a plain word needs no quotes."""
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
