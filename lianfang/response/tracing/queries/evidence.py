"""What speaks for somebody having been exposed: a shared place and time, a shared door, a word of the case; as facts of the rule."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.registers.people.models import Person

from ..models import ACTIVITIES, Exposure, Spot
from ..models.index import GROUNDS, NEAR
from .rings import first_ring, second_ring, window_of

FIRST, SECOND = "first", "second"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for an exposure: how it is known, the ground, where, how near, how long, on which days; through whom."""

    person_id: UUID
    source_id: UUID
    ring: str
    how: str  # place, door, named
    ground: str
    first_on: date
    last_on: date
    near: str = UNKNOWN
    minutes: int | str = UNKNOWN
    rows_apart: int | str = UNKNOWN
    protection: str = UNKNOWN
    spot_id: int | None = None

    def facts(self, disease) -> dict:
        """As the rule asks."""
        return {"disease": disease, "ring": self.ring, "ground": self.ground, "near": self.near, "minutes": self.minutes,
                "rows_apart": self.rows_apart, "protection": self.protection}

    def kept(self) -> dict:
        """As the contact keeps it: nobody is named."""
        return {"how": self.how, "ground": self.ground, "near": self.near, "minutes": self.minutes, "rows": self.rows_apart,
                "protection": self.protection, "spot": self.spot_id, "from": self.first_on.isoformat(), "until": self.last_on.isoformat()}


def first_evidence(index, at) -> list[Evidence]:
    """Of an index: whom he met, who lives at his door, whom he or somebody else named."""
    window = window_of(index, at)
    last_on = window_last(index, at)
    own = Person._base_manager.filter(pk=index.person_id).select_related("unit")
    named = Exposure._base_manager.filter(index=index, until_on__gte=index.from_on).order_by("pk")
    doors = _at_door(own, FIRST, {index.person_id: index.from_on}, last_on)
    return [*_by_place(first_ring(window), FIRST), *doors, *(_named(one, index) for one in named)]


def second_evidence(index, at, met) -> list[Evidence]:
    """Whom the close contacts (person → the first day he was exposed) met after that, and who lives at their doors."""
    window, last_on = window_of(index, at), window_last(index, at)
    found = [one for one in second_ring(window) if one.source_id in met]
    people = Person._base_manager.filter(pk__in=met).select_related("unit").order_by("pk")
    return [*_by_place(found, SECOND), *_at_door(people, SECOND, met, last_on)]


def window_last(index, at) -> date:
    """The last day that counts: of the isolation, or today."""
    return max(day_of(min(index.isolated_at or at, at)), index.from_on)


def _by_place(meetings, ring) -> list[Evidence]:
    """One evidence for each place and day: minutes together are added up, of rows the nearest counts."""
    found: dict = {}
    for one in meetings:
        found.setdefault((one.person_id, one.source_id, one.spot_id, one.on, _ground(one)), []).append(one)
    return [_together(key, ones, ring) for key, ones in found.items()]


def _together(key, ones, ring) -> Evidence:
    person, source, spot, on, ground = key
    rows = [one.rows_apart for one in ones if one.rows_apart is not None]
    return Evidence(person, source, ring, "place", ground, on, on, minutes=sum(one.minutes for one in ones),
                    rows_apart=min(rows) if rows else UNKNOWN, spot_id=spot)


def _ground(meeting) -> str:
    """What the two did at one place, in the words of the rule: who is at home where another is a guest has a visitor."""
    if "home" in (meeting.activity, meeting.other):
        return "home" if meeting.activity == meeting.other else "visit"
    return meeting.activity


def _at_door(people, ring, since, last_on) -> list[Evidence]:
    """Who is on record at the same door as one of these persons, exposed from the day on that `since` says of that one."""
    doors = defaultdict(list)
    for person in people:
        if person.unit.level == "door":
            doors[person.unit_id].append(person.pk)
    others = Person._base_manager.filter(unit__in=doors).order_by("pk").values_list("pk", "unit_id") if doors else ()
    return [Evidence(pk, source, ring, "door", "home", since[source], last_on)
            for pk, unit in others for source in doors[unit] if source != pk]


def _named(one, index) -> Evidence:
    return Evidence(one.person_id, index.person_id, FIRST, "named", one.ground, one.from_on, one.until_on, near=one.near,
                    minutes=UNKNOWN if one.minutes is None else one.minutes, protection=one.protection)


def place_names(evidence) -> dict[int, str]:
    """What the places of some evidence are called, by id; one question."""
    wanted = {one.spot_id for one in evidence if one.spot_id}
    return {spot.pk: str(spot) for spot in Spot.objects.filter(pk__in=wanted).select_related("unit")}


def told(kept, places) -> str:
    """One kept evidence in words: 3月8日 吃饭 同福酒家 40 分钟."""
    day = kept["from"] if kept["from"] == kept["until"] else f"{kept['from']} – {kept['until']}"
    if kept["how"] == "door":
        return _("住同一户（{day}）").format(day=day)
    near = "" if kept["near"] == UNKNOWN else str(NEAR[kept["near"]])
    minutes = "" if kept["minutes"] == UNKNOWN else _("{n} 分钟").format(n=kept["minutes"])
    rows = "" if kept["rows"] == UNKNOWN else _("隔 {n} 排").format(n=kept["rows"]) if kept["rows"] else _("同排")
    if kept["how"] == "named":
        return " · ".join(filter(None, [day, _("有人讲的"), str(GROUNDS[kept["ground"]]), near, minutes]))
    place = places.get(kept["spot"], "")
    return " · ".join(filter(None, [day, str(ACTIVITIES.get(kept["ground"], kept["ground"])), place, minutes, rows]))
