"""Local policies: policies as an adopter has them, with what it says otherwise, adds and leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from policywright.linking.linked import LinkedHandbook
from policywright.linking.local_changes import Footing, footings
from policywright.linking.model_words import words_of
from policywright.linking.numbering import capital, number
from policywright.model.adopter import Addition, Adopter, Amendment, LeftOut, LocalChange
from policywright.model.handbook import Words
from policywright.model.node import Node, Origin
from policywright.model.policy import Clause, Policy, Provision, Section
from policywright.model.walk import rebuilt

Kind = TypeVar("Kind", bound=Node)
Part = TypeVar("Part", bound=Section)
Rule = TypeVar("Rule", bound=Provision)

_ABOUT_THE_CHANGE = frozenset({"clause", "because", "base", "set_aside"})
"""What an amendment says of itself, and not in place of the model."""


class LocalChanges:
    """What an adopter has otherwise than the model, by the address that it stands on.

    `made` holds each local change by the identity of the node that it made; `instead` stands where something is left
    out, if such places `are_noted`.
    """

    def __init__(self, linked: LinkedHandbook, adopter: Adopter) -> None:
        self.made: dict[int, LocalChange] = {}
        self.amended: dict[str, Amendment] = {}
        self.added: defaultdict[str, list[Addition]] = defaultdict(list)
        self.left_out: dict[str, LeftOut] = {}
        self.are_noted = adopter.left_out_is == "noted"
        self.instead = f"Left out by {adopter.name}."
        for footing in footings(linked, adopter):
            address = footing.target.address if footing.target else ""
            match footing.change:
                case Amendment() as amendment:
                    self.amended.setdefault(address, amendment)
                case Addition() as addition:
                    self.added[address].append(addition)
                case LeftOut() as left_out:
                    self.left_out.setdefault(address, left_out)

    def note(self, node: Kind, change: LocalChange, origin: Origin) -> Kind:
        """Remember which change made a node, which stands in the file of the adopter, and return it."""
        node.stands_at(origin)
        self.made[id(node)] = change
        return node


def words_of_change(footing: Footing) -> str:
    """Return what an adopter says where a local change stands on something of the model."""
    target, change = footing.target, footing.change
    match change:
        case Amendment() if target and isinstance(target.node, Provision):
            amended = target.node.model_copy(update=_in_its_place(change))
            return words_of(amended, amended.duty or target.duty, amended.actors or target.actors)
        case Addition():
            return "\n".join(words_of(clause, clause.duty, clause.actors) for clause in change.clauses)
    return "(left out)"


class LocalPolicy:
    """Makes one policy as an adopter has it; what the model has keeps the number that it has there."""

    def __init__(self, policy: Policy, local: LocalChanges, words: Words) -> None:
        self._policy = policy
        self._local = local
        self._numbers = number(policy, words)
        self._used = {given.whole for given in self._numbers.values()}

    def made(self) -> Policy:
        """Return the policy."""
        own = {
            "sections": tuple(self._sections(self._policy.sections)),
            "annexes": tuple(self._sections(self._policy.annexes)),
        }
        return self._policy.model_copy(update=own)

    def _sections(self, sections: Iterable[Part]) -> Iterator[Part]:
        for section in sections:
            numbered: dict[str, Any] = {"number": self._numbers[id(section)].whole}
            left_out = self._local.left_out.get(self._address(section.id))
            if left_out is None:
                inner = {
                    "clauses": tuple(self._clauses(section.clauses)),
                    "sections": tuple(self._sections(section.sections)),
                }
                yield section.model_copy(update=numbered | inner)
            elif self._local.are_noted:
                nothing = {
                    "introduction": self._local.instead,
                    "clauses": (),
                    "sections": (),
                    "from_": (),
                    "applies_to": (),
                }
                gone = section.model_copy(update=numbered | nothing)
                yield self._local.note(gone, left_out, left_out.origin)

    def _clauses(self, clauses: Iterable[Clause]) -> Iterator[Clause]:
        for clause in clauses:
            yield from self._provisions([clause])
            whole = self._numbers[id(clause)].whole
            for addition in self._local.added.get(self._address(clause.id), ()):
                for added in addition.clauses:
                    own = {"number": added.number or self._after(whole)}
                    yield self._local.note(_copy(added).model_copy(update=own), addition, added.origin)

    def _after(self, whole: str) -> str:
        """Return the first number after a clause that nothing bears, as legislation numbers what came later: 3.2A."""
        free = next(one for place in range(1, len(self._used) + 2) if (one := whole + capital(place)) not in self._used)
        self._used.add(free)
        return free

    def _provisions(self, provisions: Iterable[Rule]) -> Iterator[Rule]:
        for provision in provisions:
            address = self._address(provision.id)
            left_out, amendment = self._local.left_out.get(address), self._local.amended.get(address)
            own: dict[str, Any] = {"number": self._numbers[id(provision)].whole}
            if left_out and not amendment:
                if self._local.are_noted:
                    yield self._local.note(_emptied(provision, self._local.instead, own), left_out, left_out.origin)
                continue
            own["points"] = tuple(self._provisions(provision.points))
            if amendment:
                amended = provision.model_copy(update=own | _in_its_place(amendment))
                yield self._local.note(amended, amendment, _origin(amendment))
            else:
                yield provision.model_copy(update=own)

    def _address(self, identifier: str) -> str:
        return f"{self._policy.id}#{identifier}"


def _copy(node: Kind) -> Kind:
    """Return a copy of a node, so that an earlier version of the policy and the present one do not share it."""
    return rebuilt(node, Node.model_copy).model_copy()


def _emptied(provision: Rule, text: str, own: dict[str, Any]) -> Rule:
    """Return what stands in place of a provision that is left out: it binds nobody, and is still there to be cited."""
    kept = {"id": provision.id, "formerly": provision.formerly, "text": text, "status": "withdrawn"}
    return type(provision).model_validate(kept | own)


def _in_its_place(amendment: Amendment) -> dict[str, Any]:
    """Return what an amendment says in place of the model; it holds even where the model was withdrawn."""
    amendment = _copy(amendment)
    own = {name: getattr(amendment, name) for name in amendment.model_fields_set - _ABOUT_THE_CHANGE}
    waivers = {"accept": ()} if "text" in own else {}
    return own | waivers | {"status": "in-force", "replaced_by": None}


def _origin(amendment: Amendment) -> Origin:
    """Return where an amended provision stands; the reason for the change is not that for the rule."""
    written = amendment.origin
    fields = {name: spot for name, spot in written.fields.items() if name not in _ABOUT_THE_CHANGE}
    return Origin(written.source, written.span, fields)
