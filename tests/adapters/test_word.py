"""Word documents of forms and letters, as python-docx and LibreOffice read them, blank and filled in."""

from __future__ import annotations

import datetime
import itertools
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tests.word import controls, lines, said, styled, tags

from policywright import linking, render, source
from policywright.adapters import word
from policywright.model.form import Form, SignatureField
from policywright.model.handbook import Handbook
from policywright.model.letter import Letter
from policywright.render.page import WordDocument

REAL = Path(__file__).parent.parent.parent
WELSH = """\
form: caniatad
title: Caniatâd i luniau
part: schools
language: cy
returns-to: headteacher
owner: headteacher
status: in-force
version: 2026.1
review-by: 2099-09-01
sections:
  - title: Lluniau
    fields:
      - {id: enw, label: Enw, type: name, filled-by: office}
"""
LONG = "the-name-of-the-person-who-answers-for-the-account-when-the-owner-is-away-or-ill"
FILLED: Mapping[str, word.Answers] = {
    "consent": {
        "child-name": "Ŵyn ab Iorwerth & co. <Llŷr>",
        "child-name_2": "Zażółć Gęślą",
        "_section-1_3": "no",
        "_section-1_4": "no",
        "website": "yes",
        "limits_asked": "yes",
        "limits": "First line\r\nSecond line",
        "_section-3": "yes",
        "reach": "EMAIL",
        "days": ["Monday to Thursday", "Friday, but not after noon"],
        "signed-on": "4\nMarch 2027",
    },
    "remove-post": {
        "_guide": "no",
        "letter-date": "4 March 2027",
        "parent-name": "Siân Ŵyn",
        "platform": "X (formerly Twitter)",
        "_paragraph-4": "no",
        "_paragraph-5": "yes",
    },
}


@pytest.fixture(scope="module")
def documents(complete: Path) -> Mapping[str, WordDocument]:
    handbook, _ = source.load(complete)
    return {one.name: one for one in render.word_documents(linking.link(handbook))}


@pytest.fixture(scope="module")
def blank(documents: Mapping[str, WordDocument]) -> Mapping[str, bytes]:
    return {name: word.write(document) for name, document in documents.items()}


@pytest.fixture(scope="module")
def real() -> Handbook:
    return source.load(REAL)[0]


@pytest.fixture(scope="module")
def opened(real: Handbook) -> Mapping[str, Document]:
    """Return every document of the real handbook, as python-docx reads it."""
    written = render.word_documents(linking.link(real))
    return {one.name: docx.Document(BytesIO(word.write(one))) for one in written}


def filled(blank: Mapping[str, bytes], name: str, answers: word.Answers | None = None) -> Document:
    return docx.Document(BytesIO(word.fill(blank[name], FILLED[name] if answers is None else answers)))


def test_every_field_that_is_typed_or_ticked_has_a_control_of_its_name(
    real: Handbook, opened: Mapping[str, Document]
) -> None:
    for form in real.of_kind(Form):
        found = set(tags(opened[form.id]))
        asked = [
            field for section in form.sections for field in section.fields if not isinstance(field, SignatureField)
        ]
        assert {field.id for field in asked} <= found
        assert {f"{field.id}_asked" for field in asked if field.show_if} <= found
        for section in (section for section in form.sections if section.repeat):
            last = section.repeat.at_most if section.repeat else 1
            assert {f"{field.id}_{last}" for field in section.fields if field in asked} <= found


def test_every_blank_and_every_paragraph_that_may_go_has_a_control_of_its_name(
    real: Handbook, opened: Mapping[str, Document]
) -> None:
    for letter in real.of_kind(Letter):
        found = tags(opened[letter.id])
        going = [f"_paragraph-{place}" for place, one in enumerate(letter.body, 1) if one.show_if or one.optional]
        assert {*(blank.id for blank in letter.blanks if f"{{{{{blank.id}}}}}" in str(letter.body)), *going} <= {*found}


