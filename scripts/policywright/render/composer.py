"""The composer: puts the pages of the site together, each from its templates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from markupsafe import Markup

from policywright.diagnostics import Diagnostic, Location, Rule
from policywright.linking.gathering.changes import NOTHING_KNOWN, Changes
from policywright.linking.gathering.comparison import Comparison, comparisons
from policywright.linking.gathering.concerned import Concerned
from policywright.linking.gathering.role_sheet import Sheet, sheets
from policywright.linking.gathering.word_difference import abridged, word_difference
from policywright.linking.linked import LinkedHandbook, Target
from policywright.linking.names import begins_with_name, names
from policywright.linking.paths import paths
from policywright.linking.plain_text import PlainText, plain_text
from policywright.linking.readability import PLAIN_UP_TO
from policywright.model.document import Document
from policywright.model.handbook import Handbook, Part
from policywright.model.node import Node
from policywright.render.beside import beside, kind_of, sources_of
from policywright.render.headings import headings
from policywright.render.in_place import in_place
from policywright.render.letters import Opening
from policywright.render.maker import MAKER, Kind, Maker, PagesOf
from policywright.render.page import NO_WORD, Page
from policywright.render.places import LetterMedium, Place, SiteMedium, link, place
from policywright.render.prose import Prose
from policywright.render.templates import Setting


class Composer:
    """Knows the whole site, so that each page can link to the others and show what concerns it.

    `rules` are all kinds of findings, for their pages. With `diagnostics` the site is a preview: it shows each of them
    where it stands. `changes` are what is otherwise than in the previous versions. `pdfs` says whether the PDFs stand
    beside the site, and `word` how many bytes each Word document has that does, by its name. `address` is where the
    site is published, ending in a slash; empty where nobody has said. `adopters` are those whose own handbooks stand
    beside the site. The `maker` makes what is made of single documents.
    """

    def __init__(  # noqa: PLR0913  one for each thing that the pages tell of
        self,
        linked: LinkedHandbook,
        rules: Sequence[type[Rule]] = (),
        diagnostics: Sequence[Diagnostic] = (),
        changes: Changes = NOTHING_KNOWN,
        *,
        pdfs: bool = False,
        word: Mapping[str, int] = NO_WORD,
        address: str = "",
        adopters: Collection[str] = (),
        maker: Maker = MAKER,
    ) -> None:
        self.linked = linked
        self.rules = rules
        self.diagnostics = diagnostics
        self.changes = changes
        self.pdfs = pdfs
        self.word = word
        self.adopters = adopters
        self.maker = maker
        self.address = f"{address.rstrip('/')}/" if address else ""

    @property
    def handbook(self) -> Handbook:
        """The handbook whose site this is."""
        return self.linked.handbook

    def page(  # noqa: PLR0913  one for each thing that a page has
        self,
        kind: str,
        path: str,
        title: str,
        *,
        nav: tuple[str, ...] = (),
        chapter: str = "",
        description: str = "",
        about: Node | None = None,
        **values: object,
    ) -> Page:
        """Return a page, filled in from the template of its kind. `about` is the node that an editor mends."""
        document = about if isinstance(about, Document) else None
        setting = PageSetting(self, path, document)

        def make() -> Markup:
            content = setting.fill(f"site/{kind}.html", title=title, about=about, **values)
            if document is None:
                return content
            return setting.fill(
                "site/document.html", document=document, kind=kind, body=content, headings=headings(content)
            )

        return Page(
            path=path,
            kind=kind,
            title=title,
            make=make,
            description=description,
            nav=nav,
            chapter=chapter,
            source=about.location() if about is not None else None,
        )

    def of_each(self, kind: type[Kind], pages_of: PagesOf[Kind]) -> Iterator[Page]:
        """Yield the pages of each document of one kind; `pages_of` yields those of one document."""
        documents = self.handbook.of_kind(kind)
        return (page for document in documents for page in self.maker.pages(self, document, pages_of))

    def document(self, kind: str, document: Document, particulars: object = None) -> Page:
        """Return the page of a document; `particulars` are what the template of its kind asks for besides."""
        target = self.linked.target_of(document)
        return self.page(
            kind,
            place(target).path,
            target.title,
            chapter=f"{document.part}/index.html",
            description=self.plain_text.of(document.summary or ""),
            about=document,
            particulars=particulars,
        )

    def problems_of(self, node: Node) -> Sequence[Diagnostic]:
        """Return what was found wrong with a node itself, not with what stands below it."""
        return self._problems.get(id(node), ())

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """How the rules compare on each topic with a question."""
        return tuple(comparisons(self.linked))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """What applies to each role that anything applies to."""
        return tuple(sheets(self.linked))

    @cached_property
    def roles_by_part(self) -> tuple[tuple[Part, tuple[Sheet, ...]], ...]:
        """The sheets of the roles that something applies to in each part of the handbook, in alphabetical order."""
        in_order = sorted(self.sheets, key=lambda sheet: sheet.role.title.casefold())
        found = (
            (part, tuple(sheet for sheet in in_order if part.id in sheet.parts))
            for part in self.handbook.settings.parts
        )
        return tuple((part, own) for part, own in found if own)

    @cached_property
    def concerned(self) -> Concerned:
        """Whom each rule and document concerns."""
        return Concerned(self.linked, self.sheets)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that keep their capital wherever they stand."""
        return names(self.handbook)

    @cached_property
    def plain_text(self) -> PlainText:
        """What turns the prose of the handbook into plain text."""
        return plain_text(self.handbook)

    @cached_property
    def _problems(self) -> Mapping[int, Sequence[Diagnostic]]:
        return in_place(self.linked, self.diagnostics)


