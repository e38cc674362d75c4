"""What others may ask of abnormal persons: one of them, how fast the three firsts were, and the facts for whoever decides on a measure."""
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from lianfang.ground.days import day_of

from .clocks import term
from .models import SEEN, Sighting


@dataclass(frozen=True, slots=True)
class Isolated:
    """Somebody set apart, in the words of the measure table: what was measured; from where he comes, nobody has asked."""

    person_id: Any
    unit_id: int
    temperature: float
    symptoms: bool
    age: int | None
    special: str
    on: date
    because: Any
    origin_kind: str = ""
    place: str = ""
    colour: str = ""
    exposed_on: date | None = None
    arrived_on: date | None = None
    worker: str = ""
    is_from_abroad: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class First:
    """One of the three: what it is called, when it was done, by when it was or is due, and how long it took."""

    label: str
    done_at: datetime | None
    due: datetime | None
    is_late: bool
    minutes: int | None


def sighting_named(pk) -> Sighting | None:
    """One of them, with whom it is about; None of what is not there or out of scope."""
    return Sighting.objects.select_related("person", "unit", "seen_by").filter(pk=pk).first()


def firsts(one, at) -> list[First]:
    """The three firsts of a sighting at a moment: each counts from the one before."""
    measure_due = one.reported_at + timedelta(minutes=term("measure", one.reported_at)["within"])
    found = [First(_("第一时间报告"), one.reported_at, None, False, 0),
             _first(_("第一时间测量"), one.reported_at, one.measured_at, measure_due, at)]
    begun = one.measured_at
    due = begun + timedelta(minutes=term("isolate", begun)["within"]) if begun else None
    ended = one.closed_at if begun else None
    label = _("排除") if one.state == "ruled_out" else _("第一时间隔离")
    return [*found, _first(label, begun, ended, due, at)]


def _first(label, begun, done_at, due, at) -> First:
    minutes = int((done_at - begun).total_seconds() // 60) if begun and done_at else None
    return First(label, done_at, due, bool(due and (done_at or at) > due), minutes)


def measured_of(one) -> dict:
    """What was measured: temperature in ℃, symptoms; nothing before that, or of a row that has lost its person."""
    try:
        return json.loads(one.measured.open() or "{}")
    except ValueError:
        return {}


def seen_words(one) -> str:
    """What was seen, in words."""
    return _("、").join(str(SEEN[code]) for code in one.seen.open().split() if code in SEEN)


def isolated_facts(lines) -> list[Isolated]:
    """The facts of those set apart by these lines; the day of decision is the line's."""
    told = {line.record: line for line in lines}
    found = []
    for one in Sighting._base_manager.filter(pk__in=told).select_related("person").order_by("pk"):
        line, said, who = told[one.pk], measured_of(one), one.person
        found.append(Isolated(who.pk, who.unit_id, float(said["temperature"]), said["symptoms"], who.age(day_of(line.at)),
                              who.special_need, day_of(line.at), line.id))
    return found
