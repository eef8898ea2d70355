"""Privacy: what pages ask for, keep and allow, wherever the site is put."""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.conftest import served
from tests.browser.filling import note
from tests.browser.test_accessibility import PAGES

from policywright.adapters.assets import TEMPLATES
from policywright.render.content_policy import content_policy
from policywright.render.pages.privacy import KEPT

PLACES = {"a folder far down": "a/b/handbook", "a folder with any name": "Öffentlich & Ysgol Tŷ (copy)/handbook"}
WHEREVER = [path for kind, path in PAGES.items() if kind != "none"]
"""The pages that find their way by themselves; the one in place of a missing page has to be told the site's address."""

POLICY = "schools/everything.html"
LOADS = {"audio", "embed", "iframe", "img", "link", "object", "script", "source", "track", "video"}
ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)""")


@pytest.fixture(scope="module", params=list(PLACES.values()), ids=list(PLACES))
def root(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder, as it was unpacked."""
    folder = tmp_path_factory.mktemp("anywhere") / str(request.param)
    shutil.copytree(site, folder)
    return folder


@pytest.fixture(params=["from its folder", "from a server"])
def address(request: pytest.FixtureRequest, root: Path) -> Iterator[str]:
    """The address of the site, which ends in a slash."""
    if request.param == "from its folder":
        yield f"{root.as_uri()}/"
    else:
        with served(root.parent) as address:
            yield f"{address}handbook/"


