"""The page on which an adopter sees what it is left to decide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.render.test_print_changes import words

from policywright import pipeline, source
from policywright.linking import link
from policywright.linking.settling import Update

MODEL, OURS = "policies/schools/social-media.yml", "policies/adopters/hill.yml"
BASE = """
    base:
      fingerprint: "000000000000"
      says: |
        (must: staff)
        Staff must decline every friend request that a pupil sends to an account.
"""
ADOPTER = f"""
adopter: hill
name: Hill School
takes: [{{policy: social-media, version: 2026.0}}]
variables: {{school-name: Hill School}}
amend:
  - clause: social-media#decline-friend-requests
    text: Staff must decline requests of <any> pupil.
    because: Agreed by the governors.{BASE}
add:
  - after: social-media#decline-friend-requests
    because: Our pupils are young.
    clauses: [{{id: games, text: Games count too.}}]{BASE}
leave-out:
  - provision: social-media#gone
    because: We never had it.{BASE}
"""


@pytest.fixture(scope="module")
def update(minimal: Path) -> Update:
    files = {str(file.relative_to(minimal)): file.read_bytes() for file in (minimal / "policies").rglob("*.yml")}
    linked = link(source.read({**files, OURS: ADOPTER.encode()})[0])
    return Update(linked, linked.handbook.adopters[0])


@pytest.fixture(scope="module")
def page(update: Update) -> str:
    return pipeline.update_page(update, tuple(update.both_moved))


def test_the_three_texts_stand_side_by_side_with_words_struck_and_added(page: str) -> None:
    amended, _ = page.split('<section class="decide">')[1:]
    assert words(f"<body{amended}").partition(" To keep")[0] == (
        "Clause 1.1 of Social media Why you changed it: Agreed by the governors. "
        "The model said (must: staff) Staff must decline every friend request that a pupil sends to an account. "
        "The model says (must: staff) Staff must decline every friend request that a pupil sends to "
        "-[an] +[a personal] account. Hill School says (must: staff) Staff must decline requests of &lt;any&gt; pupil."
    )


def test_each_tells_how_to_decide_and_an_added_clause_can_only_be_kept(page: str) -> None:
    amended, added = page.split('<section class="decide">')[1:]
    assert "update hill --take social-media#decline-friend-requests" in amended
    assert "update hill --keep social-media#decline-friend-requests" in added
    assert "--take" not in added


def test_words_whose_clause_is_gone_are_told_with_their_place(page: str) -> None:
    assert re.search(rf"<code>social-media#gone</code> \({OURS}:\d+", page)


def test_the_page_needs_no_other_file(page: str) -> None:
    assert not re.search(r'<(script|link)\b|src="|url\(|https?://', page)
