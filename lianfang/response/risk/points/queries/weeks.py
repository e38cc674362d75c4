"""Weekly assessments: who was asked and who answered, what units say of a point, and how it went week by week."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from lianfang.ground.accounts.scope import everything, within
from lianfang.ground.days import day_start

from ..models import GRAVE, Measure, Point, Rating, UnitRating, Week


@dataclass(frozen=True, slots=True)
class Asked:
    """A week: how many units were asked, how many answered, how many are late or were passed over."""

    week_on: date
    asked: int
    filed: int
    late: int


@dataclass(frozen=True, slots=True)
class Said:
    """What units say of a point in a week: how many rated it, how many as grave, and the worst of it."""

    units: int = 0
    grave: int = 0
    worst: str = ""
    rank: int = 0


@everything()
def points_for(unit) -> list[Point]:
    """The open points that concern a unit: where it lies, and what lies in it; the gravest first."""
    found = Point.objects.filter(Q(unit__in=unit.ancestor_ids) | Q(unit__path__under=unit.path), closed_at=None)
    return list(found.select_related("unit", "account").order_by("-rank", "pk"))


def latest_week(at) -> date | None:
    """The last week that was asked."""
    return Week.objects.filter(asked_at__lte=at).order_by("-week_on").values_list("week_on", flat=True).first()


def weeks(reach, at, count=8) -> list[Asked]:
    """The last weeks within a reach, the newest first."""
    late = Q(ended_at=None, due_at__lt=at) | Q(state="missed")
    rows = within(Week.objects.filter(asked_at__lte=at), reach).values("week_on").annotate(
        asked=Count("pk"), filed=Count("pk", filter=Q(state="filed")), late=Count("pk", filter=late)).order_by("-week_on")[:count]
    return [Asked(**row) for row in rows]


def missing(reach, week_on, at) -> list[Week]:
    """Who has not answered for a week though its hour is over."""
    rows = within(Week.objects.filter(week_on=week_on, filed_at=None, due_at__lt=at), reach)
    return list(rows.select_related("unit__parent").order_by("unit__path"))


@everything()
def said_of(points, week_on) -> dict:
    """What units say of these points in a week, by point id."""
    found = {one.pk: Said() for one in points}
    rows = UnitRating.objects.filter(point__in=found, week__week_on=week_on).values("point", "level", "rank").annotate(n=Count("pk"))
    for row in rows:
        was = found[row["point"]]
        worst, rank = (row["level"], row["rank"]) if row["rank"] > was.rank else (was.worst, was.rank)
        found[row["point"]] = Said(was.units + row["n"], was.grave + (row["n"] if row["level"] in GRAVE else 0), worst, rank)
    return found


@everything()
def trend(points, weeks_on) -> dict:
    """By point id: for each of these weeks (oldest first) its own level at the week's end and what units said, as (week, level, Said)."""
    found = defaultdict(list)
    own = defaultdict(list)
    for row in Rating.objects.filter(point__in=[one.pk for one in points]).order_by("at").values("point", "level", "at"):
        own[row["point"]].append(row)
    for week_on in weeks_on:
        told, end = said_of(points, week_on), day_start(week_on + timedelta(days=7))
        for one in points:
            held = [row["level"] for row in own[one.pk] if row["at"] < end]
            found[one.pk].append((week_on, held[-1] if held else "", told[one.pk]))
    return found


@everything()
def before(week) -> dict:
    """What a unit said the last time, by point id: (likelihood, harm)."""
    last = Week.objects.filter(unit=week.unit_id, state="filed", week_on__lt=week.week_on).order_by("-week_on").first()
    rows = UnitRating.objects.filter(week=last).values_list("point", "likelihood", "harm") if last else ()
    return {point: (likelihood, harm) for point, likelihood, harm in rows}


@everything()
def measures(ids) -> list[Measure]:
    """Measures by id, for whoever gives them to be done."""
    return list(Measure.objects.filter(pk__in=list(ids)).select_related("point__unit", "unit", "by").order_by("pk"))