class PageSetting(Setting):
    """Sets one page of the site."""

    def __init__(self, composer: Composer, path: str, document: Document | None = None) -> None:
        super().__init__(composer.linked, SiteMedium(path), document)
        self._composer = composer
        self._path = path

    def _names(self) -> dict[str, object]:
        return super()._names() | {
            "paths": paths,
            "handbook": self._composer.handbook,
            "pdfs": self._composer.pdfs,
            "word_size": self._word_size,
            "href": lambda path: link(self._path, Place(path)),
            "href_of": lambda target: link(self._path, place(target)),
            "href_to": lambda place: link(self._path, place),
            "edit": self._edit,
            "beside": partial(beside, self._linked),
            "kind_of": kind_of,
            "sources_of": partial(sources_of, self._composer.handbook),
            "referrers": self._referrers,
            "by_document": self._by_document,
            "problems_of": self._composer.problems_of,
            # What is gathered from the whole handbook waits until a page asks for it.
            "concerned": lambda target: self._composer.concerned.of(target),  # noqa: PLW0108  it waits
            "roles_by_part": lambda: self._composer.roles_by_part,
            "readability": self._linked.readability,
            "plain_up_to": PLAIN_UP_TO,
            "change_of": self._composer.changes.of,
            "edition_of": self._composer.changes.edition_of,
            "word_difference": word_difference,
            "abridged": abridged,
            "about_provision": "site/about-provision.html",
            "about_part": "site/problems-here.html" if self._composer.diagnostics else "",
            "prose_to_fill": Prose(self._linked, LetterMedium(self._path), self._document),
            "begins_with_name": lambda words: begins_with_name(words, self._composer.names),
            "uses": Opening(self._linked, self._path, self.prose).links,
        }

    def _word_size(self, document: Document) -> str:
        """Return how large the Word document of a document is, such as `13 kB`; empty where there is none."""
        size = self._composer.word.get(document.id)
        return f"{round(size / 1000)} kB" if size else ""

    def _edit(self, location: Location) -> str:
        """Return the address where a place in the sources is mended; empty where the handbook names none."""
        editing = self._linked.handbook.settings.editing
        if editing is None:
            return ""
        return editing.link.replace("{file}", location.file).replace("{line}", str(location.line))

    def _referrers(self, target: Target, *kinds: str) -> tuple[Target, ...]:
        """Return who refers to a target from outside it, once each; of certain kinds of reference, or of any.

        A story cites no rule that its questions or its outcome do not cite, so it is left out.
        """
        found = {
            reference.source.address: reference.source
            for reference in self._linked.referrers(target)
            if reference.source is not None
            and reference.source is not target
            and reference.source.kind != "story"
            and (not kinds or reference.kind in kinds)
            and not (target.kind == "document" and reference.source.document is target.document)
        }
        return tuple(found.values())

    def _by_document(self, targets: Iterable[Target]) -> list[tuple[Target, list[Target]]]:
        """Return targets by the document that they stand in, without the documents themselves."""
        groups: dict[str, tuple[Target, list[Target]]] = {}
        for target in targets:
            whole = self._linked.target_of(target.document) if target.document else target
            _, inner = groups.setdefault(whole.address, (whole, []))
            if target is not whole:
                inner.append(target)
        return list(groups.values())
