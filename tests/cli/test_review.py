"""The command `policywright review`: a change of a rule makes suspect what rests on it, until somebody has looked."""

import datetime
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from policywright import cli, pipeline
from policywright.cli.status import PROBLEMS_FOUND, WRONG_USAGE
from policywright.linking.reviews import resting

MINIMAL = Path(__file__).parents[1] / "handbooks" / "minimal"
POLICY = "policies/schools/social-media.yml"
REVIEWS = "policies/registers/reviews.yml"
ITEM = "before-a-post#ask"
CHECKLIST = """\
checklist: before-a-post
title: Before a post
part: schools
steps:
  - title: First
    items:
      - id: ask
        do: Ask yourself who will read it.
        clauses: [social-media#decline-friend-requests, social-media#tell-the-headteacher]
"""
ADOPTER = """\
adopter: hill
name: Hill School
takes: [{policy: social-media, version: 2026.1}]
variables: {school-name: Hill School}
amend:
  - clause: social-media#decline-friend-requests
    text: Staff must decline every friend request of a pupil, and of a former pupil under 18.
    because: Agreed by the governors.
"""
LOOKED = ("--by", "headteacher", "--because", "It says “who”, and [[role:staff]] know: that is enough")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """Return a handbook with an item that rests on two clauses, of which it was written down what they say."""
    folder = copytree(MINIMAL, tmp_path / "handbook")
    (folder / "policies/schools/checklists").mkdir()
    (folder / "policies/schools/checklists/before-a-post.yml").write_text(CHECKLIST, encoding="utf-8")
    run(folder, "review", "--begin", *LOOKED)
    return folder


def run(folder: Path, *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(cli.command, ["--handbook", str(folder), *arguments])
    assert result.exit_code == status, result.output
    return result.output


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def lines(folder: Path) -> list[str]:
    return (folder / REVIEWS).read_text(encoding="utf-8").splitlines()


def suspect(folder: Path) -> list[tuple[str, str]]:
    return [(one.what.address, one.rule.anchor) for one in resting(pipeline.read(folder).linked) if one.is_suspect]


def test_nothing_is_suspect_where_everything_was_looked_at(handbook: Path) -> None:
    assert run(handbook, "review") == "Nothing suspect; 0 never compared.\n"
    assert "suspect-rest" not in run(handbook, "check")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (POLICY, "decline every friend request", "decline every request"),
        (POLICY, "duty: must", "duty: should"),
        (POLICY, "actors: [staff]", "actors: [staff, governors]"),
        (POLICY, "        duty: must\n", "        heading: Friends\n        duty: must\n"),
    ],
)
def test_another_word_heading_duty_or_actor_makes_suspect_what_rests_on_the_rule(
    file: str, old: str, new: str, handbook: Path
) -> None:
    change(handbook, file, old, new)
    assert suspect(handbook) == [(ITEM, "decline-friend-requests")]


def test_another_value_of_a_variable_makes_suspect_what_rests_on_its_words(handbook: Path) -> None:
    change(handbook, "policies/handbook.yml", "default: the school", "default: the academy")
    assert suspect(handbook) == [(ITEM, "tell-the-headteacher")]


def test_another_layout_or_name_makes_nothing_suspect(handbook: Path) -> None:
    change(handbook, POLICY, "every friend request that a pupil", "every friend request that\n          a pupil")
    change(handbook, POLICY, "topics: [friend-requests]", "keywords: [friends]")
    assert suspect(handbook) == []


def test_the_check_tells_it_where_the_rule_is_named(handbook: Path) -> None:
    change(handbook, POLICY, "duty: must", "duty: should")
    told = run(handbook, "check")
    assert "before-a-post.yml:9:19: warning: Clause 1.1" in told
    assert "and nobody compared this item with it." in told
    assert f"policywright review {ITEM} --by ROLE" in told


def test_somebody_clears_one_thing_with_a_role_a_date_and_a_reason(handbook: Path) -> None:
    change(handbook, POLICY, "duty: must", "duty: should")
    listed = run(handbook, "review", status=PROBLEMS_FOUND)
    assert listed.startswith(f"{ITEM}: item 1.1 “Ask yourself who will read it.” rests on clause 1.1")
    run(handbook, "review", ITEM, *LOOKED)
    assert suspect(handbook) == []
    today = datetime.datetime.now(tz=datetime.UTC).date()
    said = f'by: headteacher, date: {today}, because: "It says “who”, and [[role:staff]] know: that is enough"'
    assert said in lines(handbook)[-1]


def test_what_one_person_clears_leaves_all_other_lines_alone(handbook: Path) -> None:
    before = lines(handbook)
    change(handbook, POLICY, "duty: must", "duty: should")
    run(handbook, "review", ITEM, *LOOKED)
    (line,) = lines(handbook)[len(before) + 1 :]
    assert lines(handbook) == [*before, "entries:", line]
    assert line.startswith(f'  - {{what: "{ITEM}", rests-on: "social-media#decline-friend-requests"')

    change(handbook, POLICY, "duty: should", "duty: must")
    assert suspect(handbook) == [(ITEM, "decline-friend-requests")]
    assert f"compared with it on {datetime.datetime.now(tz=datetime.UTC).date()}." in run(handbook, "check")


def test_rules_on_which_something_rests_since_are_written_down_when_the_record_is_begun_again(handbook: Path) -> None:
    before = lines(handbook)
    checklist = "policies/schools/checklists/before-a-post.yml"
    change(handbook, checklist, "social-media#tell-the-headteacher]", "social-media#tell-the-headteacher, last]")
    change(handbook, checklist, "last]", "social-media#personal-use]")
    assert run(handbook, "review") == "Nothing suspect; 1 never compared.\n"
    run(handbook, "review", "--begin", *LOOKED)
    assert lines(handbook)[: len(before)] == before
    (rule,) = [line for line in lines(handbook)[len(before) :] if "#" in line]
    assert rule.strip().startswith('"social-media#personal-use": ')


def test_local_words_of_an_adopter_are_listed_while_their_clause_is_another(handbook: Path) -> None:
    (handbook / "policies/adopters").mkdir()
    (handbook / "policies/adopters/hill.yml").write_text(ADOPTER, encoding="utf-8")
    run(handbook, "update", "hill")
    assert run(handbook, "review").startswith("Nothing suspect")

    change(handbook, POLICY, "decline every friend request", "decline every request")
    told = run(handbook, "review", status=PROBLEMS_FOUND)
    assert "hill: what Hill School changed rests on clause 1.1 “Staff must decline" in told
    assert "Run policywright update hill." in told

    change(handbook, POLICY, "- id: decline-friend-requests", "- id: decline-requests")
    told = run(handbook, "review", status=PROBLEMS_FOUND)
    assert "hill: what Hill School changed stood on social-media#decline-friend-requests, which is gone." in told


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ((ITEM, "--by", "headteacher"), "--because REASON"),
        ((ITEM, "--by", "heedteacher", "--because", "It fits."), "Write headteacher."),
        (("before-a-post#aks", *LOOKED), f"Write {ITEM}."),
    ],
)
def test_nothing_is_cleared_without_who_why_and_what(arguments: tuple[str, ...], answer: str, handbook: Path) -> None:
    change(handbook, POLICY, "duty: must", "duty: should")
    assert answer in run(handbook, "review", *arguments, status=WRONG_USAGE)
    assert suspect(handbook) != []
