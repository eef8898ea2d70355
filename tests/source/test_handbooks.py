"""The handbooks that all tests share must be what they are called: without faults, and complete."""

from collections.abc import Iterator
from pathlib import Path

from policywright import source
from policywright.model.node import Node
from policywright.model.walk import descendants


def _kinds(base: type[Node]) -> Iterator[type[Node]]:
    """Yield the kinds of nodes that editors write; the published shape in `render/api` has some of its own."""
    for kind in base.__subclasses__():
        if kind.__module__.startswith("policywright.model."):
            yield kind
        yield from _kinds(kind)


def _written(folder: Path) -> Iterator[Node]:
    handbook, _ = source.load(folder)
    own = (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources, *handbook.pages)
    for top in (*own, *handbook.adopters):
        yield from descendants(top)


def test_the_shared_handbooks_have_no_fault(minimal: Path, complete: Path) -> None:
    assert source.load(minimal)[1] == ()
    assert source.load(complete)[1] == ()


def test_the_complete_handbook_uses_every_key_of_the_model(complete: Path) -> None:
    written = list(_written(complete))
    for kind in _kinds(Node):
        used = {name for node in written if isinstance(node, kind) for name in node.origin.fields}
        declared = set(kind.__annotations__) & set(kind.model_fields)
        # Waivers must let something pass, so they stand in some kinds of things alone.
        assert declared - used - {"accept"} == set(), kind.__name__


def test_the_complete_handbook_has_a_hand_written_page(complete: Path) -> None:
    handbook, _ = source.load(complete)
    assert [page.location().file for page in handbook.pages] == ["policies/welcome.md"]
