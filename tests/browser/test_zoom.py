"""Every kind of page is read when it is enlarged, spaced out, recoloured and still: nothing is cut off or moves."""

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open
from tests.browser.test_accessibility import PAGES

CUT_OFF = """() => {
  const isUnseen = (element) => element.closest(".unseen, .skip:not(:focus), [hidden]") || !element.checkVisibility();
  const clips = (overflow) => overflow === "hidden" || overflow === "clip";
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
  const cutBy = (element, box) => {
    if (!element) {
      return box.right > innerWidth + 1 || box.left < -1 ? "the screen" : "";
    }
    const { overflowX, overflowY } = getComputedStyle(element);
    const frame = element.getBoundingClientRect();
    if (scrolls(overflowX)) {
      return "";
    }
    if (clips(overflowX) && (box.right > frame.right + 1 || box.left < frame.left - 1)) {
      return element.outerHTML.slice(0, 60);
    }
    if (clips(overflowY) && box.bottom > frame.bottom + 2) {
      return element.outerHTML.slice(0, 60);
    }
    return cutBy(element.parentElement, box);
  };

  const found = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { currentNode: text } = words;
    if (!text.data.trim() || isUnseen(text.parentElement)) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      const by = box.width && cutBy(text.parentElement, box);
      if (by) {
        found.push(`${text.data.trim().slice(0, 50)}: cut off by ${by}`);
      }
    }
  }
  return [...new Set(found)];
}"""
"""Words that are cut off by the edge of the screen or of what holds them, where no scrolling brings them in sight."""

SET_STYLE = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}"""

TWICE_AS_LARGE = "html { font-size: 212.5% !important; }"
SPACED_OUT = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""What readers may set after criterion 1.4.12."""

GROWN = {
    # A window of 1280 by 1024 pixels that is enlarged to 200 % and 400 % has so many of its own left.
    "200 %": (640, 512, ""),
    "400 %": (320, 256, ""),
    "text twice as large": (1280, 1024, TWICE_AS_LARGE),
    "text twice as large at 200 %": (640, 512, TWICE_AS_LARGE),
    "spaced out": (1280, 1024, SPACED_OUT),
    "spaced out at 400 %": (320, 256, SPACED_OUT),
}
"""What readers do to see more, as the width and height that are left to the page, and rules of their own."""

MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
  const lasts = [animationDuration, transitionDuration].some((durations) => /[1-9]/.test(durations));
  return lasts || scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 80))"""

LOST = """() => [...document.querySelectorAll(".duty, .menu > summary, button, [aria-current], input, textarea")]
  .filter((element) => element.checkVisibility() && !element.closest(".unseen"))
  .filter((element) => {
    const { borderStyle, borderTopWidth, outlineStyle, outlineWidth, appearance } = getComputedStyle(element);
    const isFramed = (borderStyle.split(" ")[0] !== "none" && parseFloat(borderTopWidth) > 0)
      || (outlineStyle !== "none" && parseFloat(outlineWidth) > 0);
    const isDrawnByTheBrowser = /checkbox|radio|auto|textfield/.test(appearance);
    return !isFramed && !isDrawnByTheBrowser;
  })
  .map((element) => element.outerHTML.slice(0, 100))"""
"""What says by its frame what it is, and has none once the page's own colours are gone."""


def sideways(page: Page) -> int:
    """Return how many pixels there are to scroll sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_cut_off_when_the_page_or_its_text_grows(open_page: Open, kind: str) -> None:
    page = open_page(PAGES[kind])
    for name, (width, height, rules) in GROWN.items():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(SET_STYLE, rules)
        assert (name, sideways(page), page.evaluate(CUT_OFF)) == (name, 0, [])


@pytest.mark.parametrize("kind", PAGES)
def test_what_has_a_meaning_is_seen_in_forced_colours_and_nothing_moves(open_page: Open, kind: str) -> None:
    page = open_page(PAGES[kind])
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    assert page.evaluate(LOST) == []
    assert page.evaluate(MOVING) == []


def test_what_is_cut_off_is_noticed(open_page: Open) -> None:
    page = open_page("index.html", width=320)
    page.evaluate(SET_STYLE, "main p { white-space: nowrap; } .frame-foot { height: 1rem; overflow: hidden; }")
    assert sideways(page) > 0
    edges = {words.rpartition(" by ")[2].partition(">")[0] for words in page.evaluate(CUT_OFF)}
    assert edges == {"the screen", '<footer class="frame-foot"'}
