"""The files that every site needs beside its pages."""

from policywright.adapters.assets import TEMPLATES, assets


def test_scripts_reach_readers_without_the_remarks_for_those_who_work_on_them() -> None:
    script = dict(assets())["assets/handbook/search.js"].decode()
    source = (TEMPLATES / "scripts/search/ranking.js").read_text(encoding="utf-8")
    remarks = [line for line in source.splitlines() if line.lstrip().startswith("//")]
    code = [line for line in source.splitlines() if not line.lstrip().startswith("//")]
    assert remarks
    assert "\n".join(code) in script
    assert not any(line.lstrip().startswith("//") for line in script.splitlines())
