from __future__ import annotations

import pytest
from tests.linking.written import clause, glossary, laws, linked, policy, section

from policywright.linking import LinkedHandbook

_TERMS = (
    {"id": "cyberbullying", "term": "cyberbullying", "also": ["online bullying"]},
    {"id": "data", "term": "data"},
    {"id": "data-protection", "term": "data protection"},
    {"id": "personal-data", "term": "personal data"},
    {"id": "ict", "term": "information and communications technology", "acronym": "ICT"},
)


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("Report cyberbullying.", ["cyberbullying"]),
        ("Cyberbullying hurts.", ["Cyberbullying"]),
        ("CYBERBULLYING hurts.", []),
        ("A cyberbullying's end.", ["cyberbullying"]),
        ("Anti-cyberbullying week, cyberbullyings.", []),
        ("Online bullying is online\nbullying.", ["Online bullying", "online\nbullying"]),
        ("Keep personal data, and data.", ["personal data", "data"]),
        ("Read on data protection.", ["data protection"]),
        ("Ask ICT, not ict or Ict.", ["ICT"]),
        ("**Data** and (data).", ["Data", "data"]),
    ],
)
def test_terms_are_found_as_whole_words_the_longest_first(text: str, uses: list[str]) -> None:
    assert _uses(text) == uses


@pytest.mark.parametrize(
    "text",
    [
        "`data`",
        "``a `data` b``",
        "[[#one|data]]",
        "{{data}}",
        "[data](https://example.org/data)",
        "Claim[^data].",
        "<https://example.org/data>",
        "https://example.org/data/x",
        "data@example.org",
        "data.office@example.org",
        "data+office@example.org",
        "office@data.example.org",
        "data.example.org",
        "personal `x` data.x",
    ],
)
def test_no_term_is_found_in_code_references_variables_links_footnotes_and_addresses(text: str) -> None:
    assert _uses(text) == []


def test_a_term_does_not_reach_across_a_reference() -> None:
    assert _uses("personal [[#one]] data") == ["data"]


def test_a_term_is_not_used_in_its_own_definition_but_in_those_of_others() -> None:
    found = linked(
        registers=[
            glossary(
                {"id": "data", "term": "data", "definition": "Data that says something."},
                {"id": "personal-data", "term": "personal data", "definition": "Data about a person."},
            )
        ]
    )
    assert [use.target.address for use in found.terms] == ["term:data"]
    assert found.terms[0].written.node is found.targets["term:personal-data"].node


def test_terms_are_found_in_every_prose_of_a_handbook() -> None:
    conduct = policy(section("first", introduction="On data.", title="Data"), summary="About data.", title="Data rules")
    found = linked(conduct, registers=[glossary(*_TERMS), laws(act="Data Act")])
    assert [use.written.field for use in found.terms] == ["title", "summary", "title", "introduction"]


@pytest.mark.parametrize("form", [" ", "a  b", "C++", "(x)", ".*"])
def test_any_text_may_be_a_term(form: str) -> None:
    found = linked(
        policy(section("first", clause("one", f"About {form} and a b."))),
        registers=[glossary({"term": form, "acronym": form, "also": [form]})],
    )
    expected = {" ": [], "a  b": ["a  b", "a b"]}.get(form, [form])
    assert [use.written.text[use.start : use.end] for use in found.terms] == expected


def _uses(text: str) -> list[str]:
    found = _linked(text)
    return [text[use.start : use.end] for use in found.terms if use.written.field == "text"]


def _linked(text: str) -> LinkedHandbook:
    return linked(policy(section("first", clause("one", text))), registers=[glossary(*_TERMS)])
