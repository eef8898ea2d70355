"""Sheets for people: what applies to a role, and what holds from the first day on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from tests.render.school import ROLES, SETTINGS, STAFF, printed
from tests.render.test_print import words

from policywright import linking, source
from policywright.adapters.weasyprint import write
from policywright.render.print import documents

ROOT = Path(__file__).parent.parent.parent
DAY_ONE = """
    day-one:
      for: supply staff and *visitors*
      rules: [staff#family, staff#decline]
      tell: [head]
      returns-to: head
"""
WITH_DAY_ONE = SETTINGS.replace("  - {id: schools, title: Schools}", f"  - id: schools\n    title: Schools{DAY_ONE}")
CONTACT = ROLES.replace("summary: Leads the school.", "contact: Room 1")


def day_one(handbook: str = WITH_DAY_ONE, staff: str = STAFF) -> str:
    return words(printed(handbook=handbook, staff=staff, roles=CONTACT)["day-one_schools"].html)


def test_a_part_without_a_first_day_has_no_sheet_for_it() -> None:
    assert "day-one_schools" not in printed()


def test_the_sheet_for_a_first_day_says_the_rules_in_their_own_words_by_duty() -> None:
    assert (
        "On your first day For supply staff and visitors. These rules bind you from today on; there are more in the "
        "handbook. You must 1.1 Staff must decline each request, unless the pupil is family (clause 1.2 of Staff). "
        "Know that 1.2 Tell the head teacher"
    ) in day_one()


def test_it_says_whom_to_tell_and_from_where_the_rules_come() -> None:
    assert "Something is wrong, or you are not sure? Tell the head teacher: Room 1" in day_one()
    assert "The numbers are those of Staff policy, version 2026.1." in day_one()


def test_it_ends_with_a_slip_to_sign_and_give_back() -> None:
    assert day_one().endswith(
        "Cut here, and give the slip to: the head teacher I have read “On your first day” of Handbook of Example "
        "School, Schools (Staff policy, version 2026.1). I will keep to it, and I know whom to ask. Name Date Signature"
    )


def test_a_point_stands_after_the_words_with_which_its_sentence_begins() -> None:
    points = "points: [{id: pupils, text: pupils}, {id: parents, text: parents}]\n        "
    rule = "text: Staff must decline each request, unless the pupil is family ([[#family]])."
    assert rule in STAFF
    staff = STAFF.replace(rule, f'{points}text: "Staff must decline each request, from:"')
    text = day_one(WITH_DAY_ONE.replace("staff#decline", "staff#parents"), staff)
    assert "You must 1.1 Staff must decline each request, from: (b) parents" in text
    assert "pupils" not in text


def test_a_withdrawn_rule_is_left_off() -> None:
    text = day_one(staff=STAFF.replace("duty: must\n", "duty: must\n        status: withdrawn\n"))
    assert "decline" not in text


def test_no_heading_of_a_role_sheet_stands_above_nothing() -> None:
    sheets = {name: document.html for name, document in printed().items() if name.startswith("role_")}
    assert sheets
    assert [name for name, html in sheets.items() if re.search(r"</h2>\s*<ul>\s*</ul>", html)] == []


def test_each_role_has_a_sheet_of_what_binds_it() -> None:
    text = words(printed()["role_head"].html)
    assert text.startswith("Handbook of Example School What applies to the head teacher Leads the school.")
    assert "Decisions that ask something of you Somebody has posted about you" in text
    assert "You must Staff policy 1.1 Staff must decline" in words(printed()["role_staff"].html)


@pytest.mark.parametrize("folder", ["tests/handbooks/complete", "."])
def test_a_sheet_for_a_first_day_fits_on_one_side(folder: str, tmp_path: Path) -> None:
    handbook, _ = source.load(ROOT / folder)
    sheets = [one for one in documents(linking.link(handbook)) if one.name.startswith("day-one_")]
    assert sheets
    made = write(sheets, tmp_path / "pdf", tmp_path / "cache")
    assert {pdf.name: (pdf.page_count, pdf.warnings) for pdf in made} == {sheet.name: (1, ()) for sheet in sheets}


def test_every_part_of_this_handbook_has_a_sheet_for_a_first_day() -> None:
    handbook, _ = source.load(ROOT)
    assert [part.id for part in handbook.settings.parts if part.day_one is None] == []


def test_a_sheet_that_is_too_long_is_told(tmp_path: Path) -> None:
    long = STAFF.replace("text: Staff must", f"text: {'Much is to be said. ' * 400}Staff must")
    sheet = printed(handbook=WITH_DAY_ONE, staff=long)["day-one_schools"]
    (made,) = write([sheet], tmp_path / "pdf", tmp_path / "cache")
    advice = "take rules off the list at policies/handbook.yml:9:14"
    assert made.warnings == (f"it has {made.page_count} pages, and must not have more than 1: {advice}",)


def test_the_slip_stands_at_the_foot_of_the_page(tmp_path: Path) -> None:
    (made,) = write([printed(handbook=WITH_DAY_ONE)["day-one_schools"]], tmp_path / "pdf", tmp_path / "cache")
    read = subprocess.run(["pdftotext", "-bbox", made.file, "-"], check=True, capture_output=True, text=True)
    cut = next(line for line in read.stdout.splitlines() if ">Cut<" in line)
    assert float(cut.split('yMin="')[1].split('"')[0]) > 600