@pytest.fixture
def watched(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """A context in which nothing may fail, and nothing but the site may be asked."""
    context = chromium.new_context(service_workers="block")
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    context.on("request", lambda asked: None if asked.url.startswith(address) else faults.append(asked.url))
    yield context
    cookies = context.cookies()
    context.close()
    assert faults == []
    assert cookies == []


def kept(page: Page) -> set[str]:
    return set(page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"))


def test_every_kind_of_page_asks_its_own_site_alone_and_keeps_nothing(watched: BrowserContext, address: str) -> None:
    page = watched.new_page()
    for path in WHEREVER:
        page.goto(address + path)
        assert page.locator("h1").is_visible()
        assert page.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")
        assert kept(page) == set()


def test_nothing_that_a_reader_does_asks_another_site(watched: BrowserContext, address: str) -> None:
    page = watched.new_page()
    page.goto(address + POLICY)
    page.locator("#purpose a.ref").first.hover()
    page.locator(".slip").wait_for()
    page.locator("#purpose a.ref").first.click()
    page.goto(address + "me.html")
    page.locator(".mine select").first.select_option(index=1)
    page.locator(".mine button[type=submit]").click()
    page.goto(address + "index.html")
    page.click("#_search-words")
    page.keyboard.type("friend request")
    page.locator(".found a").first.wait_for()
    page.keyboard.press("Enter")
    page.locator(".hit a").first.wait_for()
    page.locator(".hit a").first.click()
    assert kept(page) <= {one.name for one in KEPT}
    assert urlsplit(page.url).query == ""


def test_links_and_the_menu_work_wherever_the_site_is(watched: BrowserContext, address: str) -> None:
    page = watched.new_page()
    page.goto(address + POLICY)
    page.set_viewport_size({"width": 360, "height": 700})
    page.locator("details.menu summary").click()
    page.locator(".frame-nav a[href$='glossary.html']").click()
    expect(page.locator("h1")).to_have_text("Glossary")
    page.locator(".frame-head .handbook").click()
    assert page.url.startswith(address + "index.html")


def test_what_is_typed_into_a_form_is_not_sent(watched: BrowserContext, address: str) -> None:
    page = watched.new_page()
    page.goto(address + PAGES["form"])
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", partial(note, asked))
    form = page.locator("form.form")
    for box in form.locator("[type=radio], [type=checkbox]").all():
        if box.is_visible():
            box.check()
    for field in form.locator("input:not([type=radio], [type=checkbox]), textarea").all():
        if field.is_visible():
            field.fill("7")
            field.press("Enter")
    assert asked == []
    assert urlsplit(page.url)[3:] == ("", "")


@pytest.mark.parametrize(
    "trick",
    [
        "document.createElement('script').src = 'https://example.org/x.js'",
        "document.body.innerHTML = '<b>x</b>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "policywright.scriptAddress('https://example.org/x.js')",
        "policywright.scriptAddress('../../../etc/x.js')",
        "policywright.scriptAddress('data:text/javascript,x')",
        "trustedTypes.createPolicy('other', {createHTML: (text) => text})",
    ],
)
def test_no_text_becomes_markup_or_code(chromium: Browser, site: Path, trick: str) -> None:
    with served(site.parent) as address:
        page = chromium.new_page(service_workers="block")
        page.goto(f"{address}{site.name}/index.html")
        assert (
            page.evaluate(f"() => {{ try {{ {trick}; return 'done'; }} catch {{ return 'refused'; }} }}") == "refused"
        )
        page.close()


class Html(HTMLParser):
    """What a page loads, and what its policy would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.refused: list[str] = []
        self.first_meta: list[str] = []
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in = tag
        if tag in LOADS:
            self.loaded += [value or "" for name, value in attrs if name in {"src", "href", "data", "srcset"}]
        self.refused += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "meta" and "http-equiv" in given:
            self.first_meta.append(given["content"] or "")
        if (given.get("href") or "").lower().startswith(("javascript:", "data:", "vbscript:")):
            self.refused.append(str(given["href"]))

    def handle_data(self, data: str) -> None:
        if self._in in {"script", "style"} and data.strip():
            self.refused.append(data)

    def handle_endtag(self, _: str) -> None:
        self._in = ""


def test_no_page_names_anything_elsewhere_that_it_would_load(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): Html(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    assert len(pages) >= len(PAGES)
    assert {path: page.refused for path, page in pages.items() if page.refused} == {}
    here = {"", "data"}
    elsewhere = {path: [one for one in page.loaded if urlsplit(one).scheme not in here] for path, page in pages.items()}
    assert {path: found for path, found in elsewhere.items() if found} == {}
    assert {path for path, page in pages.items() if not page.first_meta} == set()


def test_the_style_sheet_loads_only_what_stands_beside_it(site: Path) -> None:
    folder = site / "assets" / "handbook"
    named = ADDRESS.findall((folder / "site.css").read_text(encoding="utf-8"))
    assert named
    assert [one for one in named if not one.startswith("data:") and not (folder / one).is_file()] == []


def test_every_page_bears_the_policy(site: Path) -> None:
    pages = {path: Html(path.read_text(encoding="utf-8")).first_meta for path in site.rglob("*.html")}
    assert {path for path, policies in pages.items() if policies != [content_policy()]} == set()


@pytest.mark.parametrize("kind", ["form", "letter", "checklist"])
def test_from_the_first_touch_of_a_field_no_script_can_ask_anything(chromium: Browser, site: Path, kind: str) -> None:
    ask = "fetch(location.href).then(() => 'answered', () => 'refused')"
    with served(site) as address, chromium.new_context(service_workers="block") as context:
        page = context.new_page()
        page.goto(address + PAGES[kind])
        assert page.evaluate(ask) == "answered"
        page.locator("main form").locator("input, textarea").first.focus()
        assert page.evaluate(ask) == "refused"


def test_all_that_scripts_keep_is_told(site: Path) -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (TEMPLATES / "scripts").rglob("*.js"))
    keys = set(re.findall(r'"(policywright\.[\w-]+)"', scripts))
    assert keys == {one.name for one in KEPT}
    assert "document.cookie" not in scripts
    assert "indexedDB" not in scripts
    page = (site / "privacy.html").read_text(encoding="utf-8")
    assert [one.name for one in KEPT if one.name not in page] == []
