"""The run card of a level is carried out: groups stand at once, each other thing leaves a line, and reactions see to it."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused

from .. import queries, rules
from ..models import Group, Response, StoodUp
from .declaring import RIGHT
from .powers import may, tell


@everything()
def stand_up(*, response, by, at) -> list[StoodUp]:
    """Everything on the level's card that does not stand yet, one line each; a second press does nothing."""
    emergency, on = response.emergency, day_of(at)
    may(by, RIGHT, emergency.unit, at)
    with transaction.atomic():
        now = Response.objects.select_for_update().get(pk=response.pk)
        if now.until_at:
            raise Refused(_("这个级别已经结束，启动卡不能再执行。"))
        waiting = [step for step in queries.run_card(now, on) if not step.is_done]
        template = {row.code: row.says for row in rules.groups_at(now.level, on)}
        return [_stand(step, now, template, by, at) for step in waiting]


def _stand(step, response, template, by, at) -> StoodUp:
    emergency = response.emergency
    made = StoodUp(id=uuid7(), response=response, kind=step.kind, item=step.item, at=at)
    rows.insert([made])
    made.because = tell("stand_up", made, emergency.unit_id, by, at, kind=step.kind).id
    rows.amend([made], "because")
    if step.kind == rules.GROUP:
        says = template[step.item]
        rows.insert([Group(id=uuid7(), emergency=emergency, unit_id=emergency.unit_id, code=step.item, name=says["name"],
                           office=says["office"] or "", duties=says["duties"] or "", from_on=day_of(at), because=made.because,
                           flows=[code for code in (says["flows"] or "").split("|") if code and code != "-"])])
    return made
