"""Handbooks to measure with, as long as asked for and always the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench import papers
from bench.policies import CLAUSES_OF_A_POLICY, SETTINGS, Writer, policy_id, registers

_PAGES_OF_A_POLICY = 10.5
"""How many pages a policy takes up in print, with its share of the contents, the duties by role and the index."""


@dataclass(frozen=True)
class Handbook:
    """A handbook of so many policies, each with a decision and a form unless it is for print, where these say little.

    In an `edited` one, a word of one clause in the middle is another; in a `longer` one, that section has ten more
    clauses, so that all that follows it stands a page further on.
    """

    policies: int
    for_print: bool = False
    edited: bool = False
    longer: bool = False

    @classmethod
    def of_pages(cls, pages: int) -> Handbook:
        """Return one that fills about so many pages in print."""
        return cls(round(pages / _PAGES_OF_A_POLICY), for_print=True)

    @property
    def clauses(self) -> int:
        """The number of its clauses."""
        return self.policies * CLAUSES_OF_A_POLICY

    @property
    def changed_policy(self) -> str:
        """The policy in the middle, which is the one that differs in an edited and in a longer handbook."""
        return policy_id(self.policies // 2)

    @property
    def changed_file(self) -> str:
        """The name of the file that holds this policy."""
        return f"policies/schools/{self.changed_policy}.yml"

    def write(self, folder: Path) -> None:
        """Write its sources to a folder, as a handbook's that can be built."""
        for name, content in self._files():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_in_yaml(content), encoding="utf-8")

    def _files(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        yield "mkdocs.yml", {"site_name": "A handbook", "docs_dir": "policies", "plugins": ["policywright"]}
        yield "policies/handbook.yml", SETTINGS
        for name, entries in registers(self.policies).items():
            yield f"policies/registers/{name}.yml", {"register": name, "entries": entries}
        for number in range(self.policies):
            yield from self._of_a_policy(policy_id(number), self._policy(number))

    def _of_a_policy(self, name: str, policy: dict[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        if not self.for_print:
            policy["sections"][0]["clauses"][0]["related"] = [f"{name}-decision"]
            yield f"policies/schools/decisions/{name}-decision.yml", papers.decision(name)
            yield f"policies/schools/forms/{name}-form.yml", papers.form(name)
        yield f"policies/schools/{name}.yml", policy

    def _policy(self, number: int) -> dict[str, Any]:
        policy = Writer(number, self.policies).policy()
        if policy["policy"] == self.changed_policy:
            clauses = policy["sections"][len(policy["sections"]) // 2]["clauses"]
            if self.edited:
                clauses[0]["text"] = clauses[0]["text"].replace(" the ", " this ", 1)
            if self.longer:
                clauses += [clause | {"id": f"{clause['id']}-more"} for clause in clauses]
        return policy


def versions(file: Path, runs: int) -> Iterator[str]:
    """Write a version of a policy's file for each run, and yield the words that are new in it; then as it was."""
    written = file.read_text(encoding="utf-8")
    for run in range(runs):
        words = f"In version {run} of it, this holds"
        file.write_text(written.replace("This holds", words, 1), encoding="utf-8")
        yield words
    file.write_text(written, encoding="utf-8")


def _in_yaml(content: Mapping[str, Any]) -> str:
    """Return content as YAML in block style, its keys in their order."""
    return yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
