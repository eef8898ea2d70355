"""A checker of links: what a built site refers to must be there."""

from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath

_REFERRING = ("href", "src", "for", "aria-labelledby", "aria-controls")


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.identifiers: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name == "id":
                self.identifiers.append(value or "")
            elif name in _REFERRING and value:
                self.links.append((name, value))


def broken_links(site: Path) -> list[str]:
    """Return what leads nowhere, and what bears one identifier twice; but for PDFs and 404.html, which are apart.

    A fragment `choose:…` is no place but what a letter's page reads.
    """
    pages = {
        path.relative_to(site).as_posix(): _Tags(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
        if path.name != "404.html"
    }
    dead = [
        f"{name}: {link}"
        for name, tags in pages.items()
        for attribute, link in tags.links
        if not _leads_somewhere(site, pages, name, attribute, link)
    ]
    twice = [
        f"{name}: {identifier} twice"
        for name, tags in pages.items()
        for identifier in sorted({one for one in tags.identifiers if tags.identifiers.count(one) > 1})
    ]
    return dead + twice


def _leads_somewhere(site: Path, pages: dict[str, _Tags], name: str, attribute: str, link: str) -> bool:
    if attribute in {"for", "aria-labelledby", "aria-controls"}:
        return link in pages[name].identifiers
    if link.startswith(("https://", "http://", "mailto:", "tel:", "data:")):
        return True
    path, _, anchor = link.partition("#")
    target = normpath(join(dirname(name), path)) if path else name
    if PurePosixPath(target).parts[0] == "pdf":
        return True
    if target in pages:
        return not anchor or anchor.startswith("choose:") or anchor in pages[target].identifiers
    return (site / target).is_file()
