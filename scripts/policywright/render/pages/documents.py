"""The lists of documents of one kind: every decision, every form and so on, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policywright.model.handbook import DOCUMENT_KINDS
from policywright.render.composer import Composer
from policywright.render.page import Page

TITLES: Mapping[str, str] = {
    "decision": "Something has happened: what now?",
    "table": "Look up your case",
    "policy": "Rules",
    "checklist": "Checklists",
    "form": "Forms",
    "letter": "Letters",
}
"""What the list of each kind is called, by the key that names the kind, in the order of the home page."""


def list_path(kind: str) -> str:
    """Return the path of the list of a kind of documents."""
    return f"all/{kind}.html"


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each kind that there is a document of."""
    kinds = {kind.kind_key: kind for kind in DOCUMENT_KINDS}
    for kind, title in TITLES.items():
        documents = tuple(composer.handbook.of_kind(kinds[kind]))
        if documents:
            yield composer.page("documents", list_path(kind), title, nav=("What to do", title), documents=documents)
