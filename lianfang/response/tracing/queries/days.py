"""The days of somebody that count, with what is told of each, and the places people have told of."""
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef

from lianfang.registers.people.queries import whereabouts

from ..diary import Told
from ..models import ACTIVITIES, Spot, Stay

PLACES = 24
HOME = "home"
UNTOLD = 21  # days without a word that one sees at once; the next come when these are told


@dataclass(slots=True)
class OneDay:
    """A calendar day with its stays in order."""

    on: date
    stays: list = field(default_factory=list)


def days_told(person, first_on, last_on) -> list[OneDay]:
    """The days between two of which something is told, with their stays, and the first ones of which nothing is."""
    days: dict = {}
    stays = Stay.objects.filter(person=person, on__range=(first_on, last_on)).select_related("spot__unit", "person")
    for stay in stays.order_by("from_at"):
        days.setdefault(stay.on, OneDay(stay.on)).stays.append(stay)
    between = (first_on + timedelta(days=n) for n in range((last_on - first_on).days + 1))
    untold = islice((on for on in between if on not in days), UNTOLD)
    return sorted([*days.values(), *map(OneDay, untold)], key=lambda day: day.on)


@dataclass(frozen=True, slots=True)
class Stayed:
    """A stay of somebody (by id) in words: where, from when, until when, doing what."""

    person_id: Any
    spot_id: int
    place: str
    from_at: datetime
    until_at: datetime
    activity: str


def stays_told(people) -> list[Stayed]:
    """The stays of persons (by id), in order; of who is at home it is not said where."""
    stays = list(Stay.objects.filter(person__in=list(people)).select_related("spot__unit").order_by("from_at", "pk"))
    places = whereabouts([one.spot.unit for one in stays if not one.spot.name and one.activity != HOME])
    words = {one.pk: one.spot.name or str(ACTIVITIES[HOME]) if one.activity == HOME else one.spot.name or places[one.spot.unit_id]
             for one in stays}
    return [Stayed(one.person_id, one.spot_id, words[one.pk], one.from_at, one.until_at, one.activity) for one in stays]


def next_untold(days, after=None) -> date | None:
    """The first day nothing is told of, from a day on, else from the beginning; None where each is told."""
    open_days = [day.on for day in days if not day.stays]
    return next((on for on in open_days if after is None or on > after), open_days[0] if open_days else None)


def places_told() -> list[str]:
    """The latest places by name, nobody's home: who writes one alike meets whoever was there."""
    homes = Stay.objects.filter(spot=OuterRef("pk"), activity=HOME)
    return list(Spot.objects.exclude(key="").filter(~Exists(homes)).order_by("-pk").values_list("name", flat=True)[:PLACES])


def home_told(person) -> Spot | None:
    """Where he was at home last, as it was told."""
    last = Stay.objects.filter(person=person, activity=HOME).select_related("spot").order_by("-from_at").first()
    return last.spot if last else None


def has_home(person) -> bool:
    """Whether it is known where "at home" is: his door, or what was told before."""
    return person.unit.level == "door" or home_told(person) is not None


def told_like(person, on) -> list[Told]:
    """What is told of a day, as lines to be typed again: his own door needs no words, another's is written out."""
    stays = list(Stay.objects.filter(person=person, on=on).select_related("spot__unit").order_by("from_at"))
    doors = whereabouts([one.spot.unit for one in stays if not one.spot.key and one.spot.unit_id != person.unit_id])
    return [Told(one.from_at, one.until_at, one.activity, one.spot.name or doors.get(one.spot.unit_id, ""), one.row) for one in stays]
