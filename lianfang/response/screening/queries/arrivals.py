"""Arrivals as facts: what a decision needs to know, without knowing who decides."""
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lianfang.registers.people.models import full_years

from ..models import Arrival

COLUMNS = ("id", "person_id", "unit_id", "on", "because", "origin", "origin_kind", "place", "arrived_on", "exposed_on", "temperature",
           "symptoms", "colour", "age", "special", "worker", "person__birth_on", "person__special_need")

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
    found = {row[0]: _facts(*row) for row in Arrival.objects.filter(pk__in=set(ids)).values_list(*COLUMNS)}
    return [found[pk] for pk in ids if pk in found]


def _facts(pk, person, unit, on, because, origin, kind, place, arrived_on, exposed_on, temperature, symptoms, colour, stated, special,
           worker, born, need) -> ArrivalFacts:
    age = stated if born is None else full_years(born, on)
    return ArrivalFacts(pk, person, unit, on, because, origin, kind, place, arrived_on, exposed_on, temperature,
                        None if symptoms is None else bool(symptoms), colour, age, special or need, worker)


def arrivals_of(person):
    """A person's arrivals, newest first."""
    return Arrival.objects.filter(person=person).select_related("unit", "roster").order_by("-found_at")
