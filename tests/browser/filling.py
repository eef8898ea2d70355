"""Filling in a form as a person does: every field that is asked, then what comes of it."""

from playwright.sync_api import Locator, Page, Request, expect

FORM = "schools/consent.html"
ANSWERS = {
    "name": "Siân Ŵyn",
    "text": "Llŷn",
    "long-text": "The first line.\nThe second line.",
    "number": "7",
    "phone": "01632 960 001",
    "email": "parent@school.example",
}
"""What is typed into the single box of a field, by its type."""


def asked(page: Page) -> list[str]:
    """Return the names of the fields that are asked at present, in order."""
    seen = "all => all.filter((field) => field.checkVisibility()).map((field) => field.id)"
    return list(page.locator("form.form [data-type]").evaluate_all(seen))


def field(page: Page, name: str) -> Locator:
    return page.locator(f"[id='{name}']")


def fill(one: Locator) -> None:
    """Answer a field; yes and the first of several answers where there is a choice."""
    kind = one.get_attribute("data-type")
    if kind == "date":
        for box, part in zip(one.locator("input").all(), ("4", "3", "2026"), strict=True):
            box.fill(part)
    elif kind in ANSWERS:
        one.locator("input, textarea").fill(ANSWERS[kind])
    elif kind != "signature":
        one.locator("input").first.check()


def fill_all(page: Page) -> None:
    """Answer all that is asked, and what is asked for that reason."""
    done = set[str]()
    while waiting := [name for name in asked(page) if name not in done]:
        fill(field(page, waiting[0]))
        done.add(waiting[0])


def check(page: Page) -> None:
    page.get_by_role("button", name="Check and see the result").click()


def composed(page: Page) -> str:
    return str(page.evaluate("policywright.plainText(document.querySelector('.composed'))"))


def faults(page: Page) -> list[str]:
    return page.locator(".faults li").all_inner_texts()


def keep(page: Page, place: str) -> None:
    page.click(".keeping summary")
    page.click(f"[name=_keep][value={place}]")


def reach(page: Page, state: str) -> None:
    """Bring a form into a state."""
    if state in {"filled", "composed", "printed"}:
        fill_all(page)
        page.get_by_role("button", name="Add another child").click()
        page.click(".keeping summary")
    if state in {"composed", "printed"}:
        fill_all(page)
        check(page)
        expect(page.locator(".result")).to_be_visible()
    if state == "errors":
        check(page)
        expect(page.locator(".faults")).to_be_visible()
    if state == "printed":
        page.emulate_media(media="print")


def note(requests: list[str], request: Request) -> None:
    """Note what is asked, but for the icon of the tab, which Chromium asks for when it has the time."""
    if not request.url.endswith("/icon.svg"):
        requests.append(request.url)
