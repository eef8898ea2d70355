"""Diagnostics in their place: which of the things that a page shows each of them is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from policywright.diagnostics import Diagnostic, Location
from policywright.linking.linked import LinkedHandbook, Target


def in_place(linked: LinkedHandbook, diagnostics: Sequence[Diagnostic]) -> Mapping[int, Sequence[Diagnostic]]:
    """Return what was found wrong by the identity of the node that holds it, the innermost one if several do.

    What stands in nothing that can be cited, such as a file that could not be read, is left out.
    """
    spans = _spans(_targets_in({diagnostic.location.file for diagnostic in diagnostics}, linked))
    found = defaultdict[int, list[Diagnostic]](list)
    for diagnostic in diagnostics:
        target = _innermost(spans.get(diagnostic.location.file, ()), diagnostic.location)
        if target is not None:
            found[id(target.node)].append(diagnostic)
    return found


def _targets_in(files: Collection[str], linked: LinkedHandbook) -> Iterator[Target]:
    """Yield what stands in some files; what a document holds stands in its file, but in the handbook of an adopter."""
    documents = {id(document) for document in linked.handbook.documents if document.origin.source.file in files}
    for target in linked.by_node.values() if files else ():
        if id(target.document) in documents if target.document else target.node.origin.source.file in files:
            yield target


def _spans(targets: Iterable[Target]) -> Mapping[str, Sequence[tuple[Location, Target]]]:
    """Return the targets of each file, in order, with where each begins and ends."""
    spans = defaultdict[str, list[tuple[Location, Target]]](list)
    for target in targets:
        origin = target.node.origin
        spans[origin.source.file].append((origin.source.locate(origin.span.start, origin.span.end), target))
    for inner in spans.values():
        inner.sort(key=lambda span: span[0])
    return spans


def _innermost(spans: Sequence[tuple[Location, Target]], place: Location) -> Target | None:
    begun = bisect_right(spans, (place.line, place.column), key=lambda span: (span[0].line, span[0].column))
    for span, target in reversed(spans[:begun]):
        if (place.line, place.column) <= (span.end_line, span.end_column):
            return target
    return None
