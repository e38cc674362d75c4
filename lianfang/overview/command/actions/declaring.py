"""An emergency is declared with its level, the level changes, it ends: by a body that has the power, with its document."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import profile

from ..models import Emergency, Group, Holder, Response
from ..rules import power
from .powers import may, tell

RIGHT = "sign"


@everything()
def declare(*, unit, title, disease, level, body, decided_by, number, from_at, by, at) -> Emergency:
    """The county stands up for a disease at a level that somebody with the power has decided; one emergency at a time."""
    may(by, RIGHT, unit, at)
    if unit.level != "county":
        raise Refused(_("应急响应由县一级启动。"))
    if not title.strip() or profile(disease, day_of(at)) is None:
        raise Refused(_("请写明应急名称，选一个疾病档案里有的病种。"))
    made = Emergency(id=uuid7(), unit=unit, title=title.strip(), disease=disease, from_on=day_of(from_at), by=by, at=at)
    try:
        with transaction.atomic():
            rows.insert([made])
            told = tell("declare", made, unit.pk, by, at, disease=disease)
            _hold(made, level, body, decided_by, number, from_at, by, at, told.id)
    except IntegrityError:
        raise Refused(_("已经有一个正在进行的应急，先结束它，或者在它上面改响应级别。")) from None
    return made


@everything()
def change_level(*, emergency, level, body, decided_by, number, from_at, by, at) -> Response:
    """Another level from a moment on, decided by who may decide it; the one before ends then."""
    may(by, RIGHT, emergency.unit, at)
    if emergency.until_on:
        raise Refused(_("这个应急已经结束。"))
    with transaction.atomic():
        before = Response.objects.select_for_update().get(emergency=emergency, until_at=None)
        if level == before.level:
            raise Refused(_("现在就是这个级别。"))
        if from_at <= before.from_at:
            raise Refused(_("新级别要从上一次之后的时刻起。"))
        before.until_at = from_at
        rows.amend([before], "until_at")
        return _hold(emergency, level, body, decided_by, number, from_at, by, at, None)


def _hold(emergency, level, body, decided_by, number, from_at, by, at, because) -> Response:
    if not decided_by.strip() or not number.strip():
        raise Refused(_("请写明谁决定的、文号。"))
    if from_at > at:
        raise Refused(_("还没到的时刻不能先记；到了再记。"))
    ruling = power(level, body, day_of(from_at))
    if ruling.manual_review or ruling.result["does"] == "refuse":
        raise Refused(ruling.clause or _("响应权限表里没有这一条，请先核对。"))
    made = Response(id=uuid7(), emergency=emergency, level=level, body=body, does=ruling.result["does"], decided_by=decided_by.strip(),
                    number=number.strip(), document=ruling.document, clause=ruling.clause, from_at=from_at, by=by, at=at)
    rows.insert([made])
    tell("change_level", made, emergency.unit_id, by, at, because, level=level, body=body, does=made.does)
    return made


@everything()
def end_emergency(*, emergency, body, number, by, at):
    """The response ends, by whoever may end its level; groups and posts end with it. What is kept of people ends elsewhere."""
    may(by, RIGHT, emergency.unit, at)
    if emergency.until_on:
        raise Refused(_("这个应急已经结束。"))
    on = day_of(at)
    with transaction.atomic():
        level = Response.objects.select_for_update().get(emergency=emergency, until_at=None)
        ruling = power(level.level, body, on)
        if ruling.manual_review or ruling.result["does"] == "refuse":
            raise Refused(ruling.clause or _("响应权限表里没有这一条，请先核对。"))
        if not number.strip():
            raise Refused(_("请填终止响应的文号。"))
        level.until_at, emergency.until_on = at, on
        rows.amend([level], "until_at")
        rows.amend([emergency], "until_on")
        Group.objects.filter(emergency=emergency, until_on=None).update(until_on=on)
        Holder.objects.filter(emergency=emergency, until_on=None).update(until_on=on)
        return tell("end_emergency", emergency, emergency.unit_id, by, at, level=level.level, body=body)
