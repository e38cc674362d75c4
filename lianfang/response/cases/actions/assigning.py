"""Who investigates a case: given to one of the team by name, given on to another, all at once when a shift ends."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.ground.workflow.models import Turn

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
def hand_over(*, giver, to, by, at):
    """At the end of a shift everything somebody still investigates goes to the next one."""
    if giver.pk == to.pk:
        raise Refused(_("请选接班的人。"))
    mine = list(open_investigations().filter(investigator=giver))
    if not mine:
        raise Refused(_("没有要交的：您手上没有在办的流调。"))
    return assign(cases=mine, to=to, by=by, at=at, is_shift_end=True)
