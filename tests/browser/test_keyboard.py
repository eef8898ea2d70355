"""Everything is reached and done with the keyboard alone, and it is always seen where the keyboard stands."""

import string

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open

STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  const box = [...stop.getClientRects()].find((one) => one.width > 1) ?? stop.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [x, y] = [(left + right) / 2, box.y + Math.min(box.height / 2, 8)];
  const top = document.elementFromPoint(x, y);

  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const isSeenThrough = (colour) => parts(colour)[3] === 0;
  const groundOf = (element) => {
    const colour = element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
    return isSeenThrough(colour) ? groundOf(element.parentElement) : colour;
  };
  const linear = (part) => (part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => linear(part / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + .05) / (dark + .05);
  };
  // A wide table may hold a part of a stop back, which comes in sight as the table is scrolled.
  const isWithin = box.height > 1 && right - left >= Math.min(box.width, 24) && box.bottom > 0 && box.top < innerHeight;
  // A card is ringed as a whole when its one link has the focus.
  const isRinged = [stop, stop.closest(".card") ?? stop].some((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const isDrawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    return isDrawn && contrast(outlineColor, groundOf(element.parentElement)) >= 3;
  });
  return {
    html: stop.outerHTML.slice(0, 120),
    faults: [
      !isWithin && "is off the screen",
      isWithin && !(stop.contains(top) || top?.contains(stop)) && `is covered by ${top?.outerHTML.slice(0, 80)}`,
      !isRinged && `has no ring: ${getComputedStyle(stop).outline} on ${groundOf(stop.parentElement)}`,
    ].filter(Boolean),
  };
}"""
"""What has the focus, and what is wrong with how it is seen; null where nothing has it."""


def faults_along_the_way(page: Page, key: str) -> tuple[int, list[str]]:
    """Press a key from one end of the page to the other; return how many stops there were, and which are not seen."""
    stops, faults = 0, []
    page.evaluate("document.activeElement.blur()")
    for _ in range(700):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops += 1
        faults += [f"{stop['html']} {fault}" for fault in stop["faults"]]
    return stops, faults


WALKS = {
    "home": "index.html",
    "decision": "schools/abusive-post.html",
    "form": "schools/consent.html",
    "comparison": "topics/friend-requests.html",
    "publication, with wide tables": "sources/model-code.html",
}


@pytest.mark.parametrize("path", WALKS.values(), ids=WALKS)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_every_stop_of_the_keyboard_is_seen_with_a_ring_around_it(open_page: Open, path: str, key: str) -> None:
    stops, faults = faults_along_the_way(open_page(path, width=320), key)
    assert stops > 10
    assert faults == []


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1023, True), (1280, True)])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_every_stop_on_a_policy_is_seen_whatever_the_width(
    open_page: Open, key: str, width: int, *, dark: bool
) -> None:
    stops, faults = faults_along_the_way(open_page("schools/everything.html", width=width, dark=dark), key)
    assert stops > 40
    assert faults == []


def test_where_the_keyboard_stands_is_seen_in_forced_colours_too(open_page: Open) -> None:
    page = open_page("schools/everything.html", width=320)
    page.emulate_media(forced_colors="active")
    stops, faults = faults_along_the_way(page, "Tab")
    assert stops > 40
    assert faults == []


def test_the_first_stop_leads_to_the_content(open_page: Open) -> None:
    page = open_page("schools/everything.html")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#_content').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["index.html", "schools/everything.html", "search.html"])
def test_no_single_key_does_anything_by_itself(open_page: Open, path: str) -> None:
    page = open_page(path)
    address = page.url
    for key in string.ascii_letters + string.digits + ".,/?-+":
        page.keyboard.press(key)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.url == address
    assert page.evaluate("document.activeElement === document.body")
    assert not page.locator("[popover]:popover-open, dialog[open]").count()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus that a selector names."""
    for _ in range(300):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The keyboard does not reach {selector}")


