"""What the copies of a form are called."""

from policywright.adapters.copies import names
from policywright.linking.questions import Question

PHOTOGRAPHER = Question("photographer", "Name of the photographer", is_name=True)
CHILD = Question("child", "Name of the child", is_name=True)


def test_a_copy_bears_the_name_that_tells_the_rows_apart() -> None:
    rows = [{"photographer": "The photographer", "child": f"Child {number}"} for number in (1, 2)]
    assert names([PHOTOGRAPHER, CHILD], rows) == ["01-Child-1", "02-Child-2"]


def test_of_names_that_tell_the_rows_apart_alike_the_first_that_is_asked_for_counts() -> None:
    rows = [{"photographer": "The photographer", "child": "Child 1"}]
    assert names([PHOTOGRAPHER, CHILD], rows) == ["01-The-photographer"]


def test_a_copy_for_nobody_named_bears_its_number_alone() -> None:
    assert names([CHILD], [{}] * 100)[::99] == ["001", "100"]
