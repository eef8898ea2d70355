"""What a new handbook brings for git: its hooks and pipelines run here, over a change and over what is sound.

The pipelines' own machines are not here. What they install is left out, since the program is installed, and what GitHub
works out of `${{ … }}` is written into the environment. A server of the test takes GitLab's place.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from shutil import copytree
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from click.testing import CliRunner

from policywright import cli

ROOT = Path(__file__).parent.parent
WORKFLOW = ".github/workflows/handbook.yml"
PIPELINE = ".gitlab-ci.yml"
POLICY = "policies/general/photographs.yml"
DECISION = "policies/general/decisions/may-i-use-this-photograph.yml"
CHANGE = {
    POLICY: (
        ("id: ask-first\n        duty: must", "id: ask-first\n        duty: should"),
        ("Staff must ask people", "Staff should ask people"),
        ("[[#written-consent]]", "[[#writen-consent]]"),
    ),
    DECISION: (
        ("say: No\n        go: not-allowed", "say: No\n        go: ask-manager"),
        ("say: I am not sure\n        go: ask-manager", "say: I am not sure\n        go: not-allowed"),
        ("missing -> not-allowed\n  - unsure -> ask-manager", "missing -> ask-manager\n  - unsure -> not-allowed"),
    ),
}
"""A rule binds less, two answers lead elsewhere, and a reference is misspelt."""


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", message)


def rewrite(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new handbook in a git repository."""
    folder = tmp_path_factory.mktemp("sound") / "our-handbook"
    assert CliRunner().invoke(cli.command, ["new", "handbook", str(folder)]).exit_code == 0
    git(folder.parent, "init", "--quiet", folder.name)
    commit(folder, "Begin")
    return folder


