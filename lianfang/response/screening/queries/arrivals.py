"""Arrivals as facts: what a decision needs to know, without knowing who decides."""
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ..models import Arrival


@dataclass(frozen=True, slots=True)
class ArrivalFacts:
    """One arrival as a decision asks for it; None and "" mean that nobody has said."""

    id: UUID
    person_id: UUID
    unit_id: int
    on: date
    because: UUID | None
    origin: str
    origin_kind: str
    place: str
    arrived_on: date | None
    exposed_on: date | None
    temperature: float | None
    symptoms: bool | None
    colour: str
    age: int | None
    special: str
    worker: str

    @property
    def is_from_abroad(self) -> bool:
        """Whether he came from another country."""
        return self.origin_kind == "abroad"


def arrival_facts(ids) -> list[ArrivalFacts]:
    """The facts of these arrivals, in the order asked; `on` is the day of decision, `age` in full years on that day."""
    found = {a.pk: a for a in Arrival.objects.filter(pk__in=set(ids)).select_related("person").defer(
        "remark", "person__id_number", "person__phone", "person__address")}
    return [_facts(found[pk]) for pk in ids if pk in found]


def _facts(a: Arrival) -> ArrivalFacts:
    age = a.person.age(a.on)
    return ArrivalFacts(a.pk, a.person_id, a.unit_id, a.on, a.because, a.origin, a.origin_kind, a.place, a.arrived_on, a.exposed_on,
                        a.temperature, None if a.symptoms is None else bool(a.symptoms), a.colour, a.age if age is None else age,
                        a.special or a.person.special_need, a.worker)


def arrivals_of(person):
    """A person's arrivals, newest first."""
    return Arrival.objects.filter(person=person).select_related("unit", "roster").order_by("-found_at")
