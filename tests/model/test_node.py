from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policywright.diagnostics import Location
from policywright.model.handbook import Handbook, Words
from policywright.model.node import SourceText, Span, Spot, Spots
from policywright.model.policy import Policy

SPANS = st.builds(Span, *[st.integers(0, 2**20)] * 2)
FILE = "policies/schools/example.yml"
TEXT = """\
policy: example
title: "Tŷ \\u0175yn"
summary: >
  One two
  three.
part: schools
applies-to: [staff, governors]
"""


@pytest.fixture
def policy(handbook_of: Callable[[Mapping[str, str]], Handbook]) -> Policy:
    return next(policy for policy in handbook_of({FILE: TEXT}).of_kind(Policy) if policy.id == "example")


def test_a_node_stands_where_its_first_key_does(policy: Policy) -> None:
    assert policy.location() == Location(FILE, 1, 1, 1, 1)


def test_a_value_a_key_and_an_entry_stand_where_they_were_written(policy: Policy) -> None:
    assert policy.location("part") == Location(FILE, 6, 7, 6, 14)
    assert policy.key_location("part") == Location(FILE, 6, 1, 6, 5)
    assert policy.location("applies_to", 1) == Location(FILE, 7, 21, 7, 30)


def test_words_stand_where_they_were_written_whatever_yaml_made_of_them(policy: Policy) -> None:
    assert policy.summary == "One two three."
    assert policy.location_in("summary", 4, 13) == Location(FILE, 4, 7, 5, 8)
    assert policy.title == "Tŷ ŵyn"
    assert policy.location_in("title", 3, 4) == Location(FILE, 2, 12, 2, 18)
    assert policy.location_in("applies_to", 0, 3, 1) == Location(FILE, 7, 21, 7, 24)


def test_words_beyond_the_end_mean_the_whole_value(policy: Policy) -> None:
    assert policy.location_in("part", 90, 99) == policy.location("part")
    assert policy.location_in("part", 4, 99) == Location(FILE, 6, 11, 6, 14)


def test_what_is_not_written_stands_where_its_node_does(policy: Policy) -> None:
    assert policy.location("owner") == policy.key_location("owner") == policy.location_in("owner", 0, 1)
    assert policy.location("owner") == policy.location()


def test_a_node_that_nobody_wrote_stands_nowhere() -> None:
    assert Words().location() == Location("", 1, 1, 1, 1)


@given(st.dictionaries(st.text(), st.builds(Spot, SPANS, SPANS, st.lists(SPANS).map(tuple))))
def test_spots_are_what_they_were_made_of(spots: Mapping[str, Spot]) -> None:
    kept = Spots(spots, [(spot.key, spot.value, *spot.items) for spot in spots.values()])
    assert dict(kept) == spots
    assert all(kept[name] == spot for name, spot in spots.items())
    assert kept.get("not written") == spots.get("not written")


def test_lines_end_at_line_feeds_and_columns_count_characters() -> None:
    source = SourceText("a.yml", "ŵ😀\r\nb")
    assert source.locate(1, 2) == Location("a.yml", 1, 2, 1, 3)
    assert source.locate(4) == Location("a.yml", 2, 1, 2, 1)