@pytest.fixture(scope="module")
def changed(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the handbook with a second commit, which holds a fault."""
    folder = copytree(sound, tmp_path_factory.mktemp("changed") / sound.name)
    for file, changes in CHANGE.items():
        rewrite(folder / file, *changes)
    commit(folder, "Change")
    return folder


def place(folder: Path) -> tuple[int, int]:
    """Return the line and the column of the misspelt reference."""
    lines = (folder / POLICY).read_text(encoding="utf-8").splitlines()
    return next((number, line.index("[[#wri") + 1) for number, line in enumerate(lines, 1) if "[[#writen" in line)


def parsed(folder: Path, file: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
    return found


@dataclass
class Run:
    """What each step of a job printed, by its name, and which of them failed: it is the last.

    The `comment` and the `summary` are what it wrote for the pull request.
    """

    said: dict[str, str] = field(default_factory=dict)
    failed: str | None = None
    comment: str = ""
    summary: str = ""


def run(shell: Sequence[str], script: str, folder: Path, more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((more.get("PATH", ""), str(Path(sys.executable).parent), os.environ["PATH"]))
    surroundings = os.environ | more | {"PATH": path}
    return subprocess.run([*shell, script], cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


def on_github(folder: Path, job: str, event: str, **more: str) -> Run:
    """Run the steps of a job that are ours, as GitHub does: up to the first that fails."""
    done = Run()
    conditions = {None: True, "github.event_name == 'pull_request'": event == "pull_request"}
    for step in parsed(folder, WORKFLOW)["jobs"][job]["steps"]:
        if "run" not in step or step["name"] == "Install Policywright" or not conditions[step.get("if")]:
            continue
        result = run(["bash", "-ec"], step["run"], folder, more)
        done.said[step["name"]] = result.stdout
        if result.returncode:
            done.failed = step["name"]
            break
    return done


def on_gitlab(folder: Path, job: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a job, as GitLab does: in one shell, up to the first line that fails."""
    return run(["sh", "-ec"], "\n".join(parsed(folder, PIPELINE)[job]["script"]), folder, more)


@pytest.fixture(scope="module")
def pulled(changed: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what GitHub makes of a pull request with the change."""
    summary = tmp_path_factory.mktemp("github") / "summary.md"
    done = on_github(changed, "handbook", "pull_request", GITHUB_STEP_SUMMARY=str(summary))
    done.comment = (changed / "changes.md").read_text(encoding="utf-8")
    done.summary = summary.read_text(encoding="utf-8")
    return done


@pytest.mark.parametrize(("schema", "file"), [("github-workflows", WORKFLOW), ("gitlab-ci", PIPELINE)])
def test_the_pipelines_keep_to_the_schemas_of_their_services(sound: Path, schema: str, file: str) -> None:
    done = run(["check-jsonschema", "--builtin-schema", f"vendor.{schema}"], file, sound, {})
    assert done.returncode == 0, done.stdout


def test_a_change_is_marked_on_its_line_and_refused_on_github(changed: Path, pulled: Run) -> None:
    line, column = place(changed)
    mark = f"::error file={POLICY},line={line},endLine={line},title=dangling-reference,col={column},"
    assert pulled.said["Mark each problem on its line"].count("::error") == 1
    assert mark in pulled.said["Mark each problem on its line"]
    assert pulled.failed == "Check"
    assert f"{POLICY}:{line}:{column}: error:" in pulled.said["Check"]


def test_the_comment_tells_changed_clauses_and_paths_with_their_grades(pulled: Run) -> None:
    comment = pulled.comment
    assert "| <code>photographs</code>, Photographs of people | 2026.1 | duty (1), wording, place" in comment
    assert "**Duty**\n\n- <code>photographs\\#ask-first</code> (clause 1.1): duty changed" in comment
    assert "Staff <del>must</del> <ins>should</ins> ask people" in comment
    assert pulled.summary == comment
    assert "- Went to “Do not use it”, now goes to “Ask first”: “Has everybody in the photograph given" in comment


def test_github_is_asked_to_renew_the_comment_that_stands_there(changed: Path, tmp_path: Path) -> None:
    """Run what comments with a program in the place of `gh` that keeps what it is told."""
    gh = tmp_path / "gh"
    gh.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{tmp_path}/told"\n', encoding="utf-8")
    gh.chmod(0o700)
    (step,) = (step for step in parsed(changed, WORKFLOW)["jobs"]["comment"]["steps"] if "run" in step)
    done = on_github(changed, "comment", "pull_request", PATH=str(tmp_path), NUMBER="12")

    assert done.failed is None
    told = (tmp_path / "told").read_text(encoding="utf-8").split()
    assert told == ["pr", "comment", "12", "--edit-last", "--create-if-none", "--body-file", "changes.md"]
    assert step["env"].keys() == {"GH_TOKEN", "GH_REPO", "NUMBER"}


def test_what_is_merged_is_built_for_pages(sound: Path, tmp_path: Path) -> None:
    folder = copytree(sound, tmp_path / "handbook")
    assert on_github(folder, "handbook", "push").failed is None

    job = parsed(folder, WORKFLOW)["jobs"]["handbook"]
    (site,) = (step["with"]["path"] for step in job["steps"] if "upload-pages" in step.get("uses", ""))
    assert is_whole(folder / site)

    assert on_gitlab(folder, "pages").returncode == 0
    (public,) = parsed(folder, PIPELINE)["pages"]["artifacts"]["paths"]
    assert is_whole(folder / public)


def is_whole(site: Path) -> bool:
    return (site / "index.html").is_file() and (site / "pdf/photographs.pdf").read_bytes().startswith(b"%PDF-")


def test_both_services_check_and_build_alike(sound: Path) -> None:
    steps = parsed(sound, WORKFLOW)["jobs"]["handbook"]["steps"]
    runs = [step["run"] for step in steps if step.get("name") in {"Check", "Build"}]
    assert runs == parsed(sound, PIPELINE)["handbook"]["script"][-2:]


def test_nothing_of_a_change_is_run_where_github_lets_anything_be_written(sound: Path) -> None:
    workflow = parsed(sound, WORKFLOW)
    assert workflow["permissions"] == {}
    # PyYAML reads the key `on` as true.
    assert set(workflow[True]) == {"pull_request", "push"}
    for job in workflow["jobs"].values():
        if "write" in job["permissions"].values():
            runs = " ".join(step.get("run", step.get("uses")) for step in job["steps"])
            assert not re.search(r"checkout|policywright|pip", runs)


def test_no_words_of_a_change_become_a_command_on_github(sound: Path) -> None:
    jobs = parsed(sound, WORKFLOW)["jobs"].values()
    assert [step["run"] for job in jobs for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_only_the_default_branch_is_published(sound: Path) -> None:
    publish = parsed(sound, WORKFLOW)["jobs"]["publish"]
    assert publish["if"] == "github.event_name == 'push' && github.ref_name == github.event.repository.default_branch"
    assert publish["needs"] == "handbook"
    assert parsed(sound, PIPELINE)["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert parsed(sound, PIPELINE)["pages"]["needs"] == ["handbook"]


def test_a_change_is_marked_on_its_line_and_refused_on_gitlab(changed: Path, pulled: Run) -> None:
    done = on_gitlab(changed, "handbook", CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD^1")

    line, column = place(changed)
    job = parsed(changed, PIPELINE)["handbook"]
    (mark,) = json.loads((changed / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert (mark["check_name"], mark["location"]["path"]) == ("dangling-reference", POLICY)
    assert mark["location"]["lines"] == {"begin": line, "end": line}
    assert done.returncode
    assert f"{POLICY}:{line}:{column}: error:" in done.stdout
    assert (changed / "changes.md").read_text(encoding="utf-8") == pulled.comment


class Notes(HTTPServer):
    """The notes below a merge request, as GitLab keeps them."""

    notes: list[dict[str, Any]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/v4"


class _Answer(BaseHTTPRequestHandler):
    server: Notes

    def do_GET(self) -> None:
        self._answer(self.server.notes)

    def do_POST(self) -> None:
        self.server.notes.append({"id": len(self.server.notes) + 1, "body": self._body()})
        self._answer(self.server.notes[-1])

    def do_PUT(self) -> None:
        number = int(urlsplit(self.path).path.rpartition("/")[2])
        self.server.notes[number - 1]["body"] = self._body()
        self._answer({})

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _body(self) -> str:
        return parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["body"][0]

    def _answer(self, found: object) -> None:
        known = self.headers["PRIVATE-TOKEN"] == "token" and "/projects/7/merge_requests/3/notes" in self.path
        content = json.dumps(found).encode()
        self.send_response(200 if known else 401)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def gitlab() -> Iterator[Notes]:
    with Notes(("127.0.0.1", 0), _Answer) as server:
        server.notes = [{"id": 1, "body": "Well done"}]
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_gitlab_has_one_comment_which_is_renewed(sound: Path, tmp_path: Path, gitlab: Notes) -> None:
    variables = {
        "CI_API_V4_URL": gitlab.address,
        "CI_PROJECT_ID": "7",
        "CI_MERGE_REQUEST_IID": "3",
        "POLICYWRIGHT_TOKEN": "token",
    }
    notes = parsed(sound, PIPELINE)["comment"]["variables"]["NOTES"]
    variables["NOTES"] = re.sub(r"\$(\w+)", lambda name: variables[name[1]], notes)
    folder = copytree(sound, tmp_path / "handbook")
    for told in ("<!-- policywright diff -->\nfirst & foremost", "<!-- policywright diff -->\nthen"):
        (folder / "changes.md").write_text(told, encoding="utf-8")
        done = on_gitlab(folder, "comment", **variables)
        assert done.returncode == 0, done.stderr
        assert [note["body"] for note in gitlab.notes] == ["Well done", told]


def hooks() -> dict[str, dict[str, Any]]:
    """Return the hooks that our repository offers, by what they are called in a handbook."""
    return {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def test_the_hooks_of_a_new_handbook_refuse_a_fault_and_let_pass_what_is_sound(sound: Path, changed: Path) -> None:
    (used,) = parsed(sound, ".pre-commit-config.yaml")["repos"]
    chosen = [hooks()[hook["id"]] for hook in used["hooks"]]
    assert chosen
    for hook in chosen:
        assert re.search(hook["files"], POLICY)
        assert not re.search(hook["files"], "README.md")
        assert run(["sh", "-c"], hook["entry"], sound, {}).returncode == 0
        assert run(["sh", "-c"], hook["entry"], changed, {}).returncode == 1


def test_the_hook_that_mends_changes_what_has_one_right_mend(sound: Path, tmp_path: Path) -> None:
    folder = copytree(sound, tmp_path / "handbook")
    rewrite(folder / POLICY, ("title: Afterwards", "title: Afterwards   "))
    run(["sh", "-c"], hooks()["policywright-fix"]["entry"], folder, {})
    assert (folder / POLICY).read_bytes() == (sound / POLICY).read_bytes()


def test_hooks_and_pipelines_install_the_same_version(sound: Path) -> None:
    (used,) = parsed(sound, ".pre-commit-config.yaml")["repos"]
    requirements = (sound / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert requirements[-1] == f"policywright @ git+{used['repo']}@{used['rev']}"


def test_whoever_begins_a_handbook_is_told_where_an_address_is_to_be_filled_in(tmp_path: Path) -> None:
    told = CliRunner().invoke(cli.command, ["new", "handbook", str(tmp_path / "handbook")]).stderr
    requirements = (tmp_path / "handbook" / "requirements.txt").read_text(encoding="utf-8")
    assert ("instead of https://git.example.org" in told) == ("git.example.org" in requirements)


def test_the_readme_of_a_new_handbook_tells_what_each_file_is_for(sound: Path) -> None:
    readme = (sound / "README.md").read_text(encoding="utf-8")
    files = {entry.name for entry in sound.iterdir()} - {"README.md", ".git", ".gitignore"}
    assert [name for name in files if f"`{name}" not in readme] == []
