"""Handbooks to measure print with: as long as asked for, of policies as councils write them, always the same.

What policies are made of is in the proportions of the real handbook: each clause binds somebody, every third refers to
another, most meet a term of the glossary, some have points, reasons and deadlines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import yaml

_SECTIONS, _CLAUSES = 6, 10
_PAGES_OF_A_POLICY = 10.5
"""How many pages a policy takes up, with its share of the contents, the duties by role and the index."""

_ROLES = {
    "headteacher": "the head teacher",
    "staff": "staff",
    "governors": "governors",
    "office": "the school office",
    "data-protection-officer": "the data protection officer",
    "site-manager": "the site manager",
}
_TERMS = {
    "account": "Where a person or an organisation posts under a name.",
    "record": "What is written down about an event, and who wrote it.",
    "incident": "An event that harmed somebody, or could have.",
    "consent": "A free and informed yes to one stated use.",
    "complaint": "Words by which somebody says that something went wrong.",
    "visitor": "Whoever is at the school and neither works nor learns there.",
    "register": "A list that must be complete on any day.",
    "platform": "A service on which people post and answer.",
}
_LAWS = {"data-protection-act": 2018, "equality-act": 2010, "education-act": 2002, "freedom-of-information-act": 2000}
_TOPICS = ("pictures", "messages", "visits", "safety", "equipment", "training", "money", "travel", "meetings", "health")
_DUTIES = ("must", "must", "must", "should", "should", "may", "must-not")
_DEEDS = (
    "write each {term} down on the day on which it becomes known",
    "check the {term} against what was agreed at the last meeting",
    "tell the family in plain words what the {term} is for and who will see it",
    "keep the {term} in the place that the school has named for it, and nowhere else",
    "ask a second person to read the {term} before it leaves the school",
    "answer every question about the {term} within the time that the notice on the wall gives",
    "agree with the parents of the pupils concerned how the {term} is going to be used",
    "review the {term} at the beginning of each term, together with whoever has to work by it",
    "hand the {term} over in person when somebody else takes on the work",
    "close the {term} when nobody has needed it for a year",
)
_CIRCUMSTANCES = (
    "even where nobody has asked for it",
    "before anything is published, printed or sent to a person outside the school",
    "whether it happens on the premises, on a visit or at home",
    "unless a pupil would be put at risk by waiting",
    "also during the holidays and at the weekend",
    "as far as the equipment of the school allows it",
    "whatever the age of those who took part",
    "and note the date, the hour and the names of those who were there",
)
_REASONS = (
    "What is written down on the same day is believed; what is written a week later is doubted.",
    "A pupil who sees that a rule holds for adults too is likelier to keep it.",
    "Nobody can answer for what they were never told.",
)


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
        return _policy_id(self.policies // 2)

    def write(self, folder: Path) -> None:
        """Write its sources to a folder, as a handbook's that can be built."""
        for name, content in self._files():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")

    def _files(self) -> Iterator[tuple[str, dict[str, Any]]]:
        yield "mkdocs.yml", {"site_name": "A handbook", "docs_dir": "policies", "plugins": ["policywright"]}
        yield "policies/handbook.yml", _SETTINGS
        for name, entries in _REGISTERS.items():
            yield f"policies/registers/{name}.yml", {"register": name, "entries": entries}
        for number in range(self.policies):
            policy = _Writer(Random(number), number, self.policies).policy()  # noqa: S311  the same each time is the point
            yield f"policies/schools/{policy['policy']}.yml", self._changed(policy)

    def _changed(self, policy: dict[str, Any]) -> dict[str, Any]:
        if policy["policy"] == self.changed_policy:
            clauses = policy["sections"][_SECTIONS // 2]["clauses"]
            if self.edited:
                clauses[0]["text"] = clauses[0]["text"].replace(" the ", " this ", 1)
            if self.longer:
                clauses += [clause | {"id": f"{clause['id']}-more"} for clause in clauses]
        return policy


def _policy_id(number: int) -> str:
    return f"policy-{number:03}"


_SETTINGS = {
    "handbook": "measured",
    "title": "A handbook to measure with",
    "publisher": "Example Council",
    "parts": [{"id": "schools", "title": "Schools"}],
    "print": {"paper": "A4"},
}
_REGISTERS: dict[str, list[dict[str, Any]]] = {
    "roles": [{"id": role, "title": title[0].upper() + title[1:]} for role, title in _ROLES.items()],
    "glossary": [{"id": term, "term": term, "also": [f"{term}s"], "definition": _TERMS[term]} for term in _TERMS],
    "laws": [
        {"id": law, "title": f"{law.replace('-', ' ').title()} {year}", "year": year} for law, year in _LAWS.items()
    ],
    "topics": [{"id": topic, "title": topic.capitalize()} for topic in _TOPICS],
}


@dataclass(frozen=True)
class _Writer:
    """Writes the policy of a number, of so many policies."""

    random: Random
    number: int
    policies: int

    def policy(self) -> dict[str, Any]:
        about = self.random.choice(_TOPICS)
        return {
            "policy": _policy_id(self.number),
            "title": f"Policy on {about} and the {self._term()}, number {self.number + 1}",
            "summary": f"How {about} are dealt with, and who answers for the {self._term()}.",
            "part": "schools",
            "owner": "headteacher",
            "status": "in-force",
            "version": "2026.1",
            "approved": "2026-09-01",
            "review-by": "2099-09-01",
            "topics": [about],
            "applies-to": ["staff"],
            "sections": [self._section(section) for section in range(_SECTIONS)],
        }

    def _section(self, section: int) -> dict[str, Any]:
        title = f"{self.random.choice(_TOPICS).capitalize()} and {self.random.choice(_TOPICS)}"
        clauses = [self._clause(f"clause-{section}-{clause}") for clause in range(_CLAUSES)]
        return {"id": f"section-{section}", "title": title, "clauses": clauses}

    def _clause(self, identifier: str) -> dict[str, Any]:
        duty, role = self.random.choice(_DUTIES), self.random.choice([*_ROLES])
        sentence = f"{_ROLES[role]} {duty.replace('-', ' ')} {self._deed()}, {self.random.choice(_CIRCUMSTANCES)}"
        clause: dict[str, Any] = {
            "id": identifier,
            "duty": duty,
            "actors": [role],
            "text": f"{sentence[0].upper()}{sentence[1:]}.{self._remark()}",
            "topics": [self.random.choice(_TOPICS)],
        }
        return clause | self._particulars(identifier)

    def _deed(self) -> str:
        return self.random.choice(_DEEDS).format(term=self._term())

    def _term(self) -> str:
        return self.random.choice([*_TERMS])

    def _remark(self) -> str:
        """Return a further sentence for most clauses, half of them with a reference."""
        other = f"{_policy_id(self.random.randrange(self.policies))}#{self._place()}"
        return self.random.choice(
            (
                "",
                f" How this is done with a {self._term()} is settled in [[{other}]].",
                f" What [[#{self._place()}]] says of the {self._term()} holds here too.",
                f" The [[law:{self.random.choice([*_LAWS])}]] asks for no less.",
                f" Whoever cannot do so tells [[role:{self.random.choice([*_ROLES])}]], who decides what is done.",
                f" This holds for a {self._term()} on paper as well as for one on a screen.",
            )
        )

    def _place(self) -> str:
        return f"clause-{self.random.randrange(_SECTIONS)}-{self.random.randrange(_CLAUSES)}"

    def _particulars(self, identifier: str) -> dict[str, Any]:
        kind = self.random.randrange(12)
        if kind == 0:
            points = [{"id": f"{identifier}-{letter}", "text": f"to {self._deed()};"} for letter in "abc"]
            return {"points": points}
        if kind == 1:
            return {"because": self.random.choice(_REASONS)}
        if kind == 2:
            return {"deadline": {"within": f"{self.random.randrange(2, 9)} working days", "of": "the event"}}
        return {}


def versions(pages: int) -> dict[str, Book]:
    """Return a book of about so many pages as it is, and with the changes that are measured."""
    book = Book(pages)
    return {"as it is": book, "edited": replace(book, edited=True), "longer": replace(book, longer=True)}
