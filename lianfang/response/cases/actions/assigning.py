"""Who investigates a case: given to one of the team by name, given on to another, all at once when a shift ends."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.ground.workflow.models import Turn

from ..models import ShiftNote
from ..models.case import INVESTIGATED
from ..queries.team import open_investigations, team


@everything()
def assign(*, cases, to, by, at, is_shift_end=False):
    """Give cases that are still investigated to one of the team; their turns go with them. Raises Refused for whom may not investigate."""
    if to.pk not in {one.pk for one in team(day_of(at))}:
        raise Refused(_("{name}没有流调的权限，不能指派给他。").format(name=to.name))
    cases = [case for case in cases if case.investigator_id != to.pk]
    if any(case.state not in INVESTIGATED for case in cases):
        raise Refused(_("有的已经流调完了，请刷新再选。"))
    if not cases:
        raise Refused(_("没有要指派的：请先选病例；已经是他的不用再派。"))
    before = {case.pk: case.investigator_id for case in cases}
    with transaction.atomic():
        for case in cases:
            case.investigator = to
        lines = advance(cases, "assign", flow="case", by=by, at=at, also=("investigator_id",),
                        content=lambda case: {"from": before[case.pk], "to": to.pk, "shift": is_shift_end})
        Turn.objects.filter(flow="case", closed_at=None, record__in=before).update(account=to)
    return lines


@everything()
def hand_over(*, giver, to, standing, ask_next, by, at) -> ShiftNote:
    """At the end of a shift everything somebody still investigates goes to the next one, with a note: what is open, what to ask next."""
    if giver.pk == to.pk:
        raise Refused(_("请选接班的人。"))
    if not (standing.strip() and ask_next.strip()):
        raise Refused(_("请写清还有什么没办完、接着问什么：接班的人靠它接着办。"))
    mine = list(open_investigations().filter(investigator=giver))
    if not mine:
        raise Refused(_("没有要交的：您手上没有在办的流调。"))
    unit = Unit.objects.get(pk=(mine[0].unit.ancestor_ids or [mine[0].unit_id])[0])
    note = ShiftNote(id=uuid7(), unit=unit, giver=giver, receiver=to, cases=[str(case.pk) for case in mine], count=len(mine),
                     standing=standing.strip(), ask_next=ask_next.strip(), at=at)
    with transaction.atomic():
        assign(cases=mine, to=to, by=by, at=at, is_shift_end=True)
        rows.insert([note])
        [told] = advance([note], "hand_over", flow="shift_note", by=by, at=at, content=lambda one: {"to": to.pk, "cases": one.count})
        open_turns("shift_note", [note], at=at, because={note.pk: told.id})
    return note


@everything()
def receive_shift(*, note, by, at):
    """Who takes over has read the note; by nobody else."""
    if by.pk != note.receiver_id:
        raise Refused(_("这份交班是交给{name}的，要由他接收。").format(name=note.receiver.name))
    note.received_at = at
    return advance([note], "receive_shift", flow="shift_note", by=by, at=at, also=("received_at",))
