"""Handbooks to measure print with: as long as asked for, and always the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.handbooks import in_yaml
from bench.policies import SETTINGS, Writer, policy_id, registers

_PAGES_OF_A_POLICY = 10.5
"""How many pages a policy takes up, with its share of the contents, the duties by role and the index."""


@dataclass(frozen=True)
class Book:
    """A handbook of about so many pages.

    In an `edited` one, a word of one clause in the middle is another; in a `longer` one, that section has ten more
    clauses, so that all that follows it stands a page further on.
    """

    pages: int
    edited: bool = False
    longer: bool = False

    @property
    def policies(self) -> int:
        """The number of its policies."""
        return round(self.pages / _PAGES_OF_A_POLICY)

    @property
    def changed_policy(self) -> str:
        """The policy in the middle, which is the one that differs in an edited and in a longer book."""
        return policy_id(self.policies // 2)

    def write(self, folder: Path) -> None:
        """Write its sources to a folder, as a handbook's that can be built."""
        for name, content in self._files():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(in_yaml(content), encoding="utf-8")

    def _files(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        yield "mkdocs.yml", {"site_name": "A handbook", "docs_dir": "policies", "plugins": ["policywright"]}
        yield "policies/handbook.yml", SETTINGS
        for name, entries in registers(self.policies).items():
            yield f"policies/registers/{name}.yml", {"register": name, "entries": entries}
        for number in range(self.policies):
            policy = Writer(number, self.policies).policy()
            yield f"policies/schools/{policy['policy']}.yml", self._changed(policy)

    def _changed(self, policy: dict[str, Any]) -> dict[str, Any]:
        if policy["policy"] == self.changed_policy:
            clauses = policy["sections"][len(policy["sections"]) // 2]["clauses"]
            if self.edited:
                clauses[0]["text"] = clauses[0]["text"].replace(" the ", " this ", 1)
            if self.longer:
                clauses += [clause | {"id": f"{clause['id']}-more"} for clause in clauses]
        return policy


def versions(pages: int) -> dict[str, Book]:
    """Return a book of about so many pages as it is, and with the changes that are measured."""
    book = Book(pages)
    return {"as it is": book, "edited": replace(book, edited=True), "longer": replace(book, longer=True)}
