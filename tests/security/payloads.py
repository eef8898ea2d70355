"""Payloads: what somebody writes who wants a browser, Word or a spreadsheet program to do something for him."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping

from policywright.linking.linked import LinkedHandbook
from policywright.model.node import Node, Span
from policywright.model.shape import ListShape, TextShape, slots
from policywright.model.walk import descendants

CANARY = "canary.invalid"
"""The host that nothing may ask."""

PAYLOADS = (
    "<script>canary()</script>",
    f"<img src=https://{CANARY}/a.png onerror=canary()>",
    '"><svg onload=canary()><animate onbegin=canary() attributeName=x dur=1s>',
    "' autofocus onfocus=canary() x='",
    "[words](javascript:canary())",
    "[words](JaVa\\tScRiPt:canary())",
    "[words](data:text/html,<script>canary()</script>)",
    "[words](vbscript:canary)",
    f"![words](https://{CANARY}/b.png)",
    f"<iframe src=//{CANARY}/c></iframe><base href=//{CANARY}/>",
    f"<style>@import url(//{CANARY}/d.css)</style><link rel=stylesheet href=//{CANARY}/e.css>",
    "</title></textarea></script><script>canary()</script>",
    "]]><script>canary()</script><![CDATA[",
    "--><script>canary()</script><!--",
    "&lt;script&gt;canary()&lt;/script&gt; &#x3C;script&#x3E;",
    "{% raw %}{{ 7 * 7 }}{% endraw %} ${canary()} #{canary()} <%= canary() %>",
    f'=HYPERLINK("https://{CANARY}/f";"words")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
    "<form action=javascript:canary()><button formaction=javascript:canary()>words",
    "<object data=javascript:canary()><embed src=javascript:canary()>",
    "<a href=javascript:canary()>words</a> **<b onclick=canary()>words</b>** `<script>canary()</script>`",
)


def poisoned(linked: LinkedHandbook, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a handbook's files with a payload behind the words of each text in which any words may stand."""
    payloads = itertools.cycle(PAYLOADS)
    changed = {name: content.decode() for name, content in files.items() if name.endswith((".yml", ".md"))}
    spans = sorted(_spans(linked), key=lambda found: (found[0], found[1].start), reverse=True)
    for name, span, words in spans:
        text = changed[name]
        end = "\n" if text[span.end - 1] == "\n" else ""
        changed[name] = (
            text[: span.start] + json.dumps(f"{words} {next(payloads)}", ensure_ascii=False) + end + text[span.end :]
        )
    comments = f"# {' '.join(PAYLOADS)}\n"
    return {**files, **{name: (_first_line(name, comments) + text).encode() for name, text in changed.items()}}


def _first_line(name: str, comments: str) -> str:
    return comments if name.endswith(".yml") else ""


def _spans(linked: LinkedHandbook) -> Iterator[tuple[str, Span, str]]:
    """Yield the file, the place and the words of each text in which any words may stand."""
    handbook = linked.handbook
    tops = (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources, *handbook.adopters)
    for top in tops:
        for node in descendants(top):
            yield from _in_node(node)


def _in_node(node: Node) -> Iterator[tuple[str, Span, str]]:
    for slot in slots(type(node)).values():
        value, spot = getattr(node, slot.name), node.origin.fields.get(slot.name)
        if spot is None or not value:
            continue
        match slot.shape:
            case TextShape(free=True):
                yield node.origin.source.file, spot.value, str(value)
            case ListShape(of=TextShape(free=True)):
                for span, words in zip(spot.items, value, strict=True):
                    yield node.origin.source.file, span, str(words)
