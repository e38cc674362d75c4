"""An order goes with its person: what is open on it becomes the turn of those who watch there."""

from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow.actions import advance, close_turns, open_turns
from lianfang.registers.people.models import Person
from lianfang.registers.territory.models import Door

from ..models import Alarm, Check, FormerPlace, Need, Order, Review
from .minder import assign_minder, minders_for

BOTH = ("unit_id", "minder_id")
AT_HOME = ("home_monitoring", "home_quarantine")
OPEN = (("check", Check, "due", BOTH), ("need", Need, "open", BOTH), ("alarm", Alarm, "open", BOTH[:1]))


@everything()
def move(*, person, unit, by, at, because):
    """The open order and review of a person (by id, as a journal line names him) come to the unit he was put in (by id too)."""
    with transaction.atomic():
        reviews = list(Review.objects.select_for_update().filter(person=person, state="open").exclude(unit=unit))
        _leave(reviews, unit, at)
        for review in reviews:
            review.unit_id = unit
        rows.amend(reviews, "unit_id")
        _turn_again("review", reviews, by, at)
        for order in Order.objects.select_for_update().filter(person=person, closed_at=None).exclude(unit=unit):
            bring(order, unit, by, at, because)


def bring(order, unit_id, by, at, because):
    """One order, its minder, and what is open on it, in the caller's transaction."""
    _leave([order], unit_id, at)
    order.unit_id = unit_id
    [order.minder_id] = minders_for([order], day_of(at))
    advance([order], "move", flow="order", by=by, at=at, because=because, also=("unit_id", "minder_id"),
            content=lambda o: {"unit": o.unit_id})
    carry([(order, order)], by, at)
    _turn_again("order", [order], by, at)


def carry(pairs, by, at):
    """What is open on orders goes on with those that take their place (before, order), or with themselves elsewhere: same clock, the new
    minder's turn."""
    followers = {before.pk: order for before, order in pairs}
    for flow, model, state, moved in OPEN:
        found = list(model.objects.filter(order__in=list(followers), state=state))
        for record in found:
            order = record.order = followers[record.order_id]
            _leave([record], order.unit_id, at)
            for name in moved:
                setattr(record, name, getattr(order, name))
        rows.amend(found, "order_id", *moved)
        _turn_again(flow, found, by, at)


def _leave(records, unit_id, at):
    """Keep where records stood that come to another unit."""
    if left := [FormerPlace(record=r.pk, unit_id=r.unit_id, moved_at=at) for r in records if r.unit_id != unit_id]:
        FormerPlace.objects.bulk_create(left)


def _turn_again(flow, found, by, at):
    close_turns(found, by=by, at=at)
    open_turns(flow, found, at=at)


@everything()
def withdraw_order(*, person, unit, minder, by, at, because):
    """A person's open order comes to a wider unit (both by id) and to the minder named for him: no door, no neighbour tells of him."""
    move(person=person, unit=unit, by=by, at=at, because=because)
    if orders := list(Order.objects.filter(person=person, closed_at=None)):
        assign_minder(orders=orders, minder=Account.objects.get(pk=minder), by=by, at=at, alone=True)


def bring_home(orders):
    """Of these orders, not yet stored, those that hold at home and stand at a site's door get the person's own unit."""
    moving = [order for order in orders if order.measure in AT_HOME]
    sites = set(Door.objects.filter(unit__in={order.unit_id for order in moving}, building__is_site=True).values_list("unit_id", flat=True))
    moving = [order for order in moving if order.unit_id in sites]
    homes = dict(Person._base_manager.filter(pk__in=[order.person_id for order in moving]).values_list("pk", "unit_id")) if moving else {}
    for order in moving:
        order.unit_id = homes[order.person_id]
