"""The command `policywright`: the only place that prints and sets an exit status.

0 all is well, 1 problems were found in the content, 2 wrong usage or configuration, 3 a fault of the program itself.
"""

from __future__ import annotations

import difflib
import platform
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from json import dumps
from pathlib import Path

import click

from policywright import __version__, pipeline, source
from policywright.adapters import publishing, starter
from policywright.adapters.git import UnknownRevision
from policywright.adapters.surroundings import circumstances
from policywright.diagnostics import Rule
from policywright.linking.linked import Target
from policywright.pipeline import Examined
from policywright.report import FORMATS, Findings

PROBLEMS_FOUND = 1
WRONG_USAGE = 2
OWN_FAULT = 3

LATEST_CALLS = 12
"""How many calls are told of a fault of the program."""

Since = click.option(
    "--since", metavar="REVISION", help="The git revision to compare identifiers with; left out, the last tag."
)
Strict = click.option("--strict", is_flag=True, help="Let warnings stand in the way, not only errors.")


def main() -> None:
    """Run the command, and turn a fault of the program into a text that can be pasted into an issue."""
    try:
        command(prog_name="policywright")
    except Exception as fault:  # noqa: BLE001  the one boundary behind which no traceback reaches an editor
        click.echo(_issue_text(fault), err=True)
        sys.exit(OWN_FAULT)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="policywright %(version)s")
@click.option(
    "--handbook",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The handbook's folder; left out, the nearest one around this folder.",
)
@click.pass_context
def command(context: click.Context, handbook: Path | None) -> None:
    """Check policies written in YAML, and build their website and printed PDFs."""
    context.obj = handbook


@command.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to report.")
@Since
@Strict
@click.pass_context
def check(context: click.Context, form: str, since: str | None, *, strict: bool) -> None:
    """Say what is wrong in the policies, where, and how to mend it. Writes nothing."""
    examined = _examine(_folder(context), since)
    click.echo(_report(examined, form))
    _stop_unless_publishable(examined, strict=strict)


@command.command()
@click.option("--site-only", is_flag=True, help="Build the website and leave the PDFs as they are.")
@click.option("--pdf-only", is_flag=True, help="Build the PDFs and leave the website as it is.")
@Since
@Strict
@click.pass_context
def build(context: click.Context, since: str | None, *, site_only: bool, pdf_only: bool, strict: bool) -> None:
    """Build the website into site/ and the PDFs into site/pdf/.

    Where an error is in the policies, nothing is built and the old website stays as it is.
    """
    if site_only and pdf_only:
        raise click.UsageError("--site-only and --pdf-only shut each other out; give one of them, or neither.")
    folder = _folder(context)
    examined = _examine(folder, since)
    if examined.diagnostics:
        click.echo(_report(examined, "text"), err=True)
    _stop_unless_publishable(examined, strict=strict)
    with _progress() as progress:
        if site_only:
            built = publishing.publish_site(folder, examined)
        elif pdf_only:
            built = publishing.publish_pdfs(folder, examined, progress)
        else:
            built = publishing.publish_all(folder, examined, progress)
    click.echo("\n".join(_told(built)))


@command.command()
@click.argument("target", metavar="FOLDER", type=click.Path(path_type=Path))
@Strict
@click.pass_context
def export(context: click.Context, target: Path, *, strict: bool) -> None:
    """Write the website as a project that other generators build.

    FOLDER is made; or it is empty, or holds an earlier export, which is then brought up to date. In it, zensical build,
    properdocs build or mkdocs build makes the same pages in FOLDER/site/, without Policywright.
    """
    from policywright.adapters import export as exporting  # noqa: PLC0415  no other command but build needs the engine

    folder = _folder(context)
    examined = _examine(folder)
    if examined.diagnostics:
        click.echo(_report(examined, "text"), err=True)
    _stop_unless_publishable(examined, strict=strict)
    try:
        files = exporting.export(folder, examined, target)
    except exporting.CannotExport as refusal:
        raise click.UsageError(str(refusal)) from None
    click.echo(f"Wrote {files} files to {_near(target)}. Build them there: zensical build, or properdocs build")


@command.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this computer."
)
@click.pass_context
def serve(context: click.Context, port: int) -> None:
    """Preview the website while writing. Faults are shown in their place."""
    from policywright.adapters import mkdocs  # noqa: PLC0415  no other command but build needs the engine

    folder = _folder(context)
    click.echo(f"Preview of the handbook at http://127.0.0.1:{port}/ - stop it with Ctrl-C.")
    try:
        mkdocs.serve(folder, port)
    except mkdocs.PortTaken as refusal:
        raise click.UsageError(f"Port {port} cannot be used: {refusal}. Name another, such as --port 8001.") from None


