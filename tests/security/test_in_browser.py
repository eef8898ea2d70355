"""In a browser, whatever is written into a handbook, typed into its pages or put into their addresses stays words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Response, expect
from tests.browser.conftest import Quiet, served
from tests.browser.filling import fill_all
from tests.browser.test_accessibility import PAGES
from tests.security.conftest import HANDWRITTEN, ODD_NAME
from tests.security.payloads import CANARY, PAYLOADS

WATCH = """
    globalThis.canary = () => console.error('it runs');
    globalThis.watch = () => {
        for (const one of document.querySelectorAll('*')) {
            if (one.getAttributeNames().some((name) => name.startsWith('on'))) {
                console.error('it would run', one.outerHTML);
            }
        }
        for (const { protocol, href } of document.querySelectorAll('a, area')) {
            if (href && !['http:', 'https:', 'mailto:', 'tel:', 'file:'].includes(protocol)) {
                console.error('it leads to', href);
            }
        }
    };
    addEventListener('load', () => {
        document.querySelectorAll('details').forEach((one) => { one.open = true; });
        document.querySelectorAll('input, button, a').forEach((one) => { one.focus(); });
        watch();
    });
"""
"""Tells in the console of a page what runs there, what would run, and what leads elsewhere than a link may."""

REFUSALS = """
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        console.error('refused', violatedDirective, blockedURI, sample));
"""
"""Tells there too what its policy had to refuse."""

IN_FRAMES = """paths => Promise.all(paths.map((path) => new Promise((loaded) => {
    const frame = document.createElement('iframe');
    frame.src = path;
    frame.addEventListener('load', () => { frame.remove(); loaded(); });
    document.body.append(frame);
})))"""
"""Opens pages side by side, which takes half the time."""

AT_ONCE = 12
EMPTY = "empty.txt"

TYPED = "<img src=x onerror=canary()>\"'><script>canary()</script>{{7*7}}${canary()}javascript:canary()"

HAVE_SCRIPTS = (
    "changes", "checklist", "comparison", "decision", "decision, ordinary", "drill, part", "form", "letter", "me",
    "moved", "none", "offline", "policy", "privacy", "search", "table",
)  # fmt: skip
"""The pages with a script that looks at their address."""

IN_ADDRESSES = (
    "%",
    "%E0%A4%A",
    "javascript:canary()",
    TYPED,
    f"q={TYPED}",
    f"choose:platform={TYPED}",
    f"asked:{TYPED}",
)


class Kept(Quiet):
    """A server of files that a browser asks for once."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let the scripts, styles and fonts that all pages share be kept."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@contextmanager
def heard_from(chromium: Browser, address: str, *scripts: str) -> Iterator[tuple[BrowserContext, list[str]]]:
    """Yield what opens pages, and what is heard from them that should not be, once they are closed."""
    heard: list[str] = []
    context = chromium.new_context(service_workers="block")
    for script in scripts:
        context.add_init_script(script)

    def hear(message: ConsoleMessage) -> None:
        # What is not there is heard as a response; a browser asks by itself for a picture of the empty page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            heard.append(message.text)

    def dismiss(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    def see(response: Response) -> None:
        if response.status >= 400:
            heard.append(f"{response.status} {response.url}")

    context.on("console", hear)
    context.on("dialog", dismiss)
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.on("request", lambda asked: None if asked.url.startswith(address) else heard.append(asked.url))
    context.on("response", see)
    yield context, heard
    context.close()


def open_all(context: BrowserContext, address: str, paths: Sequence[str]) -> Page:
    """Open all pages of a site, several at once within an empty one."""
    page = context.new_page()
    page.goto(f"{address}{EMPTY}")
    for first in range(0, len(paths), AT_ONCE):
        page.evaluate(IN_FRAMES, paths[first : first + AT_ONCE])
    return page


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    (site / EMPTY).write_text("", encoding="utf-8")
    with served(site, Kept) as address:
        yield address


def test_nothing_runs_and_nothing_is_asked_for_on_any_page(chromium: Browser, site: Path, address: str) -> None:
    # What a check is for is told by the program itself, and so is the guide.
    pages = [page.relative_to(site) for page in sorted(site.rglob("*.html")) if page.stem != HANDWRITTEN]
    paths = [quote(page.as_posix()) for page in pages if page.parts[0] not in {"checks", "guide"}]
    assert any(ODD_NAME in page.name for page in pages)
    assert len(paths) > 100
    with heard_from(chromium, address, WATCH, REFUSALS) as (context, heard):
        open_all(context, address, paths)
    assert heard == []


def test_nothing_in_an_address_runs(chromium: Browser, address: str) -> None:
    paths = [PAGES[kind] for kind in HAVE_SCRIPTS]
    with heard_from(chromium, address, WATCH, REFUSALS) as (context, heard):
        open_all(context, address, [f"{path}?{quote(said)}#{said}" for path in paths for said in IN_ADDRESSES])
    assert heard == []


def test_nothing_that_is_typed_into_a_form_or_a_letter_runs(chromium: Browser, address: str) -> None:
    with heard_from(chromium, address, WATCH, REFUSALS) as (context, heard):
        page = context.new_page()
        page.goto(f"{address}schools/consent.html")
        fill_all(page)
        page.locator("form.form").locator("input[type=text], textarea").evaluate_all(
            "(all, words) => all.forEach((one) => { one.value = words; })", TYPED
        )
        page.locator(".check").dispatch_event("click")
        expect(page.locator(".composed:visible, .faults:visible").first).to_be_visible()
        page.evaluate("watch()")
        page.goto(f"{address}schools/remove-post.html")
        for box in page.locator("form input[type=text]:visible, form textarea:visible").all():
            box.fill(TYPED)
        expect(page.locator(".composed")).to_contain_text("<script>canary()</script>")
        page.evaluate("watch()")
    assert heard == []


def test_nothing_that_is_searched_for_runs(chromium: Browser, address: str) -> None:
    with heard_from(chromium, address, WATCH, REFUSALS) as (context, heard):
        page = context.new_page()
        page.goto(f"{address}index.html")
        for words in (TYPED, *PAYLOADS[::8], "canary script onerror"):
            page.fill("#_search-words", words)
        expect(page.locator(".found a").first).to_be_visible()
        page.evaluate("watch()")
        page.keyboard.press("Enter")
        expect(page.locator(".results .hit").first).to_be_visible()
        page.evaluate("watch()")
    assert heard == []


def test_html_in_a_hand_written_page_runs_and_loads_nothing(chromium: Browser, address: str) -> None:
    with heard_from(chromium, address, WATCH) as (context, heard):
        asked: list[str] = []
        context.on("requestfailed", lambda failed: asked.append(str(failed.failure)) if CANARY in failed.url else None)
        page = context.new_page()
        page.goto(f"{address}{HANDWRITTEN}.html")
        for link in page.locator("main a").element_handles():
            link.evaluate("one => one.protocol === 'javascript:' && one.click()")
        assert page.url == f"{address}{HANDWRITTEN}.html"
    assert "it runs" not in heard
    assert set(asked) == {"csp"}
