"""Ends of an order other than release: hospital, out of the county, death."""

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Alarm, Handover, Need
from .checks import lapse_checks

ANSWERS = {"admit": "refer", "record_death": "lapse_alarm"}  # what becomes of an alarm that is open at that end


def admit(*, orders, by, at, because=None):
    """Admitted to hospital: the order ends, the hospital's own record begins."""
    return close(orders, "admit", by=by, at=at, because=because)


def leave_county(*, orders, by, at, because=None):
    """Left the county with notice to the next one: no longer on this county's list."""
    return close(orders, "leave_county", by=by, at=at, because=because)


def record_death(*, orders, by, at, because=None):
    """Died."""
    return close(orders, "record_death", by=by, at=at, because=because)


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
