import pytest

from policywright.adapters import program


def test_a_program_of_other_files_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = program.program()
    monkeypatch.setattr(program, "_OURS", ("policywright",))
    assert program.program.__wrapped__() != whole


def test_a_program_that_is_as_it_was_is_the_same() -> None:
    assert program.program.__wrapped__() == program.program()
