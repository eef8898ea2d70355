"""Draws the icons for home screens from templates/styles/icon.svg, in Chromium; to be run when the drawing changes."""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

STYLES = Path(__file__).parent.parent / "templates" / "styles"
DRAWING = (STYLES / "icon.svg").read_text(encoding="utf-8")
# A system cuts its own shape out of a maskable icon: the ground runs to the edges, and the drawing keeps off them.
MASKABLE = (
    DRAWING.replace('viewBox="0 0 32 32"', 'viewBox="-1 -1 34 34"')
    .replace(' rx="6"', "")
    .replace('<rect width="32" height="32"', '<rect x="-1" y="-1" width="34" height="34"')
)


def main() -> None:
    """Draw each icon at its size."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        draw(browser, DRAWING, 192)
        draw(browser, MASKABLE, 512)
        browser.close()


def draw(browser: Browser, drawing: str, size: int) -> None:
    """Draw an icon of so many pixels each way."""
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{drawing}")
    page.screenshot(path=STYLES / f"icon-{size}.png", omit_background=True)


if __name__ == "__main__":
    main()
