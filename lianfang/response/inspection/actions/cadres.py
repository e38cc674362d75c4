"""Cadres: what an assessment saw, shown to the cadre at once; commendations with the record that shows what for."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import WAYS, Assessment, Commendation
from ..queries.cadres import evidence_for
from .planning import barred_for
from .shared import allowed, said

FLOW = "cadre_assessment"


@everything()
def record_assessment(*, cadre, unit, team, on, way, seen, by, at) -> Assessment:
    """What a team saw of a cadre: his own turn to read it, and to say something to it.

    Raises Refused for a cadre who does not stand there, for one of the team's own unit, and for a team of another kind.
    """
    allowed(by, "muster", unit, at)
    if team.kind != "assessment" or team.ended_at or not team.members.filter(account=by).exists():
        raise Refused(_("只有考察组的人登记考察。"))
    if not any(one.unit_id == unit.pk for one in held(cadre, day_of(at))):
        raise Refused(_("{name}不在{unit}任职。").format(name=cadre.name, unit=unit.name))
    if barred_for(team, at)(unit) or cadre.pk == by.pk:
        raise Refused(_("不能考察自己单位的干部。"))
    if way not in WAYS or on > day_of(at):
        raise Refused(_("请选怎么考察；日子不能在今天以后。"))
    one = Assessment(id=uuid7(), unit=unit, cadre=cadre, team=team, on=on, way=way, seen=said(seen, _("看到了什么")), by=by, at=at)
    return begin([one], "record_assessment", flow=FLOW, by=by, at=at)[0]


@everything()
def see_assessment(*, assessment, by, at):
    """The cadre has read it and says nothing to it."""
    return _his(assessment, "see_assessment", by, at)


@everything()
def reply_assessment(*, assessment, words, by, at):
    """What the cadre says to it stands beside it."""
    assessment.reply = said(words, _("说明"))
    return _his(assessment, "reply_assessment", by, at, "reply")


def _his(assessment, step, by, at, *also):
    if by.pk != assessment.cadre_id:
        raise Refused(_("只有本人能看过、说明。"))
    assessment.closed_at = at
    return advance([assessment], step, flow=FLOW, by=by, at=at, also=("closed_at", *also))


@everything()
def commend(*, unit, batch, number, deeds, evidence, by, at, account=None) -> Commendation:
    """A unit, or somebody of it, is commended in a batch, under a document's number, for what a record here shows (its id).

    Raises Refused where that record is about another unit or person, and for who stands on the list of the batch already.
    """
    allowed(by, "muster", unit, at)
    kind = {key: kind for key, kind, _record in evidence_for(unit, account)}.get(evidence)
    if kind is None:
        raise Refused(_("要选这个单位（这个人）的一份检查、考察或者排名作依据。"))
    one = Commendation(id=uuid7(), unit=unit, account=account, batch=said(batch, _("批次"))[:40], number=said(number, _("文号"))[:60],
                       deeds=said(deeds, _("事迹"))[:200], evidence=evidence, evidence_kind=kind, by=by, at=at)
    if Commendation.objects.filter(batch=one.batch, unit=unit, account=account).exists():
        raise Refused(_("这一批里已经有了。"))
    try:
        with transaction.atomic():
            rows.insert([one])
            [told] = journal.write([line_of(one, "inspection.commend", kind="commendation", by=by, at=at, data={"evidence": kind})])
            one.because = told.id
            rows.amend([one], "because")
    except IntegrityError:
        raise Refused(_("这一批里已经有了。")) from None
    return one
