import pytest
from tests.checks.over_minimal import found, policy

GLOSSARY = "register: glossary\nentries:\n  - {id: ict, term: computing, acronym: ICT, definition: Computers.}\n"


def test_an_acronym_is_told_once_with_all_its_places() -> None:
    (finding,) = found(policy("        text: The LADO, and again the LADO.\n"))
    assert (finding.name, finding.location.column, finding.location.end_column) == ("undefined-acronym", 19, 23)
    assert [related.location.column for related in finding.related] == [39]


@pytest.mark.parametrize(
    "words", ["ICT", "the UK", "a PDF", "part II", "`LADO`", "<https://example.org/LADO>", "A4 paper"]
)
def test_acronyms_that_are_explained_or_known_to_all_are_fine(words: str) -> None:
    files = policy(f"        text: And {words}.\n") | {"policies/registers/more/glossary.yml": GLOSSARY}
    assert [finding.name for finding in found(files) if finding.name == "undefined-acronym"] == []
