"""Prose becomes HTML: what stands in a clause's text, and what is made of it."""

from collections.abc import Callable
from html.parser import HTMLParser
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright import linking
from policywright.model.handbook import Handbook
from policywright.model.policy import Clause, Policy
from policywright.render.places import SiteMedium
from policywright.render.prose import Prose

POLICY = """
policy: conduct
title: Conduct
part: schools
owner: headteacher
sections:
  - id: online
    title: Online
    clauses:
      - id: first
        duty: {duty}
        actors: [staff]
        text: |
{text}
        footnotes:
          - id: family
            text: Unless it is family.
      - id: second
        heading: Working days
        text: A working day is no holiday.
"""

Paragraphs = Callable[..., list[str]]


@pytest.fixture
def paragraphs(handbook_of: Callable[..., Handbook]) -> Paragraphs:
    """Return what sets the text of a clause in HTML, paragraph by paragraph."""

    def set_text(text: str, duty: str = "must") -> list[str]:
        written = POLICY.format(text=indent(text, " " * 10), duty=duty)
        handbook = handbook_of({"policies/schools/conduct.yml": written})
        linked = linking.link(handbook)
        policy = next(one for one in handbook.of_kind(Policy) if one.policy == "conduct")
        prose = Prose(linked, SiteMedium("schools/conduct.html"), policy)
        return [str(paragraph) for paragraph in prose.paragraphs(policy.sections[0].clauses[0], "text")]

    return set_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A *very* **short** `code`.", "A <em>very</em> <strong>short</strong> <code>code</code>."),
        ("Not \\*this\\*.", "Not *this*."),
        ("Raw <b>HTML</b> & more", "Raw &lt;b&gt;HTML&lt;/b&gt; &amp; more"),
        ("[the site](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">the site</a>'),
        ("[write](mailto:office@example.org)", '<a href="mailto:office@example.org">write</a>'),
        ("See [[#second]].", 'See <a class="ref" href="#second">clause 1.2</a>.'),
        ("See [[#second|the next]].", 'See <a class="ref" href="#second">the next</a>.'),
        ("[[conduct]]", '<a class="ref" href="conduct.html">Conduct</a>'),
        (
            "[[social-media#decline-friend-requests]]",
            '<a class="ref" href="social-media.html#decline-friend-requests">Clause 1.1 of Social media</a>',
        ),
        ("[[law:equality-act-2010]]", '<a class="ref" href="../laws.html#equality-act-2010">Equality Act 2010</a>'),
        ("**[[#second]]**", '<strong><a class="ref" href="#second">Clause 1.2</a></strong>'),
        ("Ask {{school-name}}.", "Ask the school."),
        ("`{{school-name}}` and `[[#second]]`", "<code>{{school-name}}</code> and <code>[[#second]]</code>"),
        (
            "Decline it.[^family]",
            'Decline it.<sup class="footnote-call">'  # noqa: ISC004
            '<a id="first_note_family_call" href="#first_note_family" role="doc-noteref" '
            'aria-label="Footnote 1">1</a></sup>',
        ),
    ],
)
def test_marks_and_markdown_become_html(paragraphs: Paragraphs, text: str, html: str) -> None:
    assert paragraphs(text) == [html]


def test_a_blank_line_parts_paragraphs_and_a_single_line_break_does_not(paragraphs: Paragraphs) -> None:
    assert paragraphs("One\ntwo.\n\nThree.") == ["One\ntwo.", "Three."]


def test_a_defined_term_is_a_link_where_it_is_met_for_the_first_time(paragraphs: Paragraphs) -> None:
    first, second = paragraphs("Within a working day.\n\nOr two working days.")
    assert first == 'Within a <span class="term"><a href="../glossary.html#working-day">working day</a></span>.'
    assert second == "Or two working days."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Follow the JSP.", "Follow the {} (joint service publication)."),
        ("Follow the JSP, this JSP and no other.", "Follow the {} (joint service publication), this JSP and no other."),
        ("The old joint service publications are JSP 5.", "The old joint service publications are {} 5."),
        ("Follow the paper (JSP).", "Follow the paper ({})."),
    ],
)
def test_an_acronym_is_told_in_full_on_its_first_use_unless_the_words_around_it_do(
    handbook_of: Callable[..., Handbook], text: str, told: str
) -> None:
    glossary = (
        "register: glossary\nentries: [{id: jsp, term: joint service publication, acronym: JSP, definition: Rules.}]"
    )
    written = POLICY.format(text=f"          {text}", duty="must")
    files = {"policies/schools/conduct.yml": written, "policies/registers/glossary.yml": glossary}
    linked = linking.link(handbook_of(files))
    html = Prose(linked, SiteMedium("schools/conduct.html")).line(linked.targets["conduct#first"].node, "text")
    met = '<span class="term"><a href="../glossary.html#jsp">JSP</a></span>'
    assert html == told.format(met)


