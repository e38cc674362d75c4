"""Protecting an address: hidden at once, made to stand by a second person, renewed or ended by people, never shown by the calendar."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import above, ancestors
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people import actions as people
from lianfang.registers.people.queries import OPEN, minutes_for

from ..clocks import rule_of
from ..models import Protection

RIGHT = "protect"


@everything()
def protect(*, person, reason, minder, by, at, known_to=()) -> Protection:
    """Hide where a person lives from everybody but those named; a second person decides whether it stands.

    Raises Refused without the right or a reason of the list, for a minder who may record nothing there, and while one is open.
    """
    rule = rule_of(reason, day_of(at))
    unit = above(person.unit, rule["known"]) or person.unit
    _holds(by, unit, at)
    if not may_do(minder, "record", unit, day_of(at)):
        raise Refused(_("{name}管不到{unit}，不能做包保人。").format(name=minder.name, unit=unit.name))
    words = "".join(one.name for one in ancestors(person.unit)[1:])
    one = Protection(id=uuid7(), person=person, unit=unit, reason=reason, place=f"{person.unit_id} {words}", address=person.address.open(),
                     minder=minder, asked_by=by, asked_at=at, until_on=day_of(at) + timedelta(days=rule["days"]))
    try:
        with transaction.atomic():
            rows.insert([one])
            one.known_to.set({minder, *known_to})
            [told] = advance([one], "protect", flow="protection", by=by, at=at, content=lambda _one: {"reason": reason})
            open_turns("protection", [one], at=at, because={one.pk: told.id})
            people.shelter(person=person, unit=unit, minder=minder.pk, by=by, at=at, because=told.id)
    except IntegrityError:
        raise Refused(_("这个人的住址已经在保护了。")) from None
    return one


def agree_protection(*, protection, by, at):
    """The second person: it stands."""
    _holds(by, protection.unit, at)
    _second(protection, by, at)
    protection.agreed_by = by
    return advance([protection], "agree_protection", flow="protection", by=by, at=at, also=("agreed_by_id",))


@everything()
def refuse_protection(*, protection, by, at):
    """It does not stand: the person is put back to where he was. What shows an address again is the second person's, too."""
    _holds(by, protection.unit, at)
    _second(protection, by, at)
    _end(protection, "refuse_protection", by, at, is_put_back=True)


def renew_protection(*, protection, by, at):
    """So many days more from today; whoever holds the right, alone: what hides already goes on hiding."""
    _holds(by, protection.unit, at)
    protection.until_on = day_of(at) + timedelta(days=rule_of(protection.reason, day_of(at))["days"])
    return advance([protection], "renew_protection", flow="protection", by=by, at=at, also=("until_on",))


@everything()
def end_protection(*, protection, is_put_back, by, at):
    """It is over; the person is put back to where he was, or stays where everybody may know him until somebody places him.

    Whoever asked for it puts nobody back: what shows the address again is another's.
    """
    _holds(by, protection.unit, at)
    if is_put_back:
        _second(protection, by, at)
    _end(protection, "end_protection", by, at, is_put_back)


@everything()
def lapse(*, by, at) -> int:
    """Those whose days are over wait for somebody to renew or end them, hidden as before; returns how many."""
    over = list(Protection.objects.filter(state="standing", until_on__lte=day_of(at)))
    for one in over:
        advance([one], "lapse_protection", flow="protection", by=by, at=at)
    return len(over)


def open_address(*, protection, reason, by, at) -> dict:
    """Door and address, for those who were named, once it is written down who looked and why."""
    if not protection.known_to.filter(pk=by.pk).exists():
        raise Refused(_("这个住址只让指定的人看，您不在其中。"))
    if minutes_for(OPEN, reason, day_of(at)) is None:
        raise Refused(_("理由表里没有这一条，不能看。"))
    with transaction.atomic():
        journal.write([line_of(protection, "discretion.open_address", kind="protection", by=by, at=at, data={"reason": reason})])
    door, _blank, words = protection.place.open().partition(" ")
    return {"place": words or door, "address": protection.address.open()}


def _end(protection, step, by, at, is_put_back):
    door, address = protection.place.open().partition(" ")[0], protection.address.open()
    protection.place = protection.address = ""
    protection.ended_at = at
    with transaction.atomic():
        [told] = advance([protection], step, flow="protection", by=by, at=at, also=("place", "address", "ended_at"))
        person = people.unshelter(person=protection.person, address=address if is_put_back else "", by=by, at=at, because=told.id)
        if is_put_back and door.isdecimal() and (unit := Unit.objects.filter(pk=door).first()):
            people.place(people=[person], unit=unit, by=by, at=at, because=told.id)


def _second(protection, by, at):
    """Another person than who asked, and nothing to do with his account."""
    if by.pk == protection.asked_by_id:
        raise Refused(_("住址保护要两个人：您提出的，请另一位来批准、不批准或恢复住址。"))
    check_apart(by, protection.asked_by_id, at=at)


def _holds(by, unit, at):
    if not may_do(by, RIGHT, unit, day_of(at)):
        raise Refused(_("您没有保护住址的权限。"))
