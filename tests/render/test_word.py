"""What is written into Word documents, before any program writes it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, fromstring

import pytest

from policywright import linking, render, source

LETTER = """\
letter: ask
title: Ask
part: schools
owner: headteacher
status: in-force
version: 2026.1
review-by: 2099-09-01
blanks:
  - {id: reader, label: Name of the reader & others}
  - {id: site, label: Where it is, pick: [Facebook, another <site>]}
body:
  - text: Dear {{reader}}
  - text: I have seen *this* on {{site}}, see <https://example.org/?a=1&b=2> or [our page](https://example.org/?a=1&b=2).
  - text: Please ring.
    adopter-note: Say when.
"""
FORM = """\
form: two
title: Two children
part: schools
owner: headteacher
status: in-force
version: 2026.1
review-by: 2099-09-01
sections:
  - title: Children
    repeat: {each: child, at-most: 2}
    fields:
      - {id: child, label: Name, type: name}
      - {id: born, label: Born on, type: date}
  - title: Outings
    repeat: {each: outing, at-most: 2}
    fields:
      - {id: where, label: Where to?, type: pick-one, options: [Zoo, Museum]}
  - title: Pictures
    fields:
      - {id: site, label: On the site?, type: yes-no, consent: yes, blank-means: no}
      - {id: paper, label: In the paper?, type: yes-no, consent: yes, blank-means: no}
      - {id: limits, label: Not what?, type: long-text, show-if: {field: site, is: yes}}
      - {id: told, label: Were they told?, type: yes-no}
withdraw: Tell the office.
"""
HEAD = """
    letterhead:
      name: "{{school-name}}"
      logo: {file: pictures/crest.png, shows: A tree}
"""


@pytest.fixture
def bodies(minimal_files: Mapping[str, bytes]) -> Mapping[str, Element]:
    return written(minimal_files)


def written(files: Mapping[str, bytes]) -> Mapping[str, Element]:
    more = {"policies/schools/letters/ask.yml": LETTER.encode(), "policies/schools/forms/two.yml": FORM.encode()}
    handbook, faults = source.read({**files, **more})
    assert faults == ()
    return {one.name: fromstring(one.body) for one in render.word_documents(linking.link(handbook))}  # noqa: S314  ours


def words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_every_sign_that_means_something_in_xml_comes_through(bodies: Mapping[str, Element]) -> None:
    letter = bodies["ask"]
    assert [one.get("title") for one in letter.iter("input")] == ["Name of the reader & others"]
    assert [words(option) for option in letter.iter("option")] == ["Facebook", "another <site>"]
    assert "https://example.org/?a=1&b=2" in [link.get("href") for link in letter.iter("a")]


def test_a_note_for_adopters_stands_at_its_paragraph_and_goes_with_it(bodies: Mapping[str, Element]) -> None:
    block = next(one for one in bodies["ask"].iter("fieldset") if one.get("name") == "_paragraph-3")
    assert [(one.get("class"), words(one)) for one in block] == [
        ("instruction", "Say when."),
        ("letter", "Please ring."),
    ]


def test_short_answers_of_several_turns_are_rows_and_others_blocks(bodies: Mapping[str, Element]) -> None:
    form = bodies["two"]
    table = next(form.iter("table"))
    assert [words(cell) for cell in table.iter("th")] == [
        "1 Name",
        "2 Born on Day, month and year, for example 4 March 2027",
    ]
    assert [one.get("name") for one in table.iter("input")] == ["child", "born", "child_2", "born_2"]
    assert [words(heading) for heading in form.iter("h3")] == ["Outing 1", "Outing 2"]
    assert [one.get("name") for one in form.iter("fieldset")] == ["_section-1_2", "_section-2_2", "limits_asked"]


def test_questions_for_yes_or_no_stand_in_a_table_where_there_are_several(bodies: Mapping[str, Element]) -> None:
    table = list(bodies["two"].iter("table"))[1]
    boxes = [(box.get("name"), box.get("title")) for box in table.iter("input")]
    assert boxes == [
        *(("site", "Yes: On the site?"), ("site", "No: On the site?")),
        *(("paper", "Yes: In the paper?"), ("paper", "No: In the paper?")),
    ]
    assert "Left blank, this counts as no." in words(table)


@pytest.mark.parametrize("crest", [None, b"no picture"], ids=["missing", "odd"])
def test_a_letter_goes_without_a_logo_that_cannot_be_shown(
    minimal_files: Mapping[str, bytes], crest: bytes | None
) -> None:
    settings = minimal_files["policies/handbook.yml"].decode().replace("title: Schools\n", "title: Schools" + HEAD, 1)
    files = {**minimal_files, "policies/handbook.yml": settings.encode()}
    letter = written(files | ({"policies/pictures/crest.png": crest} if crest else {}))["ask"]
    assert [words(one) for one in letter.iter("p") if one.get("class") == "letterhead"] == ["The school"]
    assert list(letter.iter("img")) == []
