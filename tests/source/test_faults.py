import ast
import inspect
from pathlib import Path

import pytest

from policywright import source
from policywright.diagnostics import Rule
from policywright.source import faults

WITHOUT_EXAMPLE = {"unreadable-file", "too-large", "not-utf-8"}
"""What they refuse cannot be shown in a text; tests of their own show it."""


@pytest.mark.parametrize("rule", source.FAULTS, ids=lambda rule: rule.name)
def test_a_fault_flags_the_marked_lines_of_its_page_alone(rule: type[Rule], minimal_files: dict[str, bytes]) -> None:
    for example in rule.examples():
        files = minimal_files | {name: text.encode() for name, text in example.files.items()}
        _, diagnostics = source.read(files)
        flagged = {(found.location.file, found.location.line) for found in diagnostics if found.name == rule.name}
        assert flagged == example.flagged


@pytest.mark.parametrize("rule", source.FAULTS, ids=lambda rule: rule.name)
def test_the_page_of_a_fault_shows_what_is_refused_and_what_is_accepted(rule: type[Rule]) -> None:
    examples = [] if rule.name in WITHOUT_EXAMPLE else [True, False]
    assert [example.refused for example in rule.examples()] == examples
    assert [bool(example.flagged) for example in rule.examples()] == examples
    assert "Why it matters: " in rule.page()


@pytest.mark.parametrize("rule", source.FAULTS, ids=lambda rule: rule.name)
def test_what_a_page_accepts_has_no_fault_at_all(rule: type[Rule], minimal_files: dict[str, bytes]) -> None:
    for example in rule.examples():
        if not example.refused:
            files = minimal_files | {name: text.encode() for name, text in example.files.items()}
            assert source.read(files)[1] == ()


def test_every_fault_is_registered_under_a_name_and_a_code_of_its_own() -> None:
    folder = Path(inspect.getfile(faults)).parent
    written = [
        node.name
        for path in folder.glob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ClassDef)
    ]
    assert sorted(written) == sorted(rule.__name__ for rule in source.FAULTS)
    names = {rule.name for rule in source.FAULTS}
    codes = {rule.code for rule in source.FAULTS}
    assert len(names) == len(codes) == len(source.FAULTS)
