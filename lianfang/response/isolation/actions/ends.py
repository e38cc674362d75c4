"""Ends of an order other than release: hospital, out of the county, death; they bind from one person's word, which another looks into."""

from copy import copy

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Alarm, Easing, Handover, Need
from .checks import lapse_checks

ANSWERS = {"admit": "refer", "record_death": "lapse_alarm"}  # what becomes of an alarm that is open at that end


def admit(*, orders, by, at, because=None, evidence=""):
    """Admitted to hospital: the order ends, the hospital's own record begins."""
    return _end(orders, "admit", by, at, because, evidence)


def leave_county(*, orders, by, at, because=None, evidence=""):
    """Left the county with notice to the next one: no longer on this county's list."""
    return _end(orders, "leave_county", by, at, because, evidence)


def record_death(*, orders, by, at, because=None, evidence=""):
    """Died."""
    return _end(orders, "record_death", by, at, because, evidence)


@everything()
def _end(orders, step, by, at, because, evidence):
    orders = list(orders)
    before = [copy(order) for order in orders]
    with transaction.atomic():
        lines = close(orders, step, by=by, at=at, because=because)
        ease(before, step, evidence=evidence, by=by, at=at, because={told.record: told.id for told in lines})
    return lines


def ease(orders, step, *, evidence, by, at, because):
    """Give the supervisor the turn to have it confirmed what orders (as they stood before) were ended or eased for; `because` by order.

    It holds meanwhile: nobody is bound for the want of a signature. What the program does by itself nobody has to confirm.
    """
    if by.is_program:
        return
    made = [Easing(id=uuid7(), order_id=o.pk, person_id=o.person_id, unit_id=o.unit_id, step=step, verdict_id=o.verdict_id,
                   base_on=o.base_on, days=o.days, from_on=o.from_on, until_on=o.until_on, evidence=evidence, eased_by=by, eased_at=at,
                   because=because[o.pk])
            for o in orders]
    rows.insert(made)
    lines = advance(made, "ease", flow="easing", by=by, at=at, content=lambda one: {"step": one.step})
    open_turns("easing", made, at=at, because={told.record: told.id for told in lines})


@everything()
def close(orders, step, *, by, at, because=None, also=(), content=None):
    """Take orders to a final state: their open checks lapse, their open needs and hand-overs are dropped.

    Raises Refused while somebody has an open alarm, unless the end itself answers it.
    """
    orders = list(orders)
    if not orders:
        return []
    for order in orders:
        order.closed_at = at
    with transaction.atomic():
        alarms = list(Alarm.objects.select_for_update().filter(order__in=[o.pk for o in orders], state="open"))
        if alarms and step not in ANSWERS:
            raise Refused(_("还有告警没有处置：先转诊或排除，再办这一步"))
        lines = advance(orders, step, flow="order", by=by, at=at, because=because, also=("closed_at", *also), content=content)
        _answer(alarms, step, {told.record: told.id for told in lines}, by, at)
        lapse_checks(orders, by=by, at=at)
        drop_needs(orders, by=by, at=at)
        withdraw(orders, by=by, at=at)
    return lines


def _answer(alarms, step, ended, by, at):
    for alarm in alarms:
        alarm.answered_at = at
    if alarms:
        because = {alarm.pk: ended[alarm.order_id] for alarm in alarms}
        advance(alarms, ANSWERS[step], flow="alarm", by=by, at=at, because=because, also=("answered_at",))


def drop_needs(orders, *, by, at):
    """Needs still open when an order ends are nobody's any more."""
    needs = list(Need.objects.filter(order__in=[o.pk for o in orders], state="open"))
    for need in needs:
        need.closed_at = at
    advance(needs, "drop", flow="need", by=by, at=at, also=("closed_at",))


def withdraw(orders, *, by, at):
    """Hand-overs still offered when an order ends are over, wherever they were offered to."""
    offered = list(Handover.objects.filter(order__in=[o.pk for o in orders], state="offered"))
    for offer in offered:
        offer.answered_at = at
    advance(offered, "send_back", flow="handover", by=by, at=at, also=("answered_at",))