def test_each_control_has_a_title_that_word_takes_and_says_something_until_it_is_filled_in(
    opened: Mapping[str, Document],
) -> None:
    for document in opened.values():
        for control in controls(document):
            assert 0 < len(said(control, "alias")) <= 64
            assert 0 < len(said(control, "tag")) <= 64
            content = control.find(qn("w:sdtContent"))
            assert list(content.iter(qn("w:t"), qn("w:tab")))


def test_headings_follow_each_other_in_order_below_one_title(opened: Mapping[str, Document]) -> None:
    for name, document in opened.items():
        ranks = [
            ("Title", "Heading1", "Heading2").index(style)
            for style, _ in styled(document, "Title", "Heading1", "Heading2")
        ]
        assert (name, ranks[0], ranks.count(0)) == (name, 0, 1)
        assert all(after <= before + 1 for before, after in itertools.pairwise(ranks))


def test_every_table_has_a_head_that_each_page_repeats(opened: Mapping[str, Document]) -> None:
    tables = [table for document in opened.values() for table in document.tables]
    assert tables
    for table in tables:
        first = table.rows[0]
        assert first._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None  # noqa: SLF001  no other way to it
        assert all(cell.text for cell in first.cells)


def test_the_file_says_what_it_is(blank: Mapping[str, bytes]) -> None:
    said_of_itself = docx.Document(BytesIO(blank["consent"])).core_properties
    assert (said_of_itself.title, said_of_itself.subject) == ("Consent to photographs", "One form for each family.")
    assert (said_of_itself.author, said_of_itself.category) == ("Example Council", "Form")
    assert (said_of_itself.language, said_of_itself.version) == ("en-GB", "2026.1")
    assert said_of_itself.modified == datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)


def test_no_word_opens_it_as_something_outdated(blank: Mapping[str, bytes]) -> None:
    settings = docx.Document(BytesIO(blank["consent"])).settings.element
    modes = [one for one in settings.iter(qn("w:compatSetting")) if one.get(qn("w:name")) == "compatibilityMode"]
    assert [mode.get(qn("w:val")) for mode in modes] == ["15"]


def test_the_same_document_gives_the_same_bytes(
    documents: Mapping[str, WordDocument], blank: Mapping[str, bytes]
) -> None:
    assert {name: word.write(document) for name, document in documents.items()} == blank
    assert word.fill(blank["consent"], FILLED["consent"]) == word.fill(blank["consent"], FILLED["consent"])


def test_language_is_that_of_the_document_and_our_own_words_are_marked(minimal_files: Mapping[str, bytes]) -> None:
    handbook, _ = source.read({**minimal_files, "policies/schools/forms/caniatad.yml": WELSH.encode()})
    document = next(one for one in render.word_documents(linking.link(handbook)) if one.name == "caniatad")
    opened = docx.Document(BytesIO(word.write(document)))
    defaults = opened.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == "cy"
    ours = [run for run in opened.element.body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None]
    assert {run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) for run in ours} == {"en-GB"}
    assert "Goes to:" in [run.text for run in ours]


def test_a_logo_is_told_in_words(blank: Mapping[str, bytes]) -> None:
    body = docx.Document(BytesIO(blank["remove-post"])).element.body
    assert [picture.get("descr") for picture in body.iter(qn("wp:docPr"))] == [
        "The crest of the school, a tree on a shield"
    ]


def test_names_that_are_too_long_for_word_are_cut_at_their_beginning_and_found_all_the_same(
    minimal_files: Mapping[str, bytes],
) -> None:
    form = WELSH.replace("enw, label: Enw", f"{LONG}, label: Enw")
    handbook, _ = source.read({**minimal_files, "policies/schools/forms/caniatad.yml": form.encode()})
    document = next(one for one in render.word_documents(linking.link(handbook)) if one.name == "caniatad")
    found = docx.Document(BytesIO(word.fill(word.write(document), {LONG: "Siân"})))
    assert tags(found) == [LONG[-64:]]
    assert "Siân" in lines(found)


