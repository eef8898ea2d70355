from tests.linking.written import linked, policy, roles

from policywright.linking import LinkedHandbook
from policywright.linking.gathering.reviews import reviews


def told(found: LinkedHandbook) -> list[tuple[str, list[str]]]:
    """Return the day, and what each owner answers for, as `owner: document document`."""
    return [
        (
            str(due.date),
            [
                f"{owned.owner.title if owned.owner else 'nobody'}: {' '.join(one.address for one in owned.documents)}"
                for owned in due.owners
            ],
        )
        for due in reviews(found)
    ]


def test_reviews_come_by_day_and_then_what_has_none() -> None:
    found = linked(
        policy(policy="unset"),
        policy(policy="late", review_by="2028-01-01"),
        policy(policy="early", review_by="2027-01-01"),
        policy(policy="gone", status="withdrawn", review_by="2026-01-01"),
    )
    assert told(found) == [
        ("2027-01-01", ["nobody: early"]),
        ("2028-01-01", ["nobody: late"]),
        ("None", ["nobody: unset"]),
    ]


def test_the_documents_of_one_owner_stand_together() -> None:
    found = linked(
        policy(policy="one", owner="head"),
        policy(policy="two", owner="office"),
        policy(policy="three", owner="head"),
        registers=(roles("head", "office"),),
    )
    assert told(found) == [("None", ["the head: one three", "the office: two"])]
