"""Filling in Word documents: the answers go into the content controls that bear their names.

`templates/scripts/tools/word.js` keeps the same rule in the browser, and a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from policywright.adapters.word.controls import INSTRUCTION, W14, run, tag_of, text_beside
from policywright.adapters.word.package import BODY, packed, unpacked

Answers = Mapping[str, str | Sequence[str]]
"""The answers to a form or for a letter: words, or several, by the tag of the content controls that they go into."""

_NOT_IN_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fill(document: bytes, answers: Answers) -> bytes:
    """Return a Word document that Policywright wrote, with answers filled in; the same answers give the same bytes.

    `answers` has what goes into each content control by its tag, which is the identifier of the form's field or the
    letter's blank: `{"child-name": "Ŵ. Example", "born": "4 March 2027", "consent": "yes"}`. In a section that is
    filled in several times, the second turn has `child-name_2`, the third `child-name_3`, and so on.

    - Words stand as they are given; line feeds part lines where there is room for several, and are spaces elsewhere.
      A date is words too, such as `4 March 2027`.
    - Boxes are ticked whose own words are the answer, or among the answers where several are given:
      `{"consent": "no", "where": ["Newsletter", "Local paper"]}`. Capital letters make no difference.
    - What stands only after a certain answer has a name of its own: `limits_asked` for the field `limits`,
      `_section-3` for a section, `_section-3_2` for its second turn, `_paragraph-4` of a letter, `_guide` for what
      is said about the letter. `yes` keeps it without the words that say when it stands, and `no` takes it out.

    What is not among the answers, or is empty, stays as it is, to be filled in later; answers for which there is no
    control are passed over.
    """
    parts = unpacked(document)
    body = parse_xml(parts[BODY])
    given = {tag_of(name): _listed(answer) for name, answer in answers.items()}
    for control in list(body.iter(qn("w:sdt"))):
        words = given.get(_tag(control))
        if words:
            _fill(control, words)
    return packed({**parts, BODY: serialize_part_xml(body)})


def _listed(answer: str | Sequence[str]) -> list[str]:
    """Return the answers that say anything, of XML's own characters alone."""
    answers = [answer] if isinstance(answer, str) else answer
    return [words for words in (_NOT_IN_XML.sub("", given.replace("\r\n", "\n")) for given in answers) if words.strip()]


def _fill(control: BaseOxmlElement, words: Sequence[str]) -> None:
    if _has(control, f"{{{W14}}}checkbox"):
        _tick(control, words)
    elif _has(control, qn("w:dropDownList")):
        _replace(control, [run("\n".join(words))])
    elif control.getparent().tag == qn("w:p"):
        _write(control, "\n".join(words))
    else:
        _settle(control, stands=words == ["yes"])


def _tick(control: BaseOxmlElement, words: Sequence[str]) -> None:
    """Tick a box if the words beside it are among the answers."""
    if text_beside(control).casefold() in {answer.strip().casefold() for answer in words}:
        box = next(control.iter(f"{{{W14}}}checkbox"))
        box.find(f"{{{W14}}}checked").set(f"{{{W14}}}val", "1")
        ticked = box.find(f"{{{W14}}}checkedState").get(f"{{{W14}}}val")
        next(control.iter(qn("w:t"))).text = chr(int(ticked, 16))


def _settle(control: BaseOxmlElement, *, stands: bool) -> None:
    """Keep what hangs on a condition, without the words that tell of it; or take it out."""
    kept = list(control.find(qn("w:sdtContent"))) if stands else []
    _replace(control, [block for block in kept if not _is_instruction(block)])


def _write(control: BaseOxmlElement, words: str) -> None:
    """Put words into a control; one for plain text has a single line."""
    content, settings = control.find(qn("w:sdtContent")), control.find(qn("w:sdtPr"))
    content[:] = [run(words.replace("\n", " ") if _has(control, qn("w:text")) else words)]
    for mark in settings.findall(qn("w:showingPlcHdr")):
        settings.remove(mark)


def _replace(control: BaseOxmlElement, elements: Sequence[BaseOxmlElement]) -> None:
    parent = control.getparent()
    place = parent.index(control)
    parent[place : place + 1] = elements


def _is_instruction(block: BaseOxmlElement) -> bool:
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val")) == INSTRUCTION


def _tag(control: BaseOxmlElement) -> str:
    tag: str = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
    return tag


def _has(control: BaseOxmlElement, kind: str) -> bool:
    return control.find(f"{qn('w:sdtPr')}/{kind}") is not None
