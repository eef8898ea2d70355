from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.circles import circles


@dataclass(frozen=True)
class Arrow:
    start: str
    end: str


def arrows(written: str) -> list[Arrow]:
    """Return the arrows of `ab bc`: from a to b, from b to c."""
    return [Arrow(*pair) for pair in written.split()]


def told(written: str) -> list[str]:
    return [" ".join(arrow.start + arrow.end for arrow in circle) for circle in circles(arrows(written))]


def test_a_way_back_to_the_beginning_is_a_circle_told_whole() -> None:
    assert told("ab bc ca") == ["ab bc ca"]


def test_what_leads_into_a_circle_is_no_part_of_it() -> None:
    assert told("ab bc cb") == ["bc cb"]


def test_something_that_leads_to_itself_is_a_circle() -> None:
    assert told("aa") == ["aa"]


def test_two_ways_to_one_place_are_no_circle() -> None:
    assert told("ab ac bd cd") == []


def test_two_circles_through_one_place_are_told_both() -> None:
    assert told("ab ba ac ca") == ["ab ba", "ac ca"]


_ARROWS = st.lists(st.builds(Arrow, st.sampled_from("abcde"), st.sampled_from("abcde")), max_size=10)


@given(_ARROWS)
def test_each_circle_goes_on_from_arrow_to_arrow_and_ends_where_it_began(given_arrows: list[Arrow]) -> None:
    for circle in circles(given_arrows):
        assert [arrow.end for arrow in circle] == [arrow.start for arrow in (*circle[1:], circle[0])]


@given(_ARROWS)
def test_there_is_a_circle_exactly_when_something_can_come_back_to_itself(given_arrows: list[Arrow]) -> None:
    reached = {(arrow.start, arrow.end) for arrow in given_arrows}
    for _ in "abcde":
        reached |= {(first, last) for first, middle in reached for start, last in reached if middle == start}
    assert any(circles(given_arrows)) == any(first == last for first, last in reached)
