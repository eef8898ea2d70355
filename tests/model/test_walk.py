from collections.abc import Callable, Mapping

from policywright.model.handbook import Handbook
from policywright.model.policy import Policy
from policywright.model.walk import children, descendants, prose, typed_references

TEXT = """\
policy: example
title: Example
part: schools
sections:
  - id: one
    title: One
    clauses:
      - id: a
        actors: [staff, governors]
        text: First
        examples: [Alpha, Beta]
        points:
          - id: b
            text: Second
  - id: two
    title: Two
"""


def _policy(handbook_of: Callable[[Mapping[str, str]], Handbook]) -> Policy:
    handbook = handbook_of({"policies/schools/example.yml": TEXT})
    return next(policy for policy in handbook.of_kind(Policy) if policy.id == "example")


def test_everything_below_a_node_comes_in_reading_order(handbook_of: Callable[[Mapping[str, str]], Handbook]) -> None:
    policy = _policy(handbook_of)
    assert [node.id for node in children(policy) if hasattr(node, "id")] == ["one", "two"]
    assert [getattr(node, "id", "") for node in descendants(policy)] == ["example", "one", "a", "b", "two"]


def test_the_prose_and_the_references_of_a_node_are_its_own_alone(
    handbook_of: Callable[[Mapping[str, str]], Handbook],
) -> None:
    clause = _policy(handbook_of).sections[0].clauses[0]
    assert [(written.field, written.item, written.text, mark.block) for written, mark in prose(clause)] == [
        ("text", None, "First", True),
        ("examples", 0, "Alpha", False),
        ("examples", 1, "Beta", False),
    ]
    assert [(written.item, written.text, mark.kinds) for written, mark in typed_references(clause)] == [
        (0, "staff", ("role",)),
        (1, "governors", ("role",)),
    ]
    _, second = typed_references(clause)
    assert str(second[0].location()) == "policies/schools/example.yml:9:25"
    assert str(second[0].location(2, 4)) == "policies/schools/example.yml:9:27"
