"""The duty desk: a call becomes somebody's turn, and a shift hands over what is open."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.typed.telling import said

from ..models import OPEN, Call, Shift, Task
from .giving import give
from .posts import giver, must_lead
from .specs import TaskSpec

FLOW = "desk_shift"


@everything()
def take_call(*, unit, words, by, at, caller="", phone="", detail="", urgency="today", role="", id=None) -> Call:
    """Somebody called: what it is about at which place is a task of whoever leads there (or holds `role`); who called lies sealed.

    The same id taken twice is one call.
    """
    if there := Call.objects.filter(pk=id).select_related("task").first():
        return there
    desk = giver(by, unit, at, None)
    call = Call(id=id or uuid7(), desk=desk, unit=unit, urgency=urgency, caller=caller.strip(), phone=phone.strip(), detail=detail.strip(),
                taken_by=by, taken_at=at)
    with transaction.atomic():
        [told] = journal.write([line_of(call, "directives.take_call", kind="call", by=by, at=at, data={"urgency": urgency})])
        spec = TaskSpec(said(words, _("什么事")), unit, role=role, urgency=urgency)
        [call.task] = give(tasks=[spec], source="call", origin=call.pk, by=by, at=at, because=told.id)
        call.because = told.id
        rows.insert([call])
    return call


@everything()
def begin_desk(*, unit, by, at) -> Shift:
    """Somebody sits down at a desk where nobody is. Refused while a shift is on, or waits to be taken over."""
    must_lead(unit, by, at)
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)  # or two would sit down at once
        if there := Shift.objects.filter(unit=unit, closed_at=None).select_related("begun_by").first():
            says = _("{name} 正在当班。").format(name=there.begun_by.name) if there.state == "on" else _("上一班等着接班，请先接班。")
            raise Refused(says)
        return _begin(unit, by, at)


def _begin(unit, by, at, because=None) -> Shift:
    made = Shift(id=uuid7(), unit=unit, begun_by=by, begun_at=at, because=because)
    with transaction.atomic():
        rows.insert([made])
        [told] = advance([made], "begin_desk", flow=FLOW, by=by, at=at, because=because)
        open_turns(FLOW, [made], at=at, because={made.pk: told.id})
    return made


@everything()
def hand_over_desk(*, shift, note, by, at):
    """The shift ends with a note, and with everything that is open here."""
    must_lead(shift.unit, by, at)
    if not note.strip():
        raise Refused(_("请写交班的话：要紧的是什么，接下来要问什么。没有的写“无”。"))
    shift.left = [str(pk) for pk in left_open(shift.unit)]
    shift.calls = Call.objects.filter(desk=shift.unit_id, taken_at__gte=shift.begun_at, taken_at__lte=at).count()
    shift.note, shift.handed_at = note.strip(), at
    return advance([shift], "hand_over_desk", flow=FLOW, by=by, at=at, also=("left", "calls", "note", "handed_at"),
                   content=lambda one: {"calls": one.calls, "open": len(one.left)})


def left_open(unit) -> list:
    """The ids of everything that was given from a desk's unit and is open, what is due first on top."""
    return list(Task.objects.filter(given_unit=unit, state__in=OPEN).order_by("due_at", "pk").values_list("pk", flat=True))


@everything()
def take_over_desk(*, shift, answer, by, at) -> Shift:
    """The next officer has read what is open, says so in words, and is on duty. Returns his shift."""
    must_lead(shift.unit, by, at)
    if by.pk == shift.begun_by_id:
        raise Refused(_("自己交的班，要由下一位来接。"))
    if not answer.strip():
        raise Refused(_("请写一句接到了什么。"))
    shift.taken_by, shift.closed_at, shift.answer = by, at, answer.strip()
    with transaction.atomic():
        [told] = advance([shift], "take_over_desk", flow=FLOW, by=by, at=at, also=("taken_by_id", "closed_at", "answer"),
                         content=lambda one: {"open": len(one.left), "on": day_of(at).isoformat()})
        return _begin(shift.unit, by, at, told.id)