def test_there_is_no_link_within_a_link(paragraphs: Paragraphs) -> None:
    (html,) = paragraphs("[each working day](https://example.org), see [[#second|any working day]]")
    assert (
        html
        == '<a href="https://example.org">each working day</a>, see <a class="ref" href="#second">any working day</a>'
    )


@pytest.mark.parametrize(
    ("duty", "text", "bold"),
    [
        ("must", "Staff must tell.", "must"),
        ("must-not", "Staff must not tell.", "must not"),
        ("should", "Staff should tell.", "should"),
        ("should-not", "Staff should not tell.", "should not"),
        ("may", "Staff may tell.", "may"),
    ],
)
def test_the_words_that_say_the_duty_are_bold(paragraphs: Paragraphs, duty: str, text: str, bold: str) -> None:
    (html,) = paragraphs(text, duty)
    assert f'<strong class="verb">{bold}</strong>' in html


def test_words_that_say_another_duty_are_not_bold(paragraphs: Paragraphs) -> None:
    assert paragraphs("Staff may tell.", "must") == ["Staff may tell."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("See [[#nowhere]].", "“conduct#nowhere” leads nowhere"),
        ("See [[#nowhere|there]].", "“there” leads nowhere"),
        ("Ask {{nobody}}.", "“{{nobody}}” is no variable of this handbook"),
        ("Decline.[^nobody]", "“[^nobody]” calls a footnote that is not there"),
    ],
)
def test_a_fault_is_shown_in_its_place_and_in_words(paragraphs: Paragraphs, text: str, told: str) -> None:
    (html,) = paragraphs(text)
    assert f'<span class="fault"><strong>Fault:</strong> {told}</span>' in html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "//example.org", "x.html"]
)
def test_an_address_that_leads_elsewhere_than_the_web_or_the_post_is_no_link(
    paragraphs: Paragraphs, address: str
) -> None:
    (html,) = paragraphs(f"[here]({address})")
    assert "href" not in html
    assert "is no address" in html


def test_an_address_may_hold_a_variable(handbook_of: Callable[..., Handbook]) -> None:
    written = POLICY.format(text="          [Ask](https://example.org/{{school-name}})", duty="must")
    linked = linking.link(handbook_of({"policies/schools/conduct.yml": written.replace("the school", "school")}))
    node = linked.targets["conduct#first"].node
    html = Prose(linked, SiteMedium("schools/conduct.html")).line(node, "text")
    assert "https://example.org/the school" in html.unescape()
    assert "is no address" in html


def test_headings_and_labels_have_words_without_links(handbook_of: Callable[..., Handbook]) -> None:
    linked = linking.link(handbook_of({"policies/schools/conduct.yml": POLICY.format(text="          x", duty="must")}))
    prose = Prose(linked, SiteMedium("schools/conduct.html"))
    assert prose.words(linked.targets["conduct#second"].node, "heading") == "Working days"


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags = set[str]()
        self.addresses = list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name != "class"]


@given(
    st.lists(
        st.sampled_from(
            ["*", "**", "`", "[", "](", ")", "<script>", "javascript:", "https://", '"', "&lt;", "\\", "a"]
        ),
        min_size=1,
    ).map("".join)
)
def test_whatever_is_typed_there_is_no_markup_but_our_own(text: str) -> None:
    clause = Clause(id="first", text="x", because=text)
    html = Prose(linking.link(Handbook()), SiteMedium("x.html")).line(clause, "because")
    found = _Tags(html)
    assert found.tags <= {"em", "strong", "code", "a", "span"}
    assert all(address.startswith("https://") for address in found.addresses)
