from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.linking.written import clause, glossary, laws, policy, roles, section, settings

from policywright.linking import LinkedHandbook, Linker, Reference, Target, TermUse, VariableUse, link
from policywright.model.document import Document
from policywright.model.handbook import Handbook
from policywright.model.registers import Register

_PIECES = (
    "[[#c0]]", "[[#c1|words]]", "[[other]]", "[[other#c0|the data]]", "[[law:act]]", "[[role:head]]",
    "[[nowhere]]", "[[c1]]", "{{school-name}}", "{{fax}}", "[^note]", "`data [[other]]`", "[data](https://example.org)",
    "data", "personal data", "ICT", " ", "\n", ", ", "**", "[", "]]", "{{", "`",
)  # fmt: skip

_texts = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12).map("".join)


@st.composite
def _handbooks(draw: st.DrawFn) -> Handbook:
    """Draw two policies and registers whose prose refers to, and names, whatever it likes."""
    actors = st.lists(st.sampled_from(["head", "nobody"]), max_size=2)
    documents = [
        policy(
            section("first", *(clause(f"c{place}", draw(_texts), actors=draw(actors)) for place in range(3))),
            policy=name,
            summary=draw(_texts),
        )
        for name in ("conduct", "other")
    ]
    terms = glossary({"term": "data", "definition": draw(_texts)}, {"term": "personal data", "acronym": "ICT"})
    variables = [{"id": "school-name", "about": "The school", "default": "Oak School"}]
    return Handbook(settings(variables=variables), tuple(documents), (roles("head"), laws(act="Act"), terms))


@given(_handbooks())
def test_a_reference_with_a_target_is_among_that_targets_backlinks_and_no_other_is(handbook: Handbook) -> None:
    found = link(handbook)
    for target in found.targets.values():
        assert found.referrers(target) == tuple(one for one in found.references if one.target is target)


@given(_handbooks())
def test_linking_twice_finds_the_same(handbook: Handbook) -> None:
    assert _told(link(handbook)) == _told(link(handbook))


_SOME_TEXT = st.sampled_from(
    [
        "Data.",
        "See [[other#c0]].",
        "[[#c1]] and [[old]]",
        "[[nowhere]]",
        "{{school-name}}",
        "[[other]] holds [[third]].",
    ]
)


@st.composite
def _written_on(draw: st.DrawFn) -> list[Handbook]:
    """Draw a handbook as it stands after each of several changes; what no change touches stays the very same."""
    registers: list[Register] = [roles("head"), glossary({"term": "data", "definition": "Facts."})]
    stages = []
    documents: dict[str, Document] = {}
    for _ in range(draw(st.integers(2, 5))):
        name = draw(st.sampled_from(["conduct", "other", "third"]))
        if draw(st.booleans()) and name in documents:
            del documents[name]
        else:
            clauses = [clause(draw(st.sampled_from(["c0", "c1", "c2"])), draw(_SOME_TEXT)) for _ in range(2)]
            formerly = draw(st.sampled_from([[], ["old"]]))
            title = draw(st.sampled_from(["Conduct", "Data", "After [[other]]"]))
            called = draw(st.sampled_from([name, "other"]))
            documents[name] = policy(section("first", *clauses), policy=called, title=title, formerly=formerly)
        if draw(st.integers(0, 4)) == 0:
            registers[1] = glossary({"term": draw(st.sampled_from(["data", "facts"])), "definition": "What is known."})
        stages.append(Handbook(_SETTINGS, tuple(documents.values()), tuple(registers)))
    return stages


_SETTINGS = settings(variables=[{"id": "school-name", "about": "The school", "default": "Oak School"}])


@given(_written_on())
def test_what_is_linked_again_after_each_change_is_as_if_it_were_linked_for_the_first_time(
    stages: list[Handbook],
) -> None:
    linker = Linker()
    for handbook in stages:
        again, anew = linker.link(handbook), link(handbook)
        assert _told(again) == _told(anew)
        assert _led_to(again) == _led_to(anew)


