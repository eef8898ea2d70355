"""`policywright build`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from policywright.adapters import publishing
from policywright.adapters.adopters import Model, Refused
from policywright.adapters.surroundings import circumstances
from policywright.checks.suggestion import suggestion
from policywright.cli.examining import Since, Strict, examine_to_publish, report
from policywright.cli.folder import handbook_folder, near
from policywright.cli.status import PROBLEMS_FOUND
from policywright.pipeline import Examined


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
    they should are told of; with --strict, they keep the old website in its place too.
    """
    if sum((site_only, pdf_only, adopters, bool(adopter))) > 1:
        options = "--site-only, --pdf-only, --adopters and --adopter"
        raise click.UsageError(f"{options} shut each other out; give one of them, or none.")
    folder = handbook_folder(context)
    examined = examine_to_publish(folder, since, strict=strict)
    try:
        with _progress() as progress:
            if adopters:
                model = _model(folder, examined, since, strict=strict)
                built = publishing.publish_with_adopters(folder, examined, model, progress)
            elif adopter:
                model = _model(folder, examined, since, strict=strict)
                built = publishing.publish_adopter(folder, model, _known(examined, adopter), progress)
            elif site_only:
                built = publishing.publish_site(folder, examined)
            elif pdf_only:
                built = publishing.publish_pdfs(folder, examined, progress, strict=strict)
            else:
                built = publishing.publish_all(folder, examined, progress, strict=strict)
    except publishing.FaultyPdfs as refusal:
        _warn(refusal.warnings)
        sys.exit(PROBLEMS_FOUND)
    except Refused as refusal:
        _tell_refused(examined, refusal)
        sys.exit(PROBLEMS_FOUND)
    for one in (built, *built.adopters):
        click.echo("\n".join(_told(one)))
        _warn(one.warnings)


def _model(folder: Path, examined: Examined, since: str | None, *, strict: bool) -> Model:
    """Return the handbook as the model of its adopters."""
    from policywright.adapters import mkdocs  # noqa: PLC0415  slow to load

    address = mkdocs.address(folder)
    return Model(folder, examined.diagnostics, circumstances(folder, since), address, strict)


def _known(examined: Examined, adopter: str) -> str:
    """Return the identifier of an adopter that the handbook has."""
    names = [one.adopter for one in examined.linked.handbook.adopters]
    if adopter not in names:
        raise click.UsageError(f"The handbook has no adopter {adopter}. {suggestion(adopter, names)}")
    return adopter


def _tell_refused(examined: Examined, refusal: Refused) -> None:
    for adopter, found in refusal.found.items():
        click.echo(f"The handbook of {adopter} cannot be published:\n", err=True)
        click.echo(report(replace(examined, diagnostics=found), "text"), err=True)


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
