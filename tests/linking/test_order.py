from hypothesis import given
from hypothesis import strategies as st

from policywright.linking.order import in_reading_order
from policywright.model.policy import Annex, Policy

NAMES = st.sampled_from("abcdefgh")


def policy(name: str, *attached: str) -> Policy:
    annexes = tuple(Annex(id=f"annex-{place}", title="Annex", document=name) for place, name in enumerate(attached))
    return Policy(policy=name, title=name, part="schools", annexes=annexes)


def order(*policies: Policy) -> str:
    return "".join(document.id for document in in_reading_order(policies))


def test_documents_that_nothing_attaches_keep_their_order() -> None:
    assert order(policy("b"), policy("a"), policy("c")) == "bac"


def test_what_a_policy_attaches_follows_it_in_the_order_of_its_annexes() -> None:
    assert order(policy("a"), policy("b"), policy("c", "b", "a"), policy("d")) == "cbad"


def test_attached_documents_may_attach_others() -> None:
    assert order(policy("a"), policy("b", "a"), policy("c", "b")) == "cba"


def test_a_policy_that_attaches_others_stands_before_those_that_do_not() -> None:
    assert order(policy("a"), policy("b"), policy("c", "d"), policy("d")) == "cdab"


def test_documents_that_attach_each_other_are_kept() -> None:
    assert order(policy("a", "b"), policy("b", "a")) == "ab"


@given(st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=3)), max_size=12))
def test_no_document_is_lost_or_doubled(drawn: list[tuple[str, list[str]]]) -> None:
    policies = [policy(name, *attached) for name, attached in drawn]

    assert sorted(map(id, in_reading_order(policies))) == sorted(map(id, policies))
