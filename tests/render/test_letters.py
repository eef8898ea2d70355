"""How decisions hand over to letters, and how a letter's blanks come out."""

from collections.abc import Callable

from policywright import linking, render
from policywright.model.handbook import Handbook

LETTER = """
letter: remove
title: Please remove it
part: schools
when:
  - decision: post
    outcome: ask
    choose:
      - {blank: place, is: "X (formerly Twitter) & Co=1#2"}
blanks:
  - {id: name, label: Name & title, if-empty: "Parent \\"or\\" carer"}
  - id: place
    label: Where it is
    pick: ["X (formerly Twitter) & Co=1#2", elsewhere]
body:
  - text: Dear {{name}}, it is on {{place}}.
  - {text: "We have told {{place}}.", optional: yes}
"""
DECISION = """
decision: post
title: A post
part: schools
privacy: sensitive
start: one
questions:
  one:
    ask: Is it there?
    answers:
      - {id: there, say: Yes, go: ask}
      - {id: gone, say: No, go: thank}
outcomes:
  ask: {title: Ask, use: [remove]}
  thank: {title: Thank, use: [remove]}
"""


def page(handbook_of: Callable[..., Handbook], path: str) -> str:
    files = {"policies/schools/remove.yml": LETTER, "policies/schools/post.yml": DECISION}
    pages = render.site(linking.link(handbook_of(files)))
    return str(next(page for page in pages if page.path == path).content)


def test_an_outcome_opens_its_letter_with_its_choices_in_the_fragment(handbook_of: Callable[..., Handbook]) -> None:
    chosen = "place=X%20%28formerly%20Twitter%29%20%26%20Co%3D1%232"
    assert page(handbook_of, "schools/post.html").count(f'href="remove.html#choose:{chosen}"') == 1


def test_an_outcome_that_chooses_nothing_opens_the_letter_as_it_is(handbook_of: Callable[..., Handbook]) -> None:
    html = page(handbook_of, "schools/post.html")
    after = html[html.index('id="thank"') :]
    assert 'href="remove.html"' in after
    assert "choose:" not in after


def test_a_blank_can_be_written_into_in_the_letter_alone(handbook_of: Callable[..., Handbook]) -> None:
    html = page(handbook_of, "schools/remove.html")
    assert html.count('contenteditable="plaintext-only" role="textbox"') == 3
    assert 'data-asked="Name &amp; title" data-empty="Parent &#34;or&#34; carer"' in html
    assert '<span>We have told <span class="blank">Where it is</span>.</span>' in html
