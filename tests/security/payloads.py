"""Payloads: what somebody writes who wants a browser, Word or a spreadsheet program to do something for him."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policywright.linking.linked import LinkedHandbook
from policywright.model.node import Node, Span
from policywright.model.shape import ListShape, NamedShape, Slot, TextShape, slots
from policywright.model.walk import descendants

CANARY = "canary.invalid"
"""The host that nothing may ask."""

AT_ONCE = 3
"""How many payloads stand in each text, so that each comes to stand in texts of many kinds."""

LEFT_OUT = {"short_title", "summary", "keywords", "help", "heading", "introduction", "adopter_note", "editors_note"}
"""The texts that are written beside what stands in a handbook already, wherever they may stand."""

PAYLOADS = (
    # Elements and handlers
    "<script>canary()</script>",
    f"<img src=https://{CANARY}/a.png onerror=canary()>",
    '"><svg onload=canary()><animate onbegin=canary() attributeName=x dur=1s>',
    "' autofocus onfocus=canary() x='",
    f"<iframe src=//{CANARY}/c></iframe><base href=//{CANARY}/>",
    "</title></textarea></script><script>canary()</script>",
    "<form action=javascript:canary()><button formaction=javascript:canary()>words",
    "<object data=javascript:canary()><embed src=javascript:canary()>",
    "<a href=javascript:canary()>words</a> **<b onclick=canary()>words</b>** `<script>canary()</script>`",
    "<details open ontoggle=canary()><video><source onerror=canary()></video><marquee onstart=canary()>",
    "<img/src=x/onerror=canary()//><script/x>canary()</script/x><scr<script>ipt>canary()</scr</script>ipt>",
    f"<meta http-equiv=refresh content='0;url=//{CANARY}/f'><link rel=prefetch href=//{CANARY}/g>",
    "<template><script>canary()</script></template><div popover id=x onbeforetoggle=canary()>words</div>",
    "<a id=policywright></a><form name=policywright><input name=wordFile></form><img name=getElementById>",
    # Words that change what they mean when they are read a second time
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=canary()>'>",
    "<svg></p><style><a id='</style><img src=x onerror=canary()>'>",
    "<noscript><p title='</noscript><img src=x onerror=canary()>'>",
    "<svg><foreignObject><math><annotation-xml encoding='text/html'><script>canary()</script>",
    "&lt;script&gt;canary()&lt;/script&gt; &#x3C;img src=x onerror=canary()&#x3E; &amp;lt;script&amp;gt;",
    "\u00ab\uff1cscript\uff1ecanary()\uff1c/script\uff1e \u02bc onfocus=canary()",
    # The ends of what holds words: CDATA, comments, scripts, JSON and lines of JavaScript
    "]]><script>canary()</script><![CDATA[",
    "--><script>canary()</script><!-- --!><script>canary()</script><!--",
    "<!--<script>canary()</script> </ScRiPt ><script>canary()</script>",
    "\u2028canary()\u2029 words\u0085canary()",
    "\\'; canary(); // \\\"; canary(); // `; canary(); // ${canary()}",
    '"}],"x":canary(),"y":[{"',
    "*/canary()/* --> <? canary() ?> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e;",
    # Links
    "[words](javascript:canary()) [words]( javascript:canary() ) [words](<javascript:canary()>)",
    "[words](JaVa\tScRiPt:canary()) [words](<java\tscript:canary()>) [words](<java\u00adscript:canary()>)",
    "[words](data:text/html,<script>canary()</script>) [words](data:text/html;base64,PHNjcmlwdD4=)",
    "[words](vbscript:canary) [words](VbScript:canary) [words](feed:javascript:canary()) [words](blob:canary)",
    "[words](&#106;avascript:canary()) [words](java&Tab;script:canary()) [words](javascript&colon;canary())",
    "[words](%6aavascript:canary()) [words](java%0ascript:canary()) [words](\\javascript:canary())",
    "[words](https://x\"onmouseover=canary()) [words](mailto:x'onmouseover='canary()) [words](tel:1><script>)",
    f"[words](//{CANARY}/h) [words](/\\{CANARY}/i) [words](\\\\{CANARY}/j) [words](https:{CANARY}/k)",
    "[words](file:///etc/passwd) [words](view-source:x) [words](ms-word:ofe|u|x) [words](search-ms:query=x)",
    "[words][x] <javascript:canary()> [x]: javascript:canary()",
    f"![words](https://{CANARY}/b.png) ![words](javascript:canary())",
    "![words](data:image/svg+xml,<svg onload=canary()>) [words](data:image/svg+xml;base64,PHN2Zz4=)",
    # Styles
    f"<style>@import url(//{CANARY}/d.css)</style><link rel=stylesheet href=//{CANARY}/e.css>",
    f"<p style='background:url(https://{CANARY}/l.png);width:expression(canary())'>words",
    f"}} * {{ background: url(https://{CANARY}/m.png) }} \\3c/style> @import '//{CANARY}/n.css';",
    f'"; content: url(https://{CANARY}/o.png); x: "',
    # Templates
    "{% raw %}{{ 7 * 7 }}{% endraw %} ${canary()} #{canary()} <%= canary() %>",
    "{{ cycler.__init__.__globals__.os.popen('id') }} {% include '/etc/passwd' %} {# words #}",
    "{{constructor.constructor('canary()')()}} [[constructor.constructor('canary()')()]] {{=<% %>=}}",
    "%(canary)s %s {0.__class__} $canary {canary!r} \\1 \\g<0>",
    "[^x] [[javascript:canary()]] [[x|<script>canary()</script>]] {{x|safe}}",
    # Spreadsheets
    f'=HYPERLINK("https://{CANARY}/p";"words")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=cmd|' /C calc'!A0\t=1+1 -1+1 +1+1 \uff1d1+1",
    # Word and PDF
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
    f'INCLUDEPICTURE "https://{CANARY}/q.png" \\\\d INCLUDETEXT "file:///etc/passwd"',
    "</w:t></w:r><w:altChunk r:id='x'/><w:instrText>DDE canary</w:instrText>",
    ") /OpenAction << /S /JavaScript /JS (canary()) >> >> endobj % <xmp:x>",
    # Characters that turn round what stands after them
    "\u202etpircs\u202c \u2066words\u2069 \u200bwo\u200drds\ufeff \ue000 \U000f0000 \U0010fffd",
)


def poisoned(linked: LinkedHandbook, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a handbook's files with payloads in each text in which any words may stand, be it written or left out."""
    payloads = itertools.cycle(PAYLOADS)
    changed = {name: content.decode() for name, content in files.items() if name.endswith((".yml", ".md"))}
    places = sorted(_places(linked), key=lambda place: (place.file, place.span.start), reverse=True)
    for place in places:
        text = changed[place.file]
        words = " ".join([place.words, *itertools.islice(payloads, AT_ONCE)])
        changed[place.file] = text[: place.span.start] + place.written(words, text) + text[place.span.end :]
    comments = f"# {_UNSEEN.sub('', ' '.join(PAYLOADS))}\n"
    return {**files, **{name: (_first_line(name, comments) + text).encode() for name, text in changed.items()}}


