"""What is kept of documents is, after whatever edits, what would be made anew; and most of it is kept."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import HANDBOOKS, contents
from tests.past import past_of

from policywright import linking, pipeline, source
from policywright.linking.linked import LinkedHandbook
from policywright.linking.watched import EVERYTHING, Seen, WatchedLinks
from policywright.model.document import Document
from policywright.model.node import Node
from policywright.model.past import NO_PAST, Past
from policywright.pipeline import Examined
from policywright.render.composer import Composer
from policywright.render.files import api
from policywright.render.kept import Plain, Watched
from policywright.render.maker import Kind, Maker, PagesOf, TextOf
from policywright.render.page import Page
from policywright.render.pages import checklist, decision, form, letter, policy, table

COMPLETE = HANDBOOKS / "complete"
PAST = past_of(COMPLETE)
FILES = {name: content.decode() for name, content in contents(COMPLETE).items() if name.endswith((".yml", ".md"))}
PICTURES = {name: content for name, content in contents(COMPLETE).items() if name not in FILES}
WORDS = sorted({word for text in FILES.values() for word in text.split()})

KINDS = frozenset(
    {"policy", "form", "letter", "checklist", "decision", "decision-question", "decision-result", "table"}
)

REFERENCES = sorted(
    f"[[{address}]]"
    for address, target in linking.link(
        source.read({name: text.encode() for name, text in FILES.items()})[0]
    ).targets.items()
    if target.document
)

Edit = tuple[str, int, str]
"""The name of a file, the number of a line, counted round and round, and what becomes of it, or of the whole file."""


class Memory:
    """A shelf that keeps what it is given, as JSON, and knows what it was given last."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        self.kept = dict(kept)
        self.given = set[str]()

    def found(self, name: str) -> Plain | None:
        return json.loads(self.kept[name]) if name in self.kept else None

    def keep(self, name: str, kept: Plain) -> None:
        self.kept[name] = json.dumps(kept)
        self.given.add(name)


def examined(files: Mapping[str, str], past: Past = PAST) -> Examined:
    handbook, faults = source.read(PICTURES | {name: text.encode() for name, text in files.items()})
    return pipeline.compare(Examined(linking.link(handbook), faults), past)


def told(now: Examined, *, pdfs: bool = False, size: int = 0, shelf: Memory | None = None) -> list[object]:
    """Return all that is known of the pages of documents, and their data."""
    maker = pipeline.maker(now, shelf)
    pages = pipeline.site(now, pdfs=pdfs, word={"consent": size}, maker=maker)
    of_documents = [page for page in pages if page.kind in KINDS]
    shown = [(str(page.content), {**vars(page), "make": None, "content": None}) for page in of_documents]
    return [*shown, *api.files(Composer(now.linked, maker=maker), pages)]


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """What is made of the documents of the complete handbook, as a build keeps it."""
    memory = Memory({})
    told(examined(FILES), shelf=memory)
    return memory.kept


def edited(files: Mapping[str, str], edit: Edit) -> dict[str, str]:
    """Return the files after an edit of one line, or of a whole file: gone, as it was at first, or there twice."""
    name, number, written = edit
    match written:
        case "GONE":
            return {other: text for other, text in files.items() if other != name}
        case "AS AT FIRST":
            return {**files, name: FILES[name]}
        case "TWICE":
            kind, _, text = FILES[name].partition(" ")
            return {**files, name.replace(".yml", "-2.yml"): f"{kind} second-{text}"}
    lines = files.get(name, FILES[name]).splitlines()
    at = number % len(lines)
    lines[at : at + 1] = written_over(lines[at], number, written)
    return {**files, name: "\n".join(lines) + "\n"}


def written_over(line: str, number: int, word: str) -> list[str]:
    """Return what becomes of a line: gone, there twice, with another word in it, or with a reference at its end."""
    parts = line.split(" ")
    written = [place for place, part in enumerate(parts) if part]
    if written and word in REFERENCES:
        return [f"{line} {word}"]
    if not written or not number % 9:
        return [[], [line, line]][number % 2]
    parts[written[number % len(written)]] = word
    return [" ".join(parts)]


EDITS = st.tuples(
    st.sampled_from(sorted(FILES)),
    st.integers(0, 10_000),
    st.one_of(*map(st.sampled_from, (["GONE", "AS AT FIRST", "TWICE"], WORDS, REFERENCES))),
)
STAGES = st.lists(st.tuples(st.lists(EDITS, min_size=1, max_size=3), st.booleans(), st.integers(0, 1)), max_size=3)


@settings(max_examples=6)
@given(STAGES)
def test_after_any_edits_the_pages_are_what_they_are_when_all_are_made_anew(
    kept: dict[str, str], stages: list[tuple[list[Edit], bool, int]]
) -> None:
    files, shelf = FILES, Memory(kept)
    for edits, pdfs, size in stages:
        for edit in edits:
            files = edited(files, edit)
        now = examined(files)
        assert told(now, pdfs=pdfs, size=size, shelf=shelf) == told(now, pdfs=pdfs, size=size)


