"""A device and a door: put up for one order that runs, on a basis of the table; taken down, and what it told erased, when that is over."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.retention.actions import erasing
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.ground.workflow.models import Turn

from ..clocks import basis as ruling_on
from ..models import TOLD, UNBOUND, Alert, Binding, Device, Event, Nonce
from ..queries.asking import all_running, running

RIGHT = "manage"


@everything()
def bind_device(*, device, order, basis, has_consent, told, by, at) -> Binding:
    """Put a device up at the door of an order (its id) that runs: the person has been told how (`told`), and whether he agreed.

    Raises Refused without the right there, without a basis in force, for a door that is none, for a device or an order that has one.
    """
    there = running(order)
    if there is None:
        raise Refused(_("这个人现在没有正在执行的管控令，不能装门磁。"))
    unit = Unit.objects.get(pk=there.unit)
    if not may_do(by, RIGHT, unit, day_of(at)):
        raise Refused(_("您没有在这里装门磁的权限。"))
    if unit.level != "door":
        raise Refused(_("这个人还没有落到门户，先落实住址。"))
    if told not in TOLD:
        raise Refused(_("请选怎么告诉本人的：没有告诉本人的不装。"))
    ruling = ruling_on(basis, there.measure, has_consent, unit, at)
    if ruling.manual_review or ruling.result["allowed"] != "yes":
        raise Refused(_("没有依据，不能装：{clause}").format(clause=ruling.clause or _("依据表里没有这一条")))
    try:
        with transaction.atomic():
            device = Device.objects.select_for_update().get(pk=device.pk)
            if device.retired_at or not device.keyed_at:
                raise Refused(_("这个设备没有密钥，或者已经停用：先换密钥。"))
            made = Binding(id=uuid7(), device=device, order=order, person_id=there.person, unit=unit, basis=basis, told=told,
                           document=ruling.document, clause=ruling.clause, has_consent=has_consent, bound_by=by, bound_at=at, seen_at=at)
            rows.insert([made])
            line = line_of(made, "sensors.bind_device", kind="binding", by=by, at=at, data={"basis": basis, "told": told})
            journal.write([line])
    except IntegrityError:
        raise Refused(_("这个设备已经在别的门上，或者这一户已经装了门磁。")) from None
    return made


@everything()
def unbind_device(*, binding, why, by, at, because=None):
    """Take it down: its key, what it told and what was looked at are erased; the binding stays with its days and counts.

    Raises Refused without the right there, and for a reason that is none of the list.
    """
    if why not in UNBOUND:
        raise Refused(_("请选为什么拆。"))
    if because is None and not may_do(by, RIGHT, binding.unit, day_of(at)):
        raise Refused(_("您没有在这里拆门磁的权限。"))
    return _unbind(binding, why, by, at, because)


@everything()
def withdraw_consent(*, binding, by, at):
    """He who agreed agrees no more: it is taken down as by anybody else. Raises Refused where it does not stand on his consent."""
    if not binding.rests_on_consent:
        raise Refused(_("这个门磁不是凭您同意装的；觉得不该装，可以申诉。"))
    return _unbind(binding, "withdrawn", by, at, None)


def _unbind(binding, why, by, at, because):
    with erasing(), transaction.atomic():
        binding = Binding.objects.select_for_update(of=("self",)).select_related("device").get(pk=binding.pk)
        if binding.unbound_at:
            raise Refused(_("已经拆下来了。"))
        told = line_of(binding, "sensors.unbind_device", kind="binding", by=by, at=at, because=because, data={
            "why": why, "openings": binding.openings, "unexpected": binding.unexpected, "alerts": binding.alerts})
        journal.write([told])
        waiting = list(Alert.objects.filter(binding=binding, closed_at=None))
        for one in waiting:
            one.closed_at = at
        advance(waiting, "lapse_alert", flow="door_alert", by=by, at=at, because=told.id, also=("closed_at",))
        Alert.objects.filter(binding=binding).delete()
        Event.objects.filter(binding=binding).delete()
        Nonce.objects.filter(device=binding.device_id).delete()
        binding.device.key, binding.device.keyed_at = "", None
        rows.amend([binding.device], "key", "keyed_at")
        binding.unbound_at, binding.unbound_why, binding.battery = at, why, None
        rows.amend([binding], "unbound_at", "unbound_why", "battery")
    return told


@everything()
def follow_orders(*, orders, by, at):
    """What became of these orders (line by order): where one runs no more, or elsewhere, its device comes down; turns are the minder's."""
    found = list(Binding.objects.filter(order__in=list(orders), unbound_at=None))
    there = all_running([one.order for one in found])
    for one in found:
        now = there.get(one.order)
        if now is None or now.unit != one.unit_id or now.person != one.person_id:
            _unbind(one, "over" if now is None else "moved", by, at, orders[one.order])
            continue
        if ruling_on(one.basis, now.measure, one.has_consent, one.unit, at).result["allowed"] != "yes":
            _unbind(one, "over", by, at, orders[one.order])
            continue
        _hand_over(one, now.minder)


def _hand_over(binding, minder):
    waiting = Alert.objects.filter(binding=binding, closed_at=None).exclude(minder=minder)
    ids = list(waiting.filter(state="open").values_list("pk", flat=True))
    waiting.update(minder=minder)
    Turn.objects.filter(flow="door_alert", record__in=ids, closed_at=None).update(account=minder)
