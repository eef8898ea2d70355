"""Whole pages of Markdown: the authors' guide and the pages of the checks. Raw HTML in them is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_EXAMPLE_HEADING = re.compile(r"^(Refused|Accepted):$", re.MULTILINE)


def heading(text: str) -> str:
    """Return the heading with which a page of Markdown begins, as plain text."""
    return text.partition("\n")[0].removeprefix("# ").replace("`", "")


def to_html(text: str) -> Markup:
    """Return a page of Markdown as HTML, without the heading with which it begins."""
    return Markup(_GUIDE.render(text.partition("\n")[2]))  # noqa: S704  Markdown without raw HTML escapes


def rule_to_html(page: str) -> Markup:
    """Return a check's page as HTML; in its examples the lines that the check flags are marked."""
    text = _EXAMPLE_HEADING.sub(r"## \1", page)
    return Markup(_RULES.render(text))  # noqa: S704  Markdown without raw HTML escapes


class _Renderer(RendererHTML):
    """HTML whose headings can be linked to, and whose tables and code can be scrolled from the keyboard."""

    def heading_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[index]
        words = tokens[index + 1].content.lower()
        token.attrSet("id", _NOT_IN_NAMES.sub("-", words).strip("-"))
        token.attrSet("tabindex", "-1")
        return self.renderToken(tokens, index, options, env)

    def table_open(self, *_: object) -> str:
        return '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>\n'

    def table_close(self, *_: object) -> str:
        return "</table></div>\n"

    def fence(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return Markup('<pre tabindex="0"><code>{}</code></pre>\n').format(tokens[index].content)


class _RuleRenderer(_Renderer):
    """Shows examples as files, with the flagged lines marked."""

    def code_block(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return Markup().join(_example(tokens[index].content))


def _example(block: str) -> Iterator[Markup]:
    """Yield each file of an example: `# name` begins one, and its lines have a gutter of two characters."""
    for file in re.split(r"^# ", block, flags=re.MULTILINE)[1:]:
        name, _, text = file.partition("\n")
        lines = Markup("\n").join(_example_line(line) for line in text.rstrip("\n").split("\n"))
        yield Markup(
            '<figure class="example"><figcaption>{}</figcaption><pre tabindex="0"><code>{}</code></pre></figure>'
        ).format(name, lines)


def _example_line(line: str) -> Markup:
    if line.startswith(">"):
        return Markup('<mark><span class="unseen">Flagged: </span>{}</mark>').format(line[2:])
    return escape(line[2:])


_GUIDE = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
_RULES = MarkdownIt("commonmark", {"html": False}, renderer_cls=_RuleRenderer)
