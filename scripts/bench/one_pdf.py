"""One PDF, made in a process of its own so that what it takes can be told: by us, or by WeasyPrint alone.

It prints how many pages came out.
"""

from __future__ import annotations

import pickle
import re
from importlib.resources import as_file, files
from pathlib import Path

import click

FILE = click.Path(path_type=Path)
_PAGE_OF = re.compile(r'<span class="page-of" data-for="([^"]*)"></span>')
_PAGES_OF = re.compile(r'<span class="pages-of" data-main="([^"]*)" data-for="([^"]*)"></span>')
_COUNTED = """<style>
.page-of::after { content: target-counter(attr(data-for url), page) }
.pages-of a::after { content: target-counter(attr(href url), page) }
.contents .page { display: none }
.contents a::after { content: leader(".") target-counter(attr(href url), page) }
</style></head>"""


def in_plain_css(html: str) -> str:
    """Return the HTML of a document for print with numbers of pages as CSS has them, and leaders in its contents."""
    html = _PAGES_OF.sub(lambda place: f'<span class="pages-of">{_links(f"{place[1]} {place[2]}")}</span>', html)
    html = _PAGE_OF.sub(r'<span class="page-of" data-for="#\1"></span>', html)
    return html.replace("</head>", _COUNTED, 1)


def _links(anchors: str) -> str:
    return ", ".join(f'<a href="#{anchor}"></a>' for anchor in anchors.split())


@click.group
def main() -> None:
    """Make one PDF."""


@main.command
@click.argument("document", type=FILE)
@click.argument("cache", type=FILE)
@click.argument("folder", type=FILE)
def ours(document: Path, cache: Path, folder: Path) -> None:
    """Make the PDF of a pickled document as a build does, and put it into a folder; a cache is kept between builds."""
    from policywright.adapters.weasyprint import write  # noqa: PLC0415  the peer needs none of it

    (pdf,) = write([pickle.loads(document.read_bytes())], folder, cache)  # noqa: S301  we have just written it
    if pdf.warnings:
        raise click.ClickException("\n".join(pdf.warnings))
    click.echo(pdf.page_count)


@main.command
@click.argument("html", type=FILE)
@click.argument("pdf", type=FILE)
def plain(html: Path, pdf: Path) -> None:
    """Make the PDF of an HTML file with WeasyPrint and nothing else."""
    from weasyprint import HTML  # noqa: PLC0415  what we make begins without it

    with as_file(files("policywright.templates")) as templates:
        laid_out = HTML(string=html.read_text(encoding="utf-8"), base_url=f"{templates.as_uri()}/").render()
        laid_out.write_pdf(pdf)
    click.echo(len(laid_out.pages))


if __name__ == "__main__":
    main()
