import pytest

from policywright.model.policy import Deadline


@pytest.mark.parametrize(
    ("within", "read"),
    [("2 days", "2 days after the event"), ("before it begins", "before it begins: the event")],
)
def test_a_deadline_reads_as_one_phrase(within: str, read: str) -> None:
    deadline = Deadline(within=within, of="the event")

    assert f"{deadline.within}{deadline.joint}{deadline.of}" == read
