"""`policywright build`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from policywright.adapters import publishing
from policywright.cli.examining import Since, Strict, examine_to_publish
from policywright.cli.folder import handbook_folder, near
from policywright.cli.status import PROBLEMS_FOUND


@click.command()
@click.option("--site-only", is_flag=True, help="Build the website and leave the PDFs as they are.")
@click.option("--pdf-only", is_flag=True, help="Build the PDFs and leave the website as it is.")
@Since
@Strict
@click.pass_context
def build(context: click.Context, since: str | None, *, site_only: bool, pdf_only: bool, strict: bool) -> None:
    """Build the website into site/ and the PDFs into site/pdf/.

    Where an error is in the policies, nothing is built and the old website stays as it is. PDFs that do not come out as
    they should are told of; with --strict, they keep the old website in its place too.
    """
    if site_only and pdf_only:
        raise click.UsageError("--site-only and --pdf-only shut each other out; give one of them, or neither.")
    folder = handbook_folder(context)
    examined = examine_to_publish(folder, since, strict=strict)
    try:
        with _progress() as progress:
            if site_only:
                built = publishing.publish_site(folder, examined)
            elif pdf_only:
                built = publishing.publish_pdfs(folder, examined, progress, strict=strict)
            else:
                built = publishing.publish_all(folder, examined, progress, strict=strict)
    except publishing.FaultyPdfs as refusal:
        _warn(refusal.warnings)
        sys.exit(PROBLEMS_FOUND)
    click.echo("\n".join(_told(built)))
    _warn(built.warnings)


def _warn(warnings: Iterable[str]) -> None:
    for warning in warnings:
        click.echo(f"Look at this PDF: {warning}.", err=True)


@contextmanager
def _progress() -> Iterator[publishing.Progress]:
    """Offer a function that is told what is being built; where nobody watches a terminal it is silent."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _name: None
        return
    with click.progressbar(length=0, label="Building", file=sys.stderr, item_show_func=_shown) as bar:

        def tell(done: int, total: int, name: str) -> None:
            bar.length = total
            bar.update(done - bar.pos, name)

        yield tell


def _shown(name: str | None) -> str:
    return name or ""


def _told(built: publishing.Built) -> Iterator[str]:
    """Yield sentences that say where to find what was built."""
    if built.pages:
        yield f"The website has {built.pages} pages; open {near(built.site / 'index.html')}"
    if built.pdfs:
        yield f"{built.pdfs} PDFs, {built.fresh_pdfs} of them made anew, are in {near(built.site / publishing.PDFS)}/"