def test_on_a_narrow_screen_the_menu_opens_and_leads_on(open_page: Open) -> None:
    page = open_page("index.html", width=320)
    nav = page.locator(".frame-nav")
    expect(nav).not_to_be_visible()
    tab_to(page, ".menu > summary")
    page.keyboard.press("Enter")
    expect(nav).to_be_visible()
    tab_to(page, ".frame-nav a[href='glossary.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html")
    expect(nav).not_to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_decision_is_walked_to_its_outcome(open_page: Open, *, scripts: bool) -> None:
    page = open_page("schools/abusive-post.html", scripts=scripts)
    for _ in range(12):
        if page.locator(".outcome:visible").count():
            break
        # A question that was reached has the focus, or the reading goes on from it: its first answer comes next.
        page.keyboard.press("Tab")
        while not page.locator(".answers a:focus").count():
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator(".outcome:visible")).to_have_count(1)


def test_each_item_of_a_checklist_is_ticked_by_the_space_bar(open_page: Open) -> None:
    page = open_page("schools/open-account.html")
    boxes = page.locator(".content input[type=checkbox]:visible")
    for index in range(boxes.count()):
        tab_to(page, ".content input[type=checkbox]:not(:checked)")
        page.keyboard.press("Space")
        expect(boxes.nth(index)).to_be_checked()
    assert boxes.count() > 2


def test_each_field_of_a_form_is_filled_in(open_page: Open) -> None:
    page = open_page("schools/consent.html")
    fields = "form.form :is(input, textarea)"
    filled = set()
    page.focus("#_content")
    for _ in range(200):
        page.keyboard.press("Tab")
        kind = page.evaluate("fields => document.activeElement.matches(fields) && document.activeElement.type", fields)
        if kind in {"checkbox", "radio"}:
            page.keyboard.press("Space")
        elif kind:
            page.keyboard.type("12")
        filled |= {kind} if kind else set()
    unfilled = page.locator(fields).evaluate_all(
        """found => found.filter(field => field.checkVisibility()).filter(field => field.type === "checkbox"
          ? !field.checked : field.type === "radio"
          ? !field.form.elements[field.name].value : !field.value).map(field => field.outerHTML)"""
    )
    assert {"text", "radio", "checkbox", "textarea"} <= filled
    assert unfilled == []


def test_a_wide_table_is_scrolled_by_the_arrow_keys(open_page: Open) -> None:
    page = open_page("guide/keys.html", width=320)
    tab_to(page, ".wide")
    page.evaluate(
        """() => {
          const { activeElement: region } = document;
          globalThis.scrolled = new Promise((tell) => region.addEventListener("scroll", () => tell(true)));
        }"""
    )
    page.keyboard.press("ArrowRight")
    assert page.evaluate("globalThis.scrolled")


def test_the_words_behind_a_reference_show_on_focus_and_escape_puts_them_away(open_page: Open) -> None:
    page = open_page("schools/everything.html", width=320)
    tab_to(page, ".text a.ref")
    slip = page.locator(".preview")
    expect(slip).to_be_visible()
    covered = page.evaluate(
        """() => {
          const slip = document.querySelector(".preview").getBoundingClientRect();
          const link = document.activeElement.getBoundingClientRect();
          return slip.top < link.bottom && slip.bottom > link.top && slip.left < link.right && slip.right > link.left;
        }"""
    )
    assert not covered
    page.keyboard.press("Escape")
    expect(slip).to_have_count(0)
    assert page.locator("a.ref:focus").count() == 1


def test_the_card_of_a_clause_opens_and_closes_where_its_number_stands(open_page: Open) -> None:
    page = open_page("schools/everything.html", width=320)
    tab_to(page, ".clause a.number")
    number = page.locator(":focus").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    tab_to(page, ".slip button")
    page.keyboard.press("Escape")
    expect(page.locator(".slip")).to_have_count(0)
    assert page.locator(":focus").inner_text() == number


def test_where_i_work_and_what_i_do_is_chosen_and_cleared(open_page: Open) -> None:
    page = open_page("me.html")
    tab_to(page, "#_my-part")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#_my-role")
    page.keyboard.press("ArrowDown")
    tab_to(page, ".choose-me button")
    page.keyboard.press("Enter")
    expect(page.locator(".chosen")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "_mine"
    tab_to(page, "button.forget")
    page.keyboard.press("Enter")
    expect(page.locator(".chosen")).not_to_be_visible()
    assert page.evaluate("document.activeElement.closest('.choose-me') !== null")