def test_a_title_that_is_too_long_for_what_a_file_says_of_itself_is_cut(documents: Mapping[str, WordDocument]) -> None:
    words = "Consent " * 60
    long = replace(documents["consent"], title=words, subject=words, publisher=words, version="1" * 900)
    said_of_itself = docx.Document(BytesIO(word.write(long))).core_properties
    for field in (said_of_itself.title, said_of_itself.subject, said_of_itself.author, said_of_itself.version):
        assert field.endswith("…")


def test_a_filled_form_says_what_was_answered(blank: Mapping[str, bytes]) -> None:
    words = lines(filled(blank, "consent"))
    assert [line for line in words if "☒" in line] == [
        "☒Yes", "☒email", "☒Monday to Thursday", "☒Friday, but not after noon",
    ]  # fmt: skip
    assert "First line\nSecond line" in words
    assert "4 March 2027" in words
    assert "Ŵyn ab Iorwerth & co. <Llŷr>" in words
    assert not [line for line in words if line.startswith("Only if")]
    assert len(filled(blank, "consent").tables[0]._tbl.findall(f".//{qn('w:tr')}")) == 3  # noqa: SLF001  rows in controls


def test_a_filled_letter_is_nothing_but_the_letter(blank: Mapping[str, bytes]) -> None:
    letter = filled(blank, "remove-post")
    assert lines(letter)[-9:] == [
        "",
        "4 March 2027",
        "Dear Siân Ŵyn",
        "A post about Ysgol Tŷ Ffynnon",
        "I have been shown a post on X (formerly Twitter) about our school. It says: [What the post says]\n\n\n",
        "I would be glad to talk about it. The office will find a time.",
        "If the post is still there next week, we shall ask X (formerly Twitter) to remove it.",
        "Yours sincerely",
        "[Name and address of the parent or carer]\n\n\n\n",
    ]
    assert tags(letter) == ["letter-date", "parent-name", "words", "parent-address"]


@pytest.mark.parametrize(
    "answers",
    [{}, {"child-name": ""}, {"child-name": [" "]}, {"no-such-field": "yes"}, {"website": "perhaps"}],
    ids=["nothing", "an empty answer", "white space", "an answer to nothing", "an answer that is no box"],
)
def test_what_has_no_answer_stays_to_be_filled_in(blank: Mapping[str, bytes], answers: word.Answers) -> None:
    assert lines(filled(blank, "consent", answers)) == lines(docx.Document(BytesIO(blank["consent"])))


def test_what_xml_cannot_hold_is_left_out(blank: Mapping[str, bytes]) -> None:
    words = lines(filled(blank, "consent", {"child-name": "a\x00b\x0bc\ud800d\ufffee😀"}))
    assert "abcde😀" in words


def test_libreoffice_shows_all_of_it_blank_and_filled(blank: Mapping[str, bytes], tmp_path: Path) -> None:
    for name, content in blank.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
        (tmp_path / f"{name}-filled.docx").write_bytes(word.fill(content, FILLED[name]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to_pdf = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*to_pdf, *tmp_path.glob("*.docx")], check=True, capture_output=True)
    text = {file.stem: " ".join(_text(file).split()) for file in tmp_path.glob("*.pdf")}
    assert "May we use photographs on the website? Left blank, this counts as no. ☐ Yes ☐ No" in text["consent"]
    assert (
        "Consent to photographs · Version 2026.1 A printed copy is not kept up to date Page 1 of 2" in text["consent"]
    )
    assert "Ŵyn ab Iorwerth & co. <Llŷr>" in text["consent-filled"]
    assert "☒ Yes ☐ No" in text["consent-filled"]
    assert "First line Second line" in text["consent-filled"]
    assert "How to use this letter" in text["remove-post"]
    assert text["remove-post-filled"].startswith("Ysgol Tŷ Ffynnon 1 School Lane Exampleton")
    greeted = "Dear Siân Ŵyn A post about Ysgol Tŷ Ffynnon I have been shown a post on X (formerly Twitter)"
    assert greeted in text["remove-post-filled"]


def _text(file: Path) -> str:
    return subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout
