"""The authors' guide: what it shows is so, in the handbook with which its readers begin, and no key is left out."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from tests.conftest import HANDBOOKS

from policywright import cli, pipeline
from policywright.adapters import surroundings
from policywright.model.adopter import Adopter
from policywright.model.checklist import Checklist
from policywright.model.decision import Decision
from policywright.model.document import Document, Waiver
from policywright.model.form import FIELD_TYPES, Form
from policywright.model.handbook import Settings
from policywright.model.letter import Letter
from policywright.model.node import Node
from policywright.model.policy import Policy
from policywright.model.publication import Source
from policywright.model.registers import NAMESPACES, REGISTERS, Reviews
from policywright.model.shape import kinds_in, slots
from policywright.model.table import Table
from policywright.render.places import place

GUIDE = Path(__file__).parent.parent / "templates" / "guide"
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))}
RECIPES = {text.partition("\n")[0].lower(): f"## {text}" for text in PAGES["recipes"].split("\n## ")[1:]}
LESSONS = {name: text for name, text in (PAGES | RECIPES).items() if name != "recipes" and "```yaml" in text}
"""What is gone through by itself, from a new handbook on: each page of the guide, and each recipe."""

BLOCK = re.compile(r"^```(?P<kind>yaml|text)\n(?P<body>.*?)^```$|^(?P<heading>## )", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"# (?P<file>policies/\S+\.yml)(?:, (?P<state>before|after))?\n")

PICTURE = "file: pictures/crest.png"
"""What a lesson shows that needs a picture, which no guide can hold."""

DESCRIBED: Mapping[str, tuple[type[Node], ...]] = {
    "checking": (Waiver, Reviews),
    "documents": (Document,),
    "policies": (Policy,),
    "forms": (Form,),
    "letters": (Letter,),
    "checklists": (Checklist,),
    "decisions": (Decision,),
    "tables": (Table,),
    "settings": (Settings,),
    "registers": REGISTERS,
    "adopters": (Adopter,),
    "sources": (Source,),
}
"""The page of each kind of file. What several kinds are made of is described on the first page that has it."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a handbook as it is begun, in git."""
    folder = tmp_path_factory.mktemp("begun") / "our-handbook"
    run("new", "handbook", folder)
    git(folder, "init", "--quiet")
    return folder


