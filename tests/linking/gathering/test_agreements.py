"""Rules that several sides give in the same words."""

from tests.linking.gathering.test_comparison import about, handbook, of
from tests.linking.written import clause

from policywright.linking.gathering.agreements import agreements
from policywright.linking.gathering.comparison import comparisons
from policywright.model.policy import Policy


def agreed(*policies: Policy) -> list[tuple[str, list[list[str]]]]:
    found = handbook(*policies)
    return [
        (agreement.opening, [[target.address for target in at] for _, at in agreement.sides])
        for agreement in agreements(found, next(comparisons(found)))
    ]


def test_the_same_words_are_an_agreement_whatever_each_calls_itself_and_its_other_rules() -> None:
    schools = about("friends", "a", "Decline each request that {{school}} gets ([[#b]]).")
    trust = about("friends", "a", "Decline each request that {{trust}} gets ([[#c]]).")
    assert agreed(of("schools", schools, clause("b")), of("trust", trust, clause("c"))) == [
        ("Decline each request that school gets (b)", [["policy-of-schools#a"], ["policy-of-trust#a"]])
    ]


def test_other_words_or_other_points_are_none() -> None:
    short = about("friends", "a", "You must:", clause("one", "ask"), duty="must")
    long = about("friends", "a", "You must:", clause("one", "ask"), clause("two", "tell"), duty="must")
    assert agreed(of("schools", short), of("trust", long)) == []
    assert agreed(of("schools", about("friends", "a", "Ask.")), of("trust", about("friends", "a", "Tell."))) == []


def test_one_side_does_not_agree_with_itself() -> None:
    assert agreed(of("schools", about("friends", "a"), about("friends", "b")), of("trust")) == []
