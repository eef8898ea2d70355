"""`policywright build`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from policywright.adapters import last_build
from policywright.adapters.built import PDFS, Built
from policywright.cli.folder import handbook_folder, near
from policywright.cli.options import Since, Strict, Wish
from policywright.cli.telling import warn


@click.command()
@click.option("--site-only", is_flag=True, help="Build the website and leave the PDFs as they are.")
@click.option("--pdf-only", is_flag=True, help="Build the PDFs and leave the website as it is.")
@click.option("--adopters", is_flag=True, help="Build the handbooks of all adopters too, into site/adopters/.")
@click.option("--adopter", metavar="ID", help="Build the handbook of one adopter, and leave all else as it is.")
@Since
@Strict
@click.pass_context
def build(  # noqa: PLR0913  one for each thing that can be said on the command line
    context: click.Context,
    since: str | None,
    adopter: str | None,
    *,
    site_only: bool,
    pdf_only: bool,
    adopters: bool,
    strict: bool,
) -> None:
    """Build the website into site/ and the PDFs into site/pdf/.

    Where an error is in the policies, nothing is built and the old website stays as it is. PDFs that do not come out as
    they should are told of; with --strict, they keep the old website in its place too. Where nothing has changed
    since the last build, that is told, and nothing is done.
    """
    if sum((site_only, pdf_only, adopters, bool(adopter))) > 1:
        options = "--site-only, --pdf-only, --adopters and --adopter"
        raise click.UsageError(f"{options} shut each other out; give one of them, or none.")
    folder = handbook_folder(context)
    wish = Wish(since, adopter, site_only=site_only, pdf_only=pdf_only, adopters=adopters, strict=strict)
    source = last_build.made_from(folder, str(wish), since)
    last = last_build.recall(folder, source)
    if last:
        click.echo(last.report, err=True, nl=bool(last.report))
        click.echo("Nothing has changed since the last build.")
    else:
        from policywright.cli.building import build_anew  # noqa: PLC0415  slow to load, and not needed otherwise

        last = build_anew(folder, wish)
        last_build.remember(folder, source, last)
    for one in (last.built, *last.built.adopters):
        click.echo("\n".join(_told(one)))
        warn(one.warnings)


def _told(built: Built) -> Iterator[str]:
    """Yield sentences that say where to find what was built."""
    if built.pages:
        yield f"The website has {built.pages} pages; open {near(built.site / 'index.html')}"
    if built.pdfs:
        yield f"{built.pdfs} PDFs, {built.fresh_pdfs} of them made anew, are in {near(built.site / PDFS)}/"
