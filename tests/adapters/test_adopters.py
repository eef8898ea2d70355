"""The handbooks of adopters are built beside the model's: all of them or none, and each without a gap."""

import datetime
from pathlib import Path
from shutil import copytree

import pytest
from tests.links import broken_links

from policywright import pipeline
from policywright.adapters import publishing
from policywright.adapters.adopters import Model, Refused
from policywright.adapters.built import Built
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined

CIRCUMSTANCES = Circumstances(datetime.date(2026, 11, 21))
ADOPTER = """\
adopter: {name}
name: {name} School
takes: [{{policy: social-media, version: 2026.1}}]
approved: 2026-11-01
variables: {{school-name: {name} School}}
amend:
  - clause: social-media#tell-the-headteacher
    text: Staff should tell the office of {{{{school-name}}}} the same day.
    because: Agreed by the governors.
"""


@pytest.fixture(scope="module")
def built(minimal: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    made = copytree(minimal, tmp_path_factory.mktemp("built") / "a handbook")
    (made / "policies/adopters").mkdir()
    for name in ("hill", "dale"):
        (made / f"policies/adopters/{name}.yml").write_text(ADOPTER.format(name=name), encoding="utf-8")
    return made, publish(made)


@pytest.fixture
def folder(built: tuple[Path, Built], tmp_path: Path) -> Path:
    return copytree(built[0], tmp_path / "a handbook")


def examined(folder: Path) -> Examined:
    return pipeline.examine(folder, CIRCUMSTANCES)


def model(folder: Path) -> Model:
    return Model(folder, examined(folder).diagnostics, CIRCUMSTANCES)


def silent(_done: int, _total: int, _name: str) -> None:
    pass


def publish(folder: Path) -> Built:
    return publishing.publish_with_adopters(folder, examined(folder), model(folder), silent)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_adopter_gets_a_site_and_pdfs_of_its_own_to_which_the_model_leads(
    built: tuple[Path, Built],
) -> None:
    folder, whole = built
    assert [one.site.name for one in whole.adopters] == ["dale", "hill"]
    for one in whole.adopters:
        assert len(list((one.site / "pdf").glob("*.pdf"))) == one.pdfs > 0
        assert len(list(one.site.rglob("*.html"))) == one.pages > 0
        assert broken_links(one.site) == []
        page = (one.site / "schools/social-media.html").read_text(encoding="utf-8")
        assert f"tell the office of {one.site.name} School the same day." in page
        assert f"by {one.site.name} School: Agreed by the governors." in page
        assert "{{" not in page
    overview = (folder / "site/adopters/index.html").read_text(encoding="utf-8")
    assert 'href="hill/index.html"' in overview


def test_nothing_is_built_where_one_adopter_cannot_be_published(folder: Path) -> None:
    before = contents(folder / "site")
    hill = folder / "policies/adopters/hill.yml"
    hill.write_text(hill.read_text(encoding="utf-8").replace("variables:", "# variables:"), encoding="utf-8")

    with pytest.raises(Refused) as refusal:
        publish(folder)

    assert [one.name for one in refusal.value.found["hill"]] == ["unfilled-for-adopter"]
    assert list(refusal.value.found) == ["hill"]
    assert contents(folder / "site") == before


def test_a_build_of_the_model_keeps_the_handbooks_of_adopters_and_leads_to_them(folder: Path) -> None:
    before = {name: content for name, content in contents(folder / "site").items() if name.startswith("adopters/")}
    publishing.publish_site(folder, examined(folder))

    after = {name: content for name, content in contents(folder / "site").items() if name.startswith("adopters/")}
    assert after == before


def test_one_adopter_is_built_and_all_else_stays(folder: Path) -> None:
    before = contents(folder / "site")
    hill = folder / "policies/adopters/hill.yml"
    hill.write_text(hill.read_text(encoding="utf-8").replace("the same day", "at once"), encoding="utf-8")
    publishing.publish_adopter(folder, model(folder), "hill", silent)

    after = contents(folder / "site")
    assert "at once" in after["adopters/hill/schools/social-media.html"].decode()
    assert {name for name in after if after[name] != before.get(name)} <= {
        name for name in after if name.startswith("adopters/hill/")
    }
