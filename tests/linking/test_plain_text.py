from __future__ import annotations

import pytest
from tests.linking.written import laws, policy, settings

from policywright.linking.plain_text import PlainText, plain_text
from policywright.model.handbook import Handbook


@pytest.mark.parametrize(
    ("prose", "plain"),
    [
        ("Plain words.", "Plain words."),
        ("Two lines\n  and  spaces.\n", "Two lines and spaces."),
        ("**Never** share *any* ***password***.", "Never share any password."),
        ("__Never__ share _any_ `pass*word`.", "Never share any pass*word."),
        ("Keep snake_case_names and 2 * 3 * 4.", "Keep snake_case_names and 2 * 3 * 4."),
        ("The names x_one_ and _two_y stay.", "The names x_one_ and _two_y stay."),
        ("See [the site](https://example.org/a_b).", "See the site."),
        ("A star \\* stays.", "A star * stays."),
        ("A claim[^why] with a note.", "A claim with a note."),
        ("Staff of {{school-name}} ask the {{head-of-year}}.", "Staff of Oak School ask the head of year."),
        ("See [[conduct#be-kind|the rule]].", "See the rule."),
        ("See [[law:equality-act-2010]].", "See Equality Act 2010."),
        ("See [[#ask-first]].", "See ask first."),
        ("Type `[[#ask-first]]`.", "Type [[#ask-first]]."),
    ],
)
def test_prose_loses_its_marks_and_keeps_its_words(prose: str, plain: str) -> None:
    words = PlainText({"school-name": "Oak School"}, {"law:equality-act-2010": "Equality Act 2010"})
    assert words.of(prose) == plain


@pytest.mark.parametrize(
    ("prose", "opening"),
    [
        ("Be kind.", "Be kind"),
        ("One two three four five six seven eight.", "One two three four five six seven eight"),
        ("One two three four five six seven eight, nine.", "One two three four five six seven eight…"),
    ],
)
def test_an_opening_is_the_first_eight_words_without_a_stop(prose: str, opening: str) -> None:
    assert PlainText().opening(prose) == opening


def test_a_handbook_lends_its_variables_and_the_names_of_its_documents_and_entries() -> None:
    variables = [{"id": "school-name", "about": "The school", "default": "Oak School"}]
    conduct = policy(
        policy="conduct", title="The code of conduct of {{school-name}}", short_title="Code of {{school-name}}"
    )
    handbook = Handbook(settings(variables=variables), (conduct,), (laws(equality_act="Equality Act 2010"),))
    assert plain_text(handbook).of("[[conduct]] and [[law:equality-act]]") == "Code of Oak School and Equality Act 2010"