ONE_BY_ONE = (
    ("trusts/cod-ymddygiad.yml", "staff should say so.", "staff should say so, as [[post-found]] has it."),
    ("schools/checklists/open-account.yml", "Two sentences are", "One sentence, as in [[old-rules#network-only]], is"),
    ("schools/everything.yml", "duty: should-not", "duty: must-not"),
    ("schools/everything.yml", "of a pupil", "of any pupil"),
    ("schools/decisions/may-i-post.yml", "uniforms and names on books too.", "names on books too."),
    ("schools/checklists/open-account.yml", "Open an official account", "Open an account of the school"),
    ("schools/checklists/open-account.yml", "id: photographs", "id: consents"),
    ("schools/decisions/may-i-post.yml", "clauses: [everything#photographs]", "clauses: [everything#purpose]"),
    ("schools/checklists/open-account.yml", "version: 2026.1", "version: 2026.2"),
    ("registers/glossary.yml", "acronym: DSL", "acronym: DSO"),
    ("handbook.yml", "clause: paragraph", "clause: rule"),
    ("schools/checklists/open-account.yml", "status: in-force", "status: withdrawn"),
    ("trusts/cod-ymddygiad.yml", "staff should say so", "staff of whatever Age should say so"),
)
"""Edits of one file each: what it says, and what it says then."""


def test_edits_one_after_the_other_never_leave_a_page_as_it_was_that_would_have_changed(kept: dict[str, str]) -> None:
    files, shelf = FILES, Memory(kept)
    before = told(examined(files))
    for file, old, new in ONE_BY_ONE:
        name = f"policies/{file}"
        assert old in files[name]
        files = {**files, name: files[name].replace(old, new, 1)}
        anew = told(examined(files))
        assert anew != before, file
        assert told(examined(files), shelf=shelf) == anew, file
        before = anew


@pytest.mark.parametrize(
    ("file", "old", "new", "made"),
    [
        ("schools/checklists/post-found.yml", "do: Take a picture of", "do: Photograph", {"post-found"}),
        ("schools/old-rules.yml", "\n", "\n\n", {"old-rules"}),
    ],
)
def test_after_an_edit_only_what_looks_at_the_document_is_made_again(
    kept: dict[str, str], file: str, old: str, new: str, made: set[str]
) -> None:
    name = f"policies/{file}"
    assert old in FILES[name]
    shelf = Memory(kept)
    told(examined(FILES | {name: FILES[name].replace(old, new, 1)}), shelf=shelf)

    assert made == {name for name in made if {f"{name}.pages", f"{name}.data"} <= shelf.given}
    assert shelf.given == {one for one, text in kept.items() if json.loads(text)["rests_on"].keys() & made}
    assert len(shelf.given) < len(kept) / 2


def test_without_an_edit_nothing_is_made_again_and_after_a_change_of_the_settings_everything_is(
    kept: dict[str, str],
) -> None:
    shelf = Memory(kept)
    told(examined(FILES), shelf=shelf)
    assert shelf.given == set()

    settings_file = "policies/handbook.yml"
    told(examined(FILES | {settings_file: f"{FILES[settings_file]}# A remark\n"}), shelf=shelf)
    assert shelf.given == set(kept)


def test_where_the_past_is_another_the_pages_tell_other_changes(kept: dict[str, str]) -> None:
    forgotten = examined(FILES, NO_PAST)
    assert told(forgotten, shelf=Memory(kept)) == told(forgotten) != told(examined(FILES))


@pytest.mark.parametrize(("pdfs", "size"), [(True, 0), (False, 20_000)], ids=["PDFs", "a Word file"])
def test_where_other_files_stand_beside_the_site_the_pages_tell_of_them(
    kept: dict[str, str], *, pdfs: bool, size: int
) -> None:
    now = examined(FILES)
    anew = told(now, pdfs=pdfs, size=size)
    assert told(now, pdfs=pdfs, size=size, shelf=Memory(kept)) == anew != told(now)


def test_nothing_that_is_made_of_a_document_rests_on_everything(kept: dict[str, str]) -> None:
    assert [name for name, text in kept.items() if EVERYTHING in json.loads(text)["rests_on"]] == []


@contextmanager
def touched() -> Iterator[set[str]]:
    """Collect the files of all nodes of which anybody reads anything."""
    files = set[str]()

    def read(node: Node, name: str) -> object:
        private = object.__getattribute__(node, "__pydantic_private__")
        if private and not name.startswith("_"):
            files.add(private["_origin"].source.file)
        return object.__getattribute__(node, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Node, "__getattribute__", read, raising=False)
        yield files


class Checking(Maker):
    """Makes what is made of each document, and notes what escapes the watch meanwhile."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.file_of = {document.id: document.origin.source.file for document in documents}
        self.escaped: dict[str, set[str]] = {}

    def pages(self, composer: Composer, document: Kind, pages_of: PagesOf[Kind]) -> Iterator[Page]:
        with self.watching(document, "pages") as seen:
            assert all(page.content for page in pages_of(Watched(composer, seen), document))
        return iter(())

    def text(self, linked: LinkedHandbook, document: Document, what: str, text_of: TextOf) -> str:
        with self.watching(document, what) as seen:
            return text_of(WatchedLinks(linked, seen), document)

    @contextmanager
    def watching(self, document: Document, what: str) -> Iterator[Seen]:
        seen = Seen()
        seen.document(document)
        with touched() as files:
            yield seen
        unseen = {file for name, file in self.file_of.items() if name not in seen.names}
        self.escaped[f"{document.id}.{what}"] = files & unseen


def test_nothing_reads_of_a_document_what_it_is_not_noted_to_have_looked_at(kept: dict[str, str]) -> None:
    now = examined(FILES)
    maker = Checking(now.linked.handbook.documents)
    composer = Composer(now.linked, pipeline.RULES, (), now.changes, pdfs=True, maker=maker)
    # What is gathered from the whole handbook and handed out in small is gathered before.
    assert composer.concerned
    assert composer.names
    assert composer.plain_text
    for kind in (policy, form, letter, checklist, decision, table):
        assert list(kind.pages(composer)) == []
    assert list(api.files(composer, ()))

    assert maker.escaped.keys() == kept.keys()
    assert [one for one in maker.escaped.items() if one[1]] == []
