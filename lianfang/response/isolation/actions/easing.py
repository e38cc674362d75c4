"""What was eased at once on one person's word is looked into by somebody of another unit: it was so, or what bound goes on."""

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.decisions.actions.refused import posts_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Order
from .issue import put, replace, retime
from .redecide import binds_more


@everything()
def confirm_easing(*, easing, by, at):
    """It was so."""
    return _answer(easing, "confirm_easing", by, at)


@everything()
def deny_easing(*, easing, by, at):
    """It was not so: what bound him goes on by the row it stood on, until the day it said; over by then, it is only told."""
    with transaction.atomic():
        order = Order.objects.select_for_update(of=("self",)).get(pk=easing.order_id)
        [told] = _answer(easing, "deny_easing", by, at)
        back = _as_before(easing, order, told.id, at)
        if back.until_on > day_of(at):
            _go_on(order, back, by, at)
    return [told]


def _as_before(easing, order, because, at) -> Order:
    """The order with the days and the verdict it had; under no exception, for those have their own end."""
    measure = order.deviation.order.measure if order.deviation_id else order.measure
    return Order(id=uuid7(), person_id=order.person_id, unit_id=order.unit_id, measure=measure, verdict_id=easing.verdict_id,
                 base_on=easing.base_on, days=easing.days, from_on=min(day_of(at), easing.last_on), until_on=easing.until_on,
                 test_days=order.test_days, release=order.release, later=order.later, is_from_abroad=order.is_from_abroad,
                 origin=order.origin, issued_at=at, because=because)


def _go_on(order, back, by, at):
    """In place of what binds him less by now; whatever binds him as much stays."""
    now = Order.objects.select_for_update().filter(person=back.person_id, closed_at=None).first()
    if now is None:
        put([back], by, at)
    elif not binds_more(back, now):
        return
    elif now.pk == order.pk:
        retime(now, back, "extend", by, at)
    else:
        replace(now, back.because, by, at)
        put([back], by, at, [(now, back)])


def _answer(easing, step, by, at):
    """By whoever supervises there, of another unit or body than who eased it, and nothing to do with his account."""
    if not any(a.role in holders("supervise") and easing.unit.path.startswith(a.unit.path) for a in held(by, day_of(at))):
        raise Refused(_("先行放宽的，由督查和县领导核实。"))
    if by.pk == easing.eased_by_id or posts_of(by, at) & posts_of(easing.eased_by, at):
        raise Refused(_("先行放宽的，要由另一个单位的人核实。"))
    check_apart(by, easing.eased_by_id, at=at)
    easing.answered_by, easing.answered_at = by, at
    return advance([easing], step, flow="easing", by=by, at=at, also=("answered_by_id", "answered_at"))
