"""A directive that is handed on to a village or below is received there too, by name and time; whoever takes its task has received it."""
from lianfang.ground import rows
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import RANK
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import HANDED, OPEN, Receipt, Task
from .posts import office

FLOW, LED_BY = "receipt", "grid_worker"


def key_of(unit) -> str:
    """What stands for a place it was handed on to where a receipt's group would stand."""
    return f"{HANDED}{unit.pk}"


def hand_on(tasks, *, by, at, because):
    """A receipt for each village or place below that these tasks of a directive went to and that has none yet: its own turn, below a
    village its grid worker's, or the village's where it has no one."""
    parts = {one.unit.pk: one for one in tasks if _is_narrow(one)}
    sent = Receipt.objects.filter(directive__in={one.directive_id for one in parts.values()}).values_list("directive", "group", "unit")
    there = {(directive, group or f"{HANDED}{unit}") for directive, group, unit in sent}
    new = [one for one in parts.values() if (one.directive_id, key_of(one.unit)) not in there]
    below = [one.unit_id for one in new if RANK[one.unit.level] > RANK["village"]]
    held = Assignment.objects.in_force(day_of(at)).filter(unit__in=below, role=LED_BY, account__is_active=True)
    leads = {one.unit_id: one.account for one in held.select_related("account").order_by("-pk")}
    made = [Receipt(id=uuid7(), directive_id=one.directive_id, unit=office(one.unit), group=key_of(one.unit), group_name=one.unit.name,
                    account=one.account or leads.get(one.unit_id), sent_at=at, because=because) for one in new]
    rows.insert(made)
    lines = advance(made, "send_directive", flow=FLOW, by=by, at=at, because=because)
    open_turns(FLOW, made, at=at, because={told.record: told.id for told in lines})


def _is_narrow(task) -> bool:
    return task.directive_id is not None and RANK[task.unit.level] >= RANK["village"]


def _waiting(tasks):
    found = []
    for one in tasks:
        if _is_narrow(one):
            found += Receipt.objects.filter(directive=one.directive_id, group=key_of(one.unit), state="waiting")
    return found


def received_with(task, *, by, at, because):
    """Whoever is on its task has received it."""
    found = _waiting([task])
    for one in found:
        one.received_by, one.received_at = by, at
    advance(found, "receive", flow=FLOW, by=by, at=at, because=because, also=("received_by_id", "received_at"))


def lapse_with(tasks, *, at, because):
    """Where nothing of a directive is to do any more it need not be received."""
    left = [one for one in tasks if not Task.objects.filter(directive=one.directive_id, unit=one.unit_id, state__in=OPEN).exists()]
    advance(_waiting(left), "lapse_receipt", flow=FLOW, by=named(SYSTEM), at=at, because=because)