@pytest.fixture(scope="module", params=LESSONS)
def followed(request: pytest.FixtureRequest, begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a handbook in which somebody has followed a lesson."""
    return follow(copytree(begun, tmp_path_factory.mktemp("followed") / "our-handbook"), LESSONS[request.param])


def run(*arguments: str | Path) -> str:
    return CliRunner().invoke(cli.command, [str(argument) for argument in arguments]).output


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "As it is")


def follow(folder: Path, lesson: str) -> Path:
    """Do in a handbook what a lesson says, step by step, and return it; what stands at a heading is committed there."""
    if PICTURE in lesson:
        copytree(HANDBOOKS / "complete/policies/pictures", folder / "policies/pictures")
    commit(folder)
    before = ""
    for block in BLOCK.finditer(lesson):
        if block["heading"]:
            commit(folder)
        elif block["kind"] == "yaml":
            before = write(folder, block["body"], before)
        elif block["body"].startswith("$ "):
            assert answers(folder, block["body"]) == block["body"]
    return folder


def write(folder: Path, example: str, before: str) -> str:
    """Write an example into its file, and return it if it is what stands there before a change."""
    named = NAMED.match(example)
    assert named, f"This example does not say in which file it stands:\n{example}"
    file, words = folder / named["file"], example[named.end() :]
    match named["state"]:
        case "before":
            assert file.read_text(encoding="utf-8").count(words) == 1, words
            return words
        case "after":
            file.write_text(file.read_text(encoding="utf-8").replace(before, words), encoding="utf-8")
        case _:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(modeline(named["file"], words) + words, encoding="utf-8")
    return ""


def modeline(file: str, words: str) -> str:
    """Return the line for text editors, which `policywright new` writes and the guide leaves out."""
    kind, name = re.match(r"(\S+): (\S+)", words).groups()  # type: ignore[union-attr]
    up = "../" * (file.count("/") - 1)
    return f"# yaml-language-server: $schema={up}schema/{name if kind == 'register' else kind}.json\n"


def answers(folder: Path, session: str) -> str:
    """Return the commands of a session, each with what it answers."""
    commands = re.findall(r"^\$ policywright (.*)\n", session, re.MULTILINE)
    return "".join(f"$ policywright {line}\n{run('--handbook', folder, *line.split())}" for line in commands)


def test_whoever_follows_the_guide_has_a_handbook_without_a_finding(followed: Path) -> None:
    assert run("--handbook", followed, "check") == "No problems found.\n"


def test_every_document_of_the_guide_has_its_page(followed: Path) -> None:
    examined = pipeline.examine(followed, surroundings.circumstances(followed))
    pages = {page.path: page for page in pipeline.site(examined)}

    for document in examined.linked.handbook.documents:
        page = pages[place(examined.linked.target_of(document)).path]
        assert document.location().file in page.content


def test_the_first_hour_ends_with_a_handbook_that_can_be_published(begun: Path, tmp_path: Path) -> None:
    handbook = follow(copytree(begun, tmp_path / "our-handbook"), PAGES["begin"])
    for file in re.findall(r"`((?:\w+/)?[\w-]+\.yml)`", PAGES["begin"].partition("\n## 8.")[2]):
        (handbook / "policies" / "general" / file).unlink()
    for path in (handbook / "policies" / "general").rglob("*.yml"):
        agreed = "status: in-force\napproved: 2026-09-01\nreview-by: 2099-09-01\n"
        path.write_text(path.read_text(encoding="utf-8").replace("status: draft\n", agreed), encoding="utf-8")

    assert run("--handbook", handbook, "build", "--strict", "--site-only").startswith("The website has ")
    assert (handbook / "site" / "general" / "visitors.html").is_file()


def keys_of(kinds: tuple[type[Node], ...], known: set[type[Node]]) -> Iterator[str]:
    """Yield the keys of kinds of things, and of all that they are made of and that is not known yet."""
    for kind in kinds:
        if kind not in known:
            known.add(kind)
            yield from (key for key in slots(kind) if kind is Document or key not in slots(Document))
            for slot in slots(kind).values():
                yield from keys_of(kinds_in(slot.shape), known)


def is_described(key: str, page: str) -> bool:
    """Tell whether a page speaks of a key: in its words, or as a key of one of its examples."""
    return bool(re.search(rf"`{key}(?::[^`\n]*)?`|^[ -]*{key}:|[{{,] ?{key}: ", page, re.MULTILINE))


@pytest.mark.parametrize("name", DESCRIBED)
def test_every_key_is_described_on_the_page_of_its_kind(name: str) -> None:
    known = set[type[Node]]()
    for page, kinds in DESCRIBED.items():
        keys = set(keys_of(kinds, known))
        if page == name:
            assert {key for key in keys if not is_described(key, PAGES[page])} == set()


def test_every_type_of_field_is_described() -> None:
    types = [kind.model_fields["type"].annotation.__args__[0] for kind in FIELD_TYPES]  # type: ignore[union-attr]

    assert [name for name in types if f"| `{name}` |" not in PAGES["forms"]] == []


def test_every_kind_of_reference_is_described() -> None:
    assert [name for name in NAMESPACES if f"| `[[{name}:" not in PAGES["prose"]] == []


def test_every_command_is_described() -> None:
    guide = "".join(PAGES.values())

    assert [name for name in cli.command.commands if f"policywright {name}" not in guide] == []


@pytest.mark.parametrize("name", [name for name in PAGES if name != "index"])
def test_the_first_page_of_the_guide_leads_to_every_other(name: str) -> None:
    assert f"]({name}.html)" in PAGES["index"]