def _first_line(name: str, comments: str) -> str:
    return comments if name.endswith(".yml") else ""


_UNSEEN = re.compile(r"[\x7f-\x9f\u061c\u200b\u2028-\u202e\u2060-\u2069\ufeff]")


class Place(NamedTuple):
    """Where a text stands, or may stand: the file, the characters to replace, the words there, and its new key."""

    file: str
    span: Span
    words: str
    key: str = ""

    def written(self, words: str, text: str) -> str:
        """Return what to write there: the words in quotation marks, in YAML."""
        quoted = json.dumps(words, ensure_ascii=False)
        quoted = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
        if not self.key:
            return quoted + ("\n" if text[self.span.end - 1] == "\n" else "")
        line = text[text.rfind("\n", 0, self.span.start) + 1 : self.span.start]
        between = ", " if line.rstrip().endswith(("{", ",")) else "\n" + re.sub("[^ ]", " ", line)
        return self.key % quoted + between


def _places(linked: LinkedHandbook) -> Iterator[Place]:
    """Yield the place of each text in which any words may stand."""
    handbook = linked.handbook
    tops = (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources, *handbook.adopters)
    for top in tops:
        for node in descendants(top):
            for slot in slots(type(node)).values():
                yield from _in_slot(node, slot)


def _in_slot(node: Node, slot: Slot) -> Iterator[Place]:
    file, value = node.origin.source.file, getattr(node, slot.name)
    spot = node.origin.fields.get(slot.name)
    match slot.shape, spot:
        case (TextShape(free=True) | ListShape(of=TextShape(free=True)), None) if slot.name in LEFT_OUT:
            # The first key says what a document is, so another comes behind it.
            for after in sorted(spot.key.start for spot in node.origin.fields.values())[1:2]:
                listed = isinstance(slot.shape, ListShape)
                yield Place(file, Span(after, after), "Words", f"{slot.key}: {'[%s]' if listed else '%s'}")
        case _, None:
            pass
        case TextShape(free=True), _ if value and slot.name != "file":
            yield Place(file, spot.value, str(value))
        case NamedShape(of=TextShape(free=True)), _ if slot.name == "variables":
            for name, words in zip(spot.items, value.values(), strict=True):
                start = name.end + len(": ")
                yield Place(file, Span(start, start + len(words)), words)
        case ListShape(of=TextShape(free=True)), _:
            for span, words in zip(spot.items, value, strict=True):
                yield Place(file, span, str(words))
