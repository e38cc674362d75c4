"""The weekly assessment: asked of every unit at its level's hour, answered by its due hour, passed over when the next week is asked."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin
from lianfang.registers.people.typed.telling import said

from ..models import Point, UnitRating, Week
from ..queries.weeks import points_for
from ..rules import LEVELS, hours, week_of
from .rating import raise_points
from .shared import may_answer, ruled

FLOW = "risk_week"


@everything()
def ask_due(*, by, at) -> int:
    """Ask every unit of the levels whose hour has come this week, once; nobody where the register is empty. Returns how many were asked."""
    week_on, asked = week_of(day_of(at)), 0
    for level in LEVELS if Point.objects.filter(closed_at=None).exists() else ():
        spans = hours(level, week_on)
        if spans and spans[0] <= at < spans[1] and not Week.objects.filter(week_on=week_on, unit__level=level).exists():
            asked += len(ask_week(units=Unit.objects.in_force(day_of(at)).filter(level=level).order_by("path"), by=by, at=at))
    return asked


@everything()
def ask_week(*, units, by, at) -> list[Week]:
    """Ask these units of this week, each until its level's hour; what they left open of earlier weeks is passed over."""
    week_on = week_of(day_of(at))
    units = [one for one in units if hours(one.level, week_on, one.path)]
    made = [Week(id=uuid7(), unit=one, week_on=week_on, asked_at=at, due_at=hours(one.level, week_on, one.path)[1]) for one in units]
    with transaction.atomic():
        past = list(Week.objects.filter(unit__in=[one.pk for one in units], state="asked", week_on__lt=week_on))
        for one in past:
            one.ended_at = at
        advance(past, "miss_week", flow=FLOW, by=named(SYSTEM), at=at, also=("ended_at",))
        return begin(made, "ask_week", flow=FLOW, by=by, at=at)


@everything()
def assess(*, week, ratings, words, by, at):
    """A unit's ratings {point id: (likelihood, harm)} of every point that concerns it, and what else it says; a point that it rates worse
    than the register is looked at anew.

    Raises Refused while a point is left out.
    """
    may_answer(by, week, at)
    points = {one.pk: one for one in points_for(week.unit)}
    if lacking := [one.name for pk, one in points.items() if pk not in ratings]:
        raise Refused(_("还没有评：{names}。").format(names="、".join(lacking[:3])))
    rulings = {pk: ruled(ratings[pk][0], ratings[pk][1], week.unit, at).result for pk in points}
    week.words, week.filed_by, week.filed_at, week.ended_at = said(words, _("补充说明"), needed=False), by, at, at
    with transaction.atomic():
        [told] = advance([week], "assess", flow=FLOW, by=by, at=at, also=("words", "filed_by_id", "filed_at", "ended_at"),
                         content=lambda _one: {"points": len(points)})
        rows.insert([UnitRating(id=uuid7(), week=week, point=points[pk], likelihood=ratings[pk][0], harm=ratings[pk][1],
                                level=found["level"], rank=found["rank"]) for pk, found in rulings.items()])
        worse = [points[pk] for pk, found in rulings.items() if found["rank"] > points[pk].rank]
        if worse:
            raise_points(points=worse, at=at, because=told.id)
    return told
