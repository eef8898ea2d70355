"""Whatever is written into a handbook stays words: on no page and in no file does it run, load or lead anywhere."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from tests.security.conftest import HANDWRITTEN, ODD_NAME, TODAY
from tests.security.payloads import CANARY, PAYLOADS

from policywright import pipeline
from policywright.adapters import word
from policywright.checks.spreadsheet import AnyPaper
from policywright.model.letter import Letter
from policywright.pipeline import Examined
from policywright.render.filling import in_controls

RUNS = {"script", "iframe", "object", "embed", "base", "style", "animate", "frame", "applet", "meta"}
LEADS = {"href", "src", "action", "formaction", "srcset", "data", "xlink:href", "poster", "background", "ping"}
RUNNING = re.compile(r"\s*(?:(?:java|vb)script:|data:(?!image/))", re.IGNORECASE)


class Elements(HTMLParser):
    """The elements of a page that run something or lead somewhere, as far as they are none of ours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        acts = values.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy"
        ours = (tag == "script" and values.get("src")) or (tag == "meta" and not acts)
        wrong = [f"{name}={value}" for name, value in attrs if name.startswith("on") or name == "style"]
        wrong += [f"{name}={value}" for name, value in attrs if name in LEADS and RUNNING.match(value or "")]
        wrong += [f"{name}={value}" for name, value in attrs if tag != "a" and name in LEADS and CANARY in str(value)]
        if wrong or (tag in RUNS and not ours):
            self.found.append(f"<{tag} {wrong}>")


def test_the_payloads_are_read(examined: Examined) -> None:
    unread = {"wrong-value", "missing-key", "unknown-key", "yaml-syntax"}
    assert unread <= {rule.name for rule in pipeline.RULES}
    assert unread.isdisjoint(one.name for one in examined.diagnostics)
    assert len(examined.linked.handbook.documents) > 10


def test_no_page_has_an_element_that_runs_or_leads_out(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if page.stem not in {ODD_NAME, HANDWRITTEN}]
    found = {page.relative_to(site).as_posix(): Elements(page.read_text(encoding="utf-8")).found for page in pages}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_nothing_that_is_printed_has_an_element_that_runs_or_leads_out(examined: Examined) -> None:
    documents = pipeline.print_documents(examined)
    assert any("canary" in document.html for document in documents)
    # Each has one style, in which stands nothing that an editor wrote; and a choice is as wide as its longest words.
    ours = re.compile(r"<style \[\]>|<select \['style=min-width: \d+em'\]>")
    assert [wrong for one in documents for wrong in Elements(one.html).found if not ours.fullmatch(wrong)] == []
    styles = [style for one in documents for style in re.findall(r"<style>(.*?)</style>", one.html, re.DOTALL)]
    assert len(styles) == len(documents)
    assert not [style for style in styles if "canary" in style]


def test_word_documents_are_sound_and_hold_no_field_that_does_something(examined: Examined) -> None:
    for document in pipeline.word_documents(examined):
        see_harmless(word.write(document))


def see_harmless(document: bytes) -> None:
    """See that the XML of a Word document is sound, and that it asks for nothing from elsewhere."""
    with zipfile.ZipFile(BytesIO(document)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                for element in ElementTree.fromstring(parts.read(name)).iter():  # noqa: S314  we wrote it
                    tag = element.tag.rpartition("}")[2]
                    asks = "".join(element.itertext()) if tag in {"instrText", "fldSimple"} else ""
                    assert not re.search("DDE|INCLUDE|HYPERLINK|canary", asks), name
                    # A link leads out when somebody follows it; anything else is fetched when the document is opened.
                    outside = element.get("TargetMode") == "External"
                    assert not outside or element.get("Type", "").endswith("/hyperlink"), name
                    assert not RUNNING.match(element.get("Target", "")), name


def test_answers_from_a_spreadsheet_stay_words(complete: Path) -> None:
    examined = pipeline.examine(complete, TODAY)
    letter = next(examined.linked.handbook.of_kind(Letter))
    cell = " ".join(PAYLOADS).replace('"', '""')
    csv = f'parent-name,words\n"{cell}","{cell}"\n'.encode()
    answered = pipeline.answers(examined, letter, "people.csv", csv, AnyPaper())
    html = pipeline.letters(examined, letter, answered.rows).html
    assert "canary" in html
    assert not re.search(r"<(script|iframe|img src=https|object|form|base)", html)
    [blank] = [one for one in pipeline.word_documents(examined) if one.name == letter.id]
    for answers in answered.rows:
        see_harmless(word.fill(word.write(blank), in_controls(answers, letter)))


def test_other_files_are_sound_and_ask_for_nothing(site: Path) -> None:
    for file in _files(site, ".svg", ".xml"):
        for element in ElementTree.parse(file).iter():  # noqa: S314  we wrote it
            assert element.tag.rpartition("}")[2] not in RUNS, file
            assert not [name for name in element.attrib if name.startswith("on")], file


def _files(site: Path, *endings: str) -> Iterator[Path]:
    return (file for file in site.rglob("*") if file.suffix in endings)