@command.command()
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Tell what a check refuses, and how to write it right.

    NAME is the check's name or code; without it, all checks are listed.
    """
    if name is None:
        click.echo("\n".join(_rule_line(rule) for rule in _by_name(pipeline.RULES)))
        return
    found = [rule for rule in pipeline.RULES if name.lower() in (rule.name, rule.code.lower())]
    if not found:
        raise click.UsageError(f"There is no check called {name}.{_nearest(name)}")
    click.echo(f"{found[0].name} ({found[0].code}, {found[0].severity})\n\n{found[0].page()}")


@command.command()
@click.pass_context
def schema(context: click.Context) -> None:
    """Write the JSON Schemas that help in text editors.

    They are written into policies/schema/; with them an editor completes keys and explains them.
    """
    target = _folder(context) / "policies" / "schema"
    for path in starter.write_schemas(target, source.schemas()):
        click.echo(f"Wrote {_near(path)}")


@command.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@click.pass_context
def list_(context: click.Context, *, as_json: bool) -> None:
    """List everything that can be cited, by its identifier.

    With each thing stand its number and its title. The provisions of publications are left out.
    """
    cited = _examine(_folder(context)).linked.targets.values()
    targets = sorted((target for target in cited if target.kind != "source-provision"), key=_is_entry)
    if as_json:
        click.echo(dumps([_as_data(target) for target in targets], indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_as_line(target) for target in targets))


@command.command()
@click.argument("kind", type=click.Choice(starter.KINDS))
@click.argument("name")
@click.option("--part", help="The part that the document belongs to; left out, the handbook's first.")
@click.pass_context
def new(context: click.Context, kind: str, name: str, part: str | None) -> None:
    """Begin a new file, or a new handbook.

    KIND is what it is, and NAME its identifier or, for a handbook, its folder.
    """
    try:
        if kind == "handbook":
            written = starter.begin_handbook(Path(name), source.schemas())
        else:
            folder = _folder(context)
            written = [starter.begin_document(folder, kind, name, _part(folder, part))]
    except starter.CannotBegin as refusal:
        raise click.UsageError(str(refusal)) from None
    for path in written:
        click.echo(f"Wrote {_near(path)}")


def _folder(context: click.Context) -> Path:
    """Return the handbook's folder: the one that was named, or the nearest one around the working folder."""
    start: Path = context.find_root().obj or Path.cwd()
    for folder in (start, *start.resolve().parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "policies").is_dir():
            return folder.resolve()
    raise click.UsageError(
        f"{start} is not in a handbook: a handbook is a folder with mkdocs.yml and policies/. "
        "Make one with: policywright new handbook FOLDER"
    )


def _examine(folder: Path, since: str | None = None) -> Examined:
    """Examine the handbook as of today, and against the identifiers of an earlier edition in git."""
    try:
        now = circumstances(folder, since)
    except UnknownRevision as refusal:
        raise click.UsageError(str(refusal)) from None
    return pipeline.examine(folder, now)


def _report(examined: Examined, form: str) -> str:
    return FORMATS[form](Findings(examined.diagnostics, examined.texts, pipeline.RULES))


def _stop_unless_publishable(examined: Examined, *, strict: bool) -> None:
    if not examined.may_be_published(strict=strict):
        sys.exit(PROBLEMS_FOUND)


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
        yield f"The website has {built.pages} pages; open {_near(built.site / 'index.html')}"
    if built.pdfs:
        yield f"{built.pdfs} PDFs, {built.fresh_pdfs} of them made anew, are in {_near(built.site / publishing.PDFS)}/"


def _part(folder: Path, named: str | None) -> str:
    """Return the part that was named, or the handbook's first."""
    parts = [part.id for part in source.load(folder)[0].settings.parts]
    if not parts:
        raise click.UsageError("The handbook has no part yet; add one to policies/handbook.yml.")
    if named and named not in parts:
        raise click.UsageError(f"The handbook has no part {named}. Its parts are: {', '.join(parts)}.")
    return named or parts[0]


def _by_name(rules: Iterable[type[Rule]]) -> list[type[Rule]]:
    return sorted(rules, key=lambda rule: rule.name)


def _rule_line(rule: type[Rule]) -> str:
    return f"{rule.name:<32}{rule.severity:<9}{rule.page().partition(chr(10))[0]}"


def _nearest(name: str) -> str:
    near = difflib.get_close_matches(name, [rule.name for rule in pipeline.RULES], n=1)
    return f" Did you mean {near[0]}?" if near else " Without a name, explain lists them all."


def _as_data(target: Target) -> dict[str, object]:
    return {
        "address": target.address,
        "kind": target.kind,
        "number": target.number,
        "title": target.title,
        "duty": target.duty,
        "actors": list(target.actors),
        "location": str(target.location),
    }


def _is_entry(target: Target) -> bool:
    """Whether a target stands in a register or in the settings, and in no document."""
    return target.document is None


def _as_line(target: Target) -> str:
    if _is_entry(target):
        return f"{target.address:<46}{target.title}"
    if target.kind == "document":
        return f"\n{target.address}  {target.title}"
    return f"  {target.number:<12}{target.anchor:<44}{target.title}"


def _near(path: Path) -> str:
    """Return a path as short as it can be said from the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _issue_text(fault: Exception) -> str:
    """Return what the program's maintainers need to know, in a form for an issue: the latest calls come last."""
    calls = traceback.extract_tb(fault.__traceback__)[-LATEST_CALLS:]
    return "\n".join(
        (
            "Policywright itself failed; the policies are not to blame, and nothing was changed.",
            "Please report it with the lines below.",
            "",
            f"policywright {__version__}, Python {platform.python_version()}, {platform.system()}",
            f"command: policywright {' '.join(sys.argv[1:])}",
            *(f"  {Path(call.filename).name}:{call.lineno} {call.name}" for call in calls),
            f"{type(fault).__name__}: {fault}",
        )
    )
