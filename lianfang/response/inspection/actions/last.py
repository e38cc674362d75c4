"""Whoever is among the last of a published ranking: the table's measure is somebody's turn, and he tells what he did."""
from datetime import timedelta

from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of, moment
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin
from lianfang.ground.workflow.queries import is_turn_of

from ..models import LastPlace, Standing
from ..queries.ranked import last_lists
from ..rules import clock_row, ranking
from .shared import said

FLOW = "last_place"


@everything()
def follow_last(*, round, by, at, because) -> list[LastPlace]:
    """A turn for each of the last of a ranking that was published just now, whose and by when the table says; none without a measure."""
    rule = ranking(round.period, round.last_on, round.unit.path)
    if not rule["measure"] or not rule["measure_by"]:
        return []
    often = {unit.pk: times for unit, times, _repeat in last_lists(round.kind, round.period, round.level, round.last_on)}
    due = moment(day_of(at) + timedelta(days=rule["measure_days"] or 0), clock_row("last_place", day_of(at), round.unit.path)["due"])
    made = [LastPlace(id=uuid7(), unit=one.unit, round=round, words=rule["measure"], role=rule["measure_by"],
                      times=often.get(one.unit_id, 1), due=max(due, at))
            for one in Standing.objects.filter(round=round, level=round.level, is_last=True).select_related("unit")]
    return begin(made, "follow_last", flow=FLOW, by=by, at=at, because=because) if made else []


@everything()
def tell_last(*, last, words, by, at):
    """What was done about it."""
    if not is_turn_of(last.pk, by, held(by, day_of(at))) and not may_do(by, "muster", last.unit, day_of(at)):
        raise Refused(_("这里不归您办。"))
    last.told, last.told_by, last.told_at = said(words, _("怎么落实的")), by, at
    return advance([last], "tell_last", flow=FLOW, by=by, at=at, also=("told", "told_by_id", "told_at"))
