"""Revisits after discharge: planned as the table says, done with what was found, or dropped for a reason."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import FOUND, Case, Revisit
from ..queries import revisit_days
from .closing import recover

LAST = ("done", "dropped")


def plan_revisits(*, case, by, at, because=None) -> list[Revisit]:
    """Plan what the table of the day of discharge asks for; each is somebody's turn on its day."""
    made = [Revisit(id=uuid7(), case=case, person_id=case.person_id, unit_id=case.unit_id, because=because,
                    due_on=case.discharged_on + timedelta(days=day)) for day in revisit_days(case, case.discharged_on)]
    if made:
        with transaction.atomic():
            rows.insert(made)
            advance(made, "plan_revisits", flow="revisit", by=by, at=at, because=because, content=lambda one: {"due": str(one.due_on)})
            open_turns("revisit", made, at=at)
    return made


def revisit(*, revisit, found, notes, by, at):
    """He was seen again: what was found. After the last one the case is closed, unless he is ill or positive again."""
    if found not in FOUND or (found in ("unwell", "positive") and not notes.strip()):
        raise Refused(_("请选结果；有不适或者又阳性的，写明情况和怎么安排的。"))
    if revisit.due_on > day_of(at):
        raise Refused(_("还没有到复诊的日子。"))
    return _over(revisit, "revisit", found, notes.strip(), by, at)


def drop_revisit(*, revisit, why, by, at):
    """It will not be done: why."""
    if not why.strip():
        raise Refused(_("请写明为什么不再复诊。"))
    return _over(revisit, "drop_revisit", "", why.strip(), by, at)


@everything()
def _over(revisit, step, found, notes, by, at):
    with transaction.atomic():
        revisit.found, revisit.notes, revisit.closed_at = found, notes, at
        [told] = advance([revisit], step, flow="revisit", by=by, at=at, also=("found", "notes", "closed_at"))
        case = Case.objects.select_related("person").get(pk=revisit.case_id)
        left = Revisit.objects.filter(case=case).exclude(state__in=LAST).exists()
        if not left and found not in ("unwell", "positive") and case.state == "discharged":
            recover(case=case, by=by, at=at, because=told.id)
    return told
