"""A PDF that is laid out is finished: it says what it is, how it is shown and printed, and carries what it was made of.

What is told here needs no layout, so that it is the same for a document that was set in one go and for a book that was
joined from its sections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from io import BytesIO

from pikepdf import AttachedFileSpec, Dictionary, Name, NumberTree, Pdf

from policywright.render.page import PrintDocument, Properties, SourceFile

_PRODUCER = f"WeasyPrint {version('weasyprint')}"
_LONG = 10
"""The pages from which a document is worth opening with its bookmarks beside it."""


def finish(pdf: Pdf, document: PrintDocument) -> None:
    """Finish the PDF of a document, in place. It has its pages, tags and language, and its bookmarks if any."""
    _name(pdf, document.title, document.properties)
    _number_pages(pdf)
    _advise(pdf, bound=document.bound)
    _attach(pdf, document.sources)


def finished(written: bytes, document: PrintDocument) -> bytes:
    """Return the finished PDF of a document."""
    target = BytesIO()
    with Pdf.open(BytesIO(written)) as pdf:
        finish(pdf, document)
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _name(pdf: Pdf, title: str, properties: Properties) -> None:
    """Say what the file is, in both of the ways that programs look for it; no date is the clock's."""
    del pdf.docinfo
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for name, value in _described(pdf, title, properties):
            metadata[name] = value
    for key in ("version", "status", "commit"):
        if told := getattr(properties, key):
            pdf.docinfo[f"/{key.capitalize()}"] = told


def _described(pdf: Pdf, title: str, properties: Properties) -> Iterator[tuple[str, str | list[str]]]:
    yield "pdfuaid:part", "1"
    yield "pdf:Producer", _PRODUCER
    yield "xmp:CreatorTool", "Policywright"
    yield "dc:title", title
    yield "dc:language", [str(pdf.Root.Lang)]
    if properties.publisher:
        yield "dc:creator", [properties.publisher]
    if properties.subject:
        yield "dc:description", properties.subject
    if properties.keywords:
        yield "pdf:Keywords", ", ".join(properties.keywords)
    if properties.version:
        yield "xmpMM:VersionID", properties.version
    if properties.date:
        yield "xmp:CreateDate", properties.date.isoformat()
        yield "xmp:ModifyDate", properties.date.isoformat()


def _number_pages(pdf: Pdf) -> None:
    """Give each page the number that is printed on it, which counts from the cover."""
    labels = NumberTree.new(pdf)
    labels[0] = Dictionary(S=Name.D)
    pdf.Root.PageLabels = labels.obj


def _advise(pdf: Pdf, *, bound: bool) -> None:
    """Say how the document is best shown and printed; whoever prints decides about its size."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if bound:
        pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge
    if "/Outlines" in pdf.Root and len(pdf.pages) >= _LONG:
        pdf.Root.PageMode = Name.UseOutlines


def _attach(pdf: Pdf, sources: Iterable[SourceFile]) -> None:
    for source in sources:
        content = source.text.encode()
        # Without dates, which would be the clock's.
        file = AttachedFileSpec(
            pdf,
            content,
            description=source.about,
            filename=source.name,
            mime_type="application/yaml",
            creation_date="",
            mod_date="",
        )
        file.relationship = Name.Source
        pdf.attachments[source.name] = file
