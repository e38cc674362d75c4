"""Answering an alarm: refer to the fever clinic, or rule it out with a reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Alarm, Order
from .ends import admit


@everything()
def refer(*, alarm, answer, by, at):
    """The person goes to the fever clinic: this alarm and any other of the order are answered, the order ends in hospital."""
    with transaction.atomic():
        lines = _answer([alarm], "refer", answer, by, at)
        others = Alarm.objects.filter(order=alarm.order_id, state="open").exclude(pk=alarm.pk)
        _answer(list(others), "refer", answer, by, at)
        orders = list(Order.objects.select_for_update().filter(pk=alarm.order_id, closed_at=None))
        admit(orders=orders, by=by, at=at, because=lines[0].id, evidence=answer)
    return lines


def dismiss(*, alarm, answer, by, at):
    """Measured again and looked at: no fever, no symptom; the reason is kept."""
    if not answer.strip():
        raise Refused(_("请写明排除的依据，例如复测体温"))
    return _answer([alarm], "dismiss", answer, by, at)


def _answer(alarms, step, answer, by, at):
    for alarm in alarms:
        alarm.answered_at, alarm.answer = at, answer
    return advance(alarms, step, flow="alarm", by=by, at=at, also=("answered_at", "answer"))
