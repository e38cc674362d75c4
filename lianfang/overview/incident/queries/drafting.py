"""The draft of a trajectory: whom it is about and where he was, each only as finely as the tables of the day allow."""
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from lianfang.ground import decisions
from lianfang.ground.days import SHANGHAI, day_of, end_clock
from lianfang.ground.units.queries import above, figure, root
from lianfang.registers.diseases.queries import disease_word
from lianfang.response.cases import queries as cases
from lianfang.response.tracing import queries as tracing

from ..models import Trajectory

UNKNOWN = "unknown"
NOON, EVENING = 12, 18
MOST = 120


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence about whom, and the lines."""

    whom: str
    lines: list[str]


def trajectory_of(pk) -> Trajectory | None:
    """One trajectory with who drafted and signed it; None of what is not there or out of scope."""
    return Trajectory.objects.select_related("person", "unit", "drafted_by", "signed_by").filter(pk=pk).first()


def trajectories_of(record) -> list[Trajectory]:
    """What was drafted or published of a case (by id), the newest first."""
    return list(Trajectory.objects.filter(record=record).select_related("drafted_by", "signed_by").order_by("-edition"))


def people_of(unit, on):
    """How many people a unit has by its newest figure; unknown where nobody has said."""
    value = figure(unit, "population", on)
    return UNKNOWN if value is None else int(value)


def allowed(case, on) -> dict:
    """How much of the person may be said: sex shown or hidden, years in an age band (None: no age), down to which level his home."""
    return decisions.decide("trajectory_person", {"people": people_of(above(case.unit, "village") or case.unit, on)}, on=on).result


def band_of(age, width) -> str:
    """The band somebody's age lies in: 30—39 岁."""
    low = age - age % width
    return _("{low}—{high}岁").format(low=low, high=low + width - 1)


def draft_of(case, at) -> Draft:
    """The draft of a case's trajectory at a moment, in Chinese; its lines are empty where nothing of his days is told."""
    with override("zh-hans"):
        return Draft(_whom(case, day_of(at)), _lines(case, at))


def _whom(case, on) -> str:
    rule = allowed(case, on)
    card = (cases.cards_of(case) or [None])[0]
    age = case.person.age(case.onset_on or on)
    said = [disease_word(case.disease, day_of(case.told_at))]
    if rule["sex"] == "shown" and card and card.sex:
        said.append(_("男") if card.sex == "m" else _("女"))
    if rule["age_band"] and age is not None:
        said.append(band_of(age, rule["age_band"]))
    home = above(case.unit, rule["home"])
    if home and home.parent_id:
        said.append(_("现住{place}").format(place=home.name))
    if case.onset_on:
        said.append(_("{month}月{day}日发病").format(month=case.onset_on.month, day=case.onset_on.day))
    return _("，").join(said)


def _lines(case, at) -> list[str]:
    index = next(iter(tracing.indexes_of([case.pk])), None)
    if index is None:
        return []
    last = max(min(day_of(index.isolated_at or at), day_of(at)), index.from_on)
    days = [day for day in tracing.days_told(index.person, index.from_on, last) if day.stays]
    return [_day(day, day_of(at)) for day in days][:MOST]


def _day(day, on) -> str:
    said = _("；").join(filter(None, (_stay(stay, on) for stay in day.stays)))
    return _("{month}月{day}日：{said}。").format(month=day.on.month, day=day.on.day, said=said)


def _stay(stay, on) -> str:
    rule = decisions.decide("trajectory_place", {"activity": stay.activity, "at_door": stay.spot.unit.level == "door"}, on=on)
    if rule.manual_review:
        return ""
    place = {"name": str(stay.spot), "township": _town(stay.spot.unit), "left_out": ""}[rule.result["shown"]]
    time = hours(stay) if rule.result["time"] == "minutes" else _part(stay)
    return _("{time} {what}{place}").format(time=time, what=stay.get_activity_display(), place=f"（{place}）" if place else "").strip()


def _town(unit) -> str:
    found = above(unit, "township")
    return found.name if found and found.level == "township" else root().name


def hours(stay) -> str:
    """From when until when on its day: 17:00—24:00."""
    return f"{stay.from_at.astimezone(SHANGHAI):%H:%M}—{end_clock(stay.until_at)}"


def _part(stay) -> str:
    hour = stay.from_at.astimezone(SHANGHAI).hour
    return _("上午") if hour < NOON else _("下午") if hour < EVENING else _("晚上")
