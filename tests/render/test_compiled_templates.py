"""Compiled templates are kept, and a page comes out the same whatever has become of them."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from policywright.render.compiled_templates import CompiledTemplates


def filled(folder: Path, *, trim_blocks: bool = False) -> str:
    """Fill in a template as a program does that has only just begun."""
    templates = Environment(
        loader=DictLoader({"page": "{{ 6 * 7 }} {# whole #}\nrules"}),
        bytecode_cache=CompiledTemplates(folder),
        autoescape=True,
        trim_blocks=trim_blocks,
    )
    return templates.get_template("page").render()


def test_a_template_is_kept_as_it_was_compiled(tmp_path: Path) -> None:
    assert filled(tmp_path) == "42 \nrules"
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}

    assert len(kept) == 1
    assert filled(tmp_path) == "42 \nrules"
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == kept


def test_one_that_is_compiled_otherwise_is_another(tmp_path: Path) -> None:
    assert filled(tmp_path) == "42 \nrules"
    assert filled(tmp_path, trim_blocks=True) == "42 rules"


@pytest.mark.parametrize("length", [0, 40, 99])
def test_a_damaged_one_is_compiled_anew(tmp_path: Path, length: int) -> None:
    filled(tmp_path)
    [kept] = tmp_path.iterdir()
    whole = kept.read_bytes()
    for damaged in (whole[:length], b"?" * length):
        kept.write_bytes(damaged)

        assert filled(tmp_path) == "42 \nrules"
        assert kept.read_bytes() == whole


def test_where_it_cannot_be_kept_it_is_filled_in_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")

    assert filled(tmp_path / "a file" / "within") == "42 \nrules"


def test_the_folder_is_made_for_what_is_kept(tmp_path: Path) -> None:
    assert filled(tmp_path / "kept") == "42 \nrules"
    assert len(list((tmp_path / "kept").iterdir())) == 1
