import re
from collections.abc import Iterator

import pytest

from policywright import source
from policywright.model.node import Node
from policywright.source.values import PATTERNS
from policywright.source.words import a, called, day, identifier, listed, nearest, short

KEY = re.compile(r"^[ -]*(?P<key>[a-z][a-z-]*):(?=\s)", re.MULTILINE)
OWN_NAMES = {
    *("danger", "known", "police", "ask-removal", "ask-lead", "unused-term"),
    *("pupils", "agreed", "own-work", "post", "ask-first"),
    *("harm", "author", "audience", "teacher"),
    *("school-name", "office-telephone"),
}
"""Keys of the complete handbook that its editors chose, so that no other is right."""


def test_every_key_that_is_misspelt_is_told_once_with_the_right_one(complete_files: dict[str, bytes]) -> None:
    written = {name: content.decode() for name, content in complete_files.items() if name.endswith(".yml")}
    for name, text in written.items():
        for match in KEY.finditer(text):
            key = match["key"]
            wrong = key[0] + key if len(key) < 4 else key[:-1]
            if key not in OWN_NAMES:
                files = {name: f"{text[: match.start('key')]}{wrong}{text[match.end('key') :]}".encode()}
                _, faults = source.read(complete_files | files if name.endswith("handbook.yml") else files)
                line = text[: match.start("key")].count("\n") + 1
                told = [fault for fault in faults if fault.location.file == name]
                assert [(fault.location.line, f"`{key}:`" in fault.help) for fault in told] == [(line, True)]


def _patterns(schema: object) -> Iterator[str]:
    """Yield every pattern of a schema for texts."""
    match schema:
        case {"pattern": str(pattern), "type": ["string", "number"]}:
            yield pattern
        case dict():
            yield from (pattern for part in schema.values() for pattern in _patterns(part))
        case list():
            yield from (pattern for part in schema for pattern in _patterns(part))


def test_every_pattern_of_the_model_is_told_in_words() -> None:
    assert set(_patterns(source.schemas())) == set(PATTERNS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 September 2027", "2027-09-01"),
        ("1st Sep 2027", "2027-09-01"),
        ("01/09/2027", "2027-09-01"),
        ("1.9.2027", "2027-09-01"),
        ("31-12-2027", "2027-12-31"),
        ("12/31/2027", None),
        ("September 2027", None),
        ("1 Smarch 2027", None),
    ],
)
def test_a_british_date_is_understood(written: str, meant: str | None) -> None:
    assert day(written) == meant


def test_the_nearest_word_is_one_that_is_not_taken_yet() -> None:
    assert nearest("publishe", ["publisher", "published"], {"publisher"}) == "published"
    assert nearest("publishe", ["publisher"], {"publisher"}) == "publisher"
    assert nearest("Review_By", ["review-by"]) == "review-by"
    assert nearest("xyzzy", ["review-by"]) is None


def test_an_identifier_is_made_of_what_was_written() -> None:
    assert identifier("  Tŷ Ŵyn & Son's ") == "ty-wyn-son-s"
    assert identifier("x" * 79 + " y") == "x" * 79
    assert identifier("!!") == ""


def test_words_are_listed_and_shortened_for_a_message() -> None:
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b", "c"], "or") == "`a`, `b` or `c`"
    assert short("one\n  two") == "one two"
    assert short("x" * 50) == "x" * 39 + "…"


def test_everything_of_the_model_has_a_name_for_editors() -> None:
    kinds = [Node]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    names = {called(kind) for kind in kinds[1:]}
    assert all(re.fullmatch(r"[a-z]+([ -][a-z`]+)*", name) for name in names), names
    assert a("outcome") == "an outcome"
    assert a("clause") == "a clause"
