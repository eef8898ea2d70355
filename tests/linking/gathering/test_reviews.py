from tests.linking.written import linked, policy

from policywright.linking.gathering.reviews import reviews


def test_reviews_come_by_day_and_then_what_has_none() -> None:
    found = linked(
        policy(policy="unset"),
        policy(policy="late", review_by="2028-01-01"),
        policy(policy="early", review_by="2027-01-01"),
        policy(policy="gone", status="withdrawn", review_by="2026-01-01"),
    )
    told = [(str(due.date), [document.address for document in due.documents]) for due in reviews(found)]
    assert told == [("2027-01-01", ["early"]), ("2028-01-01", ["late"]), ("None", ["unset"])]
