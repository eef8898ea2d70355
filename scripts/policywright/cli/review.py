"""`policywright review`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import click

from policywright import examination
from policywright.adapters import rewriting
from policywright.checks.naming import named
from policywright.checks.suggestion import suggestion
from policywright.cli.folder import handbook_folder
from policywright.cli.status import PROBLEMS_FOUND
from policywright.linking.linked import LinkedHandbook
from policywright.linking.reviews import Resting, Unsettled, resting, unsettled
from policywright.model.registers import Beginning, Review, Reviews, Role
from policywright.source.reviews import FILE, reviews_text


@click.command()
@click.argument("what", nargs=-1, metavar="[ADDRESS]...")
@click.option("--by", "role", metavar="ROLE", help="The role that looked.")
@click.option("--because", metavar="REASON", help="Why it fits the rule as it is.")
@click.option("--begin", is_flag=True, help="Write down what the rules say of which nothing was written down.")
@click.pass_context
def review(context: click.Context, what: Sequence[str], role: str | None, because: str | None, *, begin: bool) -> None:
    """Tell what rests on a changed rule, and write down that somebody looked.

    Forms, letters, checklists and decisions rest on the rules that they name, and adopters' own words on those of the
    model. When a rule changes, they are suspect until somebody has looked at each. ADDRESS is one of them, such as
    photo-consent#website; --by and --because say who looked and why it fits. Without an address, all that is suspect is
    listed.
    """
    folder = handbook_folder(context)
    linked = examination.read(folder).linked
    known = tuple(resting(linked))
    cleared = {id(one) for one in _cleared(known, what)}
    if not cleared and not begin:
        _list(known, tuple(unsettled(linked)))
        return
    by, reason = _said(linked, role, because)
    today = datetime.datetime.now(tz=datetime.UTC).date()
    begun = _begun(known, by, reason, today) if begin else ()
    reviews = [_reviewed(one, by, reason, today) if id(one) in cleared else one.review for one in known]
    former = (register.begun for register in linked.handbook.registers if isinstance(register, Reviews))
    text = reviews_text((one for one in reviews if one), (*chain.from_iterable(former), *begun))
    rewriting.write_new(folder / FILE, text)
    for beginning in begun:
        click.echo(f"Wrote down what {len(beginning.rules)} rules say in {FILE}.")
    if cleared:
        click.echo(f"Wrote down {len(cleared)} of them in {FILE}.")


def _cleared(known: Iterable[Resting], what: Sequence[str]) -> Iterator[Resting]:
    """Yield what is to be written down; an address that nothing suspect bears is wrong usage."""
    suspect = [one for one in known if one.is_suspect]
    for address in what:
        found = [one for one in suspect if one.what.address == address]
        if not found:
            addresses = dict.fromkeys(one.what.address for one in suspect)
            raise click.UsageError(f"Nothing at {address} is suspect. {suggestion(address, addresses)}")
        yield from found


def _begun(known: Iterable[Resting], by: str, because: str, today: datetime.date) -> tuple[Beginning, ...]:
    """Return what the rules say of which nothing was written down, as far as anything rests on them."""
    rules = {one.rule.address: one.fingerprint for one in known if one.last is None}
    return (Beginning(by=by, date=today, because=because, rules=rules),) if rules else ()


def _list(known: Sequence[Resting], adopted: Sequence[Unsettled]) -> None:
    """Tell what is suspect, and stop where anything is."""
    suspect = [one for one in known if one.is_suspect]
    for one in suspect:
        click.echo(f"{one.what.address}: {named(one.what)} rests on {named(one.rule)}, which was changed.")
    for own in adopted:
        click.echo(_unsettled(own))
    never = sum(one.last is None for one in known)
    click.echo(f"{len(suspect) + len(adopted) or 'Nothing'} suspect; {never} never compared.")
    if suspect or adopted:
        sys.exit(PROBLEMS_FOUND)


def _unsettled(own: Unsettled) -> str:
    name, change, target = own.adopter.adopter, own.footing.change, own.footing.target
    rests = f"rests on {named(target)}, which was changed" if target else f"stood on {change.what}, which is gone"
    return f"{name}: what {own.adopter.name} {change.done.lower()} {rests}. Run policywright update {name}."


def _said(linked: LinkedHandbook, role: str | None, because: str | None) -> tuple[str, str]:
    """Return who looked and why it fits, which nobody may leave out."""
    roles = [one.id for one in linked.handbook.entries(Role)]
    if role is None or not (because or "").strip():
        raise click.UsageError("Say who looked with --by ROLE, and why it fits with --because REASON.")
    if role not in roles:
        raise click.UsageError(f"There is no role {role}. {suggestion(role, roles)}")
    return role, " ".join((because or "").split())


def _reviewed(one: Resting, role: str, because: str, today: datetime.date) -> Review:
    return Review(
        what=one.what.address,
        rests_on=one.rule.address,
        fingerprint=one.fingerprint,
        by=role,
        date=today,
        because=because,
    )
