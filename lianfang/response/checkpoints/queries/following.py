"""Those about whom something follows, as facts: what a decision needs to know, without knowing who decides."""
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lianfang.ground.days import day_of

from ..models import Passage


@dataclass(slots=True)
class Held:
    """Somebody let in to be registered, or taken to the site; `unit_id` is where he will be."""

    id: UUID
    person_id: UUID
    unit_id: int
    on: date
    origin: str
    origin_kind: str
    place: str
    colour: str
    temperature: float | None
    symptoms: str
    age: int | None
    is_worker: bool


def held_facts(ids) -> list[Held]:
    """The facts of these passages, as far as a person of the register stands behind them, in the order asked."""
    found = Passage.objects.select_related("vehicle", "post", "person").exclude(person=None).in_bulk(list(ids))
    return [_held(found[pk]) for pk in ids if pk in found]


def _held(one) -> Held:
    on = day_of(one.at)
    site = one.post.site_id or one.unit_id
    unit = site if one.outcome == "transfer" else one.home_id or one.unit_id
    return Held(one.pk, one.person_id, unit, on, one.origin.open(), one.origin_kind, one.place, one.code, one.temperature, one.symptoms,
                one.person.age(on), one.vehicle.purpose == "work")