def _led_to(found: LinkedHandbook) -> object:
    """Return what leads where, each target by the node that it is, which both ways of linking have in common."""
    marks = {
        text: [(type(mark).__name__, mark.start, _node(getattr(mark, "target", None))) for mark in marks]
        for text, marks in found.by_text.items()
    }
    candidates = [[_node(one) for one in reference.candidates] for reference in found.references]
    backlinks = {address: [_node(one.source) for one in leading] for address, leading in found.backlinks.items()}
    by_node = {node: (target.address, target.title, target.number) for node, target in found.by_node.items()}
    return marks, candidates, backlinks, by_node, [tuple(map(_node, pair)) for pair in found.duplicates]


def _node(target: Target | None) -> int | None:
    return id(target.node) if target else None


@given(_handbooks())
def test_the_marks_of_a_prose_stand_in_order_and_never_overlap(handbook: Handbook) -> None:
    for marks in link(handbook).by_text.values():
        assert all(first.end <= second.start for first, second in pairwise(marks))


@given(_handbooks())
def test_everything_found_in_a_text_is_among_its_marks(handbook: Handbook) -> None:
    found = link(handbook)
    uses: list[Reference | VariableUse | TermUse] = [*found.references, *found.variables, *found.terms]
    marks = [mark for marks in found.by_text.values() for mark in marks]
    assert sorted(map(id, marks)) == sorted(map(id, uses))
    assert all(use in found.marks_in(use.written.node, use.written.field, use.written.item) for use in uses)


@given(_handbooks())
def test_a_reference_never_has_both_a_target_and_candidates(handbook: Handbook) -> None:
    for reference in link(handbook).references:
        assert reference.target is None or not reference.candidates


_any_text = st.text(min_size=1, max_size=12) | st.text("[]{}#:|`*_()^!/.a1 \n\\", min_size=1, max_size=12)


@given(st.lists(_any_text, min_size=9, max_size=9))
def test_linking_never_fails_whatever_is_written(texts: list[str]) -> None:
    body, point, term, also, acronym, *pins, word = texts
    one = clause("one", f"{body} [[{point}]]", clause("a", point, number=pins[0]), clause("b", point), number=pins[1])
    sections = [section("first", one, clause("two"), number=pins[2])]
    annexes = [section("annex", clause("three")), section("more", clause("four"), number=pins[0])]
    terms = glossary({"term": term, "also": [also], "acronym": acronym, "definition": body})
    found = link(Handbook(settings(), (policy(*sections, annexes=annexes, annex_word=word),), (terms,)))
    assert list(found.targets)[-1] == "term:term-0"


def test_references_come_in_reading_order_those_by_fields_before_those_in_prose() -> None:
    first = clause("one", "See [[#two]].", clause("a", "See [[#one]].", topics=["x"]), actors=["head"])
    found = link(Handbook(settings(), (policy(section("first", first, clause("two", "See [[#a]]."))),)))
    kinds_and_addresses = [(reference.kind, reference.address) for reference in found.references]
    assert kinds_and_addresses == [
        ("part", "part:schools"),
        ("actors", "role:head"),
        ("text", "conduct#two"),
        ("topics", "topic:x"),
        ("text", "conduct#one"),
        ("text", "conduct#a"),
    ]


def test_an_empty_handbook_links_to_nothing() -> None:
    found = link(Handbook())
    assert (dict(found.targets), found.references, found.variables, found.terms) == ({}, (), (), ())


def _told(found: LinkedHandbook) -> object:
    """Return what linking found, without the identity of its objects."""
    return (
        [_of_target(target) for target in found.targets.values()],
        [_of_reference(reference) for reference in found.references],
        {address: [_of_reference(one) for one in leading] for address, leading in found.backlinks.items()},
        [(use.written, use.start, use.name, use.value, use.known, use.blank) for use in found.variables],
        [(use.written, use.start, use.target.address) for use in found.terms],
        {place: [(mark.start, mark.end, type(mark)) for mark in marks] for place, marks in found.by_text.items()},
    )


def _of_target(target: Target) -> object:
    parent = target.parent.address if target.parent else None
    return (
        target.kind,
        target.address,
        target.title,
        target.number,
        target.duty,
        target.actors,
        parent,
        target.aliases,
    )


def _of_reference(reference: Reference) -> object:
    return (
        reference.kind,
        reference.written,
        reference.start,
        reference.end,
        reference.address,
        reference.target and reference.target.address,
        [candidate.address for candidate in reference.candidates],
        reference.by_alias,
    )
