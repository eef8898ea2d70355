"""Policies to measure with, as councils write them, always the same.

What they are made of is in the proportions of the real handbook: each clause binds somebody, every third refers to
another, most meet a term of the glossary, some have points, reasons and deadlines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

_SECTIONS, _CLAUSES = 6, 10
CLAUSES_OF_A_POLICY = _SECTIONS * _CLAUSES
_CLAUSE_IDS = tuple(f"clause-{section}-{clause}" for section in range(_SECTIONS) for clause in range(_CLAUSES))

_PLACES = (
    "nursery", "workshop", "kitchen", "library", "playground", "boarding house", "sports hall", "laboratory",
    "theatre", "minibus", "reception", "garden", "farm", "studio", "archive", "clinic", "swimming pool", "canteen",
    "sixth form",
)  # fmt: skip
_POLICIES_OF_A_GROUP = 50
"""So many policies speak of one place, with roles, terms and topics of their own, as a larger authority has more."""

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
    "for whoever was there and for whoever heard of it later",
)
_REASONS = (
    "What is written down on the same day is believed; what is written a week later is doubted.",
    "A pupil who sees that a rule holds for adults too is likelier to keep it.",
    "Nobody can answer for what they were never told.",
)


OWNER = "headteacher"
"""The role that owns every document."""


def beginning(kind: str, identifier: str, title: str) -> dict[str, Any]:
    """Return what every document of a kind begins with, as it is written in YAML."""
    return {
        kind: identifier,
        "title": title,
        "part": "schools",
        "owner": OWNER,
        "status": "in-force",
        "version": "2026.1",
        "approved": "2026-09-01",
        "review-by": "2099-09-01",
    }


def policy_id(number: int) -> str:
    """Return the identifier of the policy of a number."""
    return f"policy-{number:03}"


SETTINGS: Mapping[str, Any] = {
    "handbook": "measured",
    "title": "A handbook to measure with",
    "publisher": "Example Council",
    "parts": [{"id": "schools", "title": "Schools"}],
    "print": {"paper": "A4"},
}


def registers(policies: int) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return the entries of the registers of a handbook of so many policies, by their names."""
    groups = range(0, policies, _POLICIES_OF_A_GROUP)
    words = [_Words.of(number) for number in groups]
    return {
        "roles": [{"id": role, "title": _capitalised(title)} for group in words for role, title in group.roles.items()],
        "glossary": [
            {"id": _id(term), "term": term, "also": [f"{term}s"], "definition": meaning}
            for group in words
            for term, meaning in group.terms.items()
        ],
        "laws": [
            {"id": law, "title": f"{law.replace('-', ' ').title()} {year}", "year": year} for law, year in _LAWS.items()
        ],
        "topics": [{"id": _id(topic), "title": _capitalised(topic)} for group in words for topic in group.topics],
    }


def questions(policies: int, count: int) -> list[str]:
    """Return so many questions that somebody might ask of such a handbook, each of some words; always the same."""
    random = Random(policies)  # noqa: S311  the same each time is the point
    return [_question(_Words.of(random.randrange(policies)), random) for _ in range(count)]


def _question(words: _Words, random: Random) -> str:
    deed = random.choice(_DEEDS).format(term=random.choice([*words.terms])).split()
    start = random.randrange(len(deed) - 4)
    return " ".join((random.choice([*words.roles.values()]), *deed[start : start + random.randrange(2, 5)]))


@dataclass(frozen=True)
class _Words:
    """What a policy speaks of: roles by their identifiers, terms with their meanings, and topics."""

    roles: Mapping[str, str]
    terms: Mapping[str, str]
    topics: tuple[str, ...]

    @classmethod
    def of(cls, number: int) -> _Words:
        """Return those of the policy of a number, which are those of its whole group."""
        place = ("", *_PLACES)[number // _POLICIES_OF_A_GROUP]
        if not place:
            return cls(_ROLES, _TERMS, _TOPICS)
        return cls(
            {_id(f"{place} {role}"): f"{title} of the {place}" for role, title in _ROLES.items()},
            {f"{place} {term}": meaning for term, meaning in _TERMS.items()},
            tuple(f"{topic} in the {place}" for topic in _TOPICS),
        )


def _id(words: str) -> str:
    return words.replace(" ", "-")


def _capitalised(words: str) -> str:
    return words[0].upper() + words[1:]


class Writer:
    """Writes the policy of a number, of so many policies; the same each time."""

    def __init__(self, number: int, policies: int) -> None:
        self._number = number
        self._policies = policies
        self._words = _Words.of(number)
        self._random = Random(number)  # noqa: S311  the same each time is the point

    def policy(self) -> dict[str, Any]:
        """Return the policy as it is written in YAML."""
        about = self._choice(self._words.topics)
        title = f"Policy on {about} and the {self._term()}, number {self._number + 1}"
        return beginning("policy", policy_id(self._number), title) | {
            "summary": f"How {about} are dealt with, and who answers for the {self._term()}.",
            "topics": [_id(about)],
            "applies-to": ["staff"],
            "sections": [self._section(section) for section in range(_SECTIONS)],
        }

    def _section(self, section: int) -> dict[str, Any]:
        title = f"{_capitalised(self._choice(self._words.topics))} and {self._choice(self._words.topics)}"
        clauses = [self._clause(f"clause-{section}-{clause}") for clause in range(_CLAUSES)]
        return {"id": f"section-{section}", "title": title, "clauses": clauses}

    def _clause(self, identifier: str) -> dict[str, Any]:
        duty, role = self._choice(_DUTIES), self._role()
        sentence = f"{self._words.roles[role]} {duty.replace('-', ' ')} {self._deed()}"
        clause: dict[str, Any] = {
            "id": identifier,
            "duty": duty,
            "actors": [role],
            "text": f"{_capitalised(sentence)}. This holds {self._choice(_CIRCUMSTANCES)}.{self._remark(identifier)}",
            "topics": [_id(self._choice(self._words.topics))],
        }
        return clause | self._particulars(identifier)

    def _deed(self) -> str:
        return self._choice(_DEEDS).format(term=self._term())

    def _role(self) -> str:
        return self._choice([*self._words.roles])

    def _term(self) -> str:
        return self._choice([*self._words.terms])

    def _remark(self, identifier: str) -> str:
        """Return a further sentence for most clauses, half of them with a reference, and never to themselves."""
        place = self._choice([place for place in _CLAUSE_IDS if place != identifier])
        other = f"{policy_id(self._random.randrange(self._policies))}#{place}"
        return self._choice(
            (
                "",
                f" How this is done with a {self._term()} is settled in [[{other}]].",
                f" What [[#{place}]] says of the {self._term()} holds here too.",
                f" The [[law:{self._choice([*_LAWS])}]] asks for no less.",
                f" Whoever cannot do so tells [[role:{self._role()}]], who decides what is done.",
                f" This holds for a {self._term()} on paper as well as for one on a screen.",
            )
        )

    def _particulars(self, identifier: str) -> dict[str, Any]:
        kind = self._random.randrange(12)
        if kind == 0:
            points = [{"id": f"{identifier}-{letter}", "text": f"to {self._deed()};"} for letter in "abc"]
            return {"points": points}
        if kind == 1:
            return {"because": self._choice(_REASONS)}
        if kind == 2:  # noqa: PLR2004  the third of twelve, as likely as the others
            return {"deadline": {"within": f"{self._random.randrange(2, 9)} working days", "of": "the event"}}
        return {}

    def _choice(self, among: Sequence[str]) -> str:
        return self._random.choice(among)
