"""Every form of the real handbook, filled in whole on a phone, with the longest answers that it allows."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Open
from tests.browser.filling import check, composed, fields
from tests.browser.filling import faults as faults_of

from policywright.model.form import Field, Form, TextField
from policywright.model.walk import descendants
from policywright.pipeline import Examined

PHONE = 375
WORDS = "Words of an answer that says rather more than it need, "
TYPED = {"name": "Siân Ŵyn ap Llywelyn-Featherstonehaugh", "number": "120", "phone": "(01632) 960 001"}
ROOM = "box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight + 1"


def words(length: int) -> str:
    return (WORDS * length)[:length].rstrip(" ,")


def answer(field: Locator, known: dict[str, Field], wanted: str | None) -> list[str]:
    """Answer a field, with a certain answer if that is wanted; return what the filled form is to say of it."""
    kind = str(field.get_attribute("data-type"))
    if kind == "signature":
        return []
    if kind in {"yes-no", "pick-one"}:
        choices = {str(one.get_attribute("value")): one for one in field.locator("[type=radio]").all()}
        chosen = next((one for one in choices if one.lower() == str(wanted).lower()), next(iter(choices)))
        choices[chosen].check()
        return [chosen[0].upper() + chosen[1:]]
    if kind == "pick-many":
        for box in field.locator("[type=checkbox]").all():
            box.check()
        return [one[0].upper() + one[1:] for one in map(Locator.input_value, field.locator("[type=checkbox]").all())]
    if kind == "date":
        for box, part in zip(field.locator("input").all(), ("28", "12", "2026"), strict=True):
            box.fill(part)
        return ["28 December 2026"]
    return [typed(field, known[re.sub(r"_\d+$", "", str(field.get_attribute("id")))])]


def typed(field: Locator, asked: Field) -> str:
    """Type the longest answer into a field, which must show all of it."""
    box = field.locator("input, textarea")
    longest = {"long-text": 1500, "text": asked.longest if isinstance(asked, TextField) else 0}
    text = TYPED.get(asked.type) or ("a.parent@school.example" if asked.type == "email" else words(longest[asked.type]))
    box.fill(text)
    assert asked.type not in longest or box.evaluate(ROOM), asked.id
    return text


def fill_in(page: Page, known: dict[str, Field], wanted: dict[str, str]) -> dict[str, list[str]]:
    """Answer all that is asked, and what is asked for that reason; return what is to be said, by field."""
    said: dict[str, list[str]] = {}
    while left := [field for field in fields(page) if str(field.get_attribute("id")) not in said]:
        name = str(left[0].get_attribute("id"))
        said[name] = answer(left[0], known, wanted.get(name))
    return said


def deciding(page: Page) -> list[dict[str, str]]:
    """Return the rounds of answers that are needed for every field to be asked once, each by the field that decides."""
    pairs = page.locator("[data-if]").evaluate_all("all => all.map(({dataset}) => [dataset.if, dataset.is])")
    wanted: dict[str, list[str]] = {}
    for field, given in pairs:
        wanted.setdefault(field, []).append(given)
    rounds = max(map(len, wanted.values()), default=1)
    return [{field: given[turn % len(given)] for field, given in wanted.items()} for turn in range(rounds)]


def test_every_form_is_filled_in_whole_and_says_every_answer_and_nothing_is_asked(
    open_real: Open, real: Examined
) -> None:
    forms = list(real.linked.handbook.of_kind(Form))
    assert len(forms) > 10
    for form in forms:
        known = {node.id: node for node in descendants(form) if isinstance(node, Field)}
        page = open_real(f"{form.part}/{form.id}.html", width=PHONE)
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        filled = set[str]()
        for wanted in deciding(page):
            said = fill_in(page, known, wanted)
            check(page)
            expect(page.locator(".result")).to_be_visible()
            told = " ".join(composed(page).split())
            answers = Counter(answer for answers in said.values() for answer in answers)
            assert [one for one, times in answers.items() if told.count(" ".join(one.split())) < times] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
            filled |= {re.sub(r"_\d+$", "", name) for name in said}
        assert filled == set(known)
        assert asked == []


@pytest.mark.parametrize("part", ["schools", "council", "academy-trust", "defence-schools", "training-provider"])
def test_what_is_missing_is_told_in_a_sentence(open_real: Open, real: Examined, part: str) -> None:
    for form in (one for one in real.linked.handbook.of_kind(Form) if one.part == part):
        page = open_real(f"{form.part}/{form.id}.html", width=PHONE)
        check(page)
        told = faults_of(page)
        assert told
        odd = re.compile(r"Enter (?:the )?(?:[A-Z]|the (?:an?|any\w*|another|your|wh\w+)\b)|[^”]\b(?:by|on)$")
        assert [one for one in told if odd.search(one)] == []
