"""Returnees found at doors as facts: what a decision needs to know, without knowing who decides."""
from datetime import date
from typing import NamedTuple
from uuid import UUID

from lianfang.ground.days import day_of

from ..models import Found


class FoundFacts(NamedTuple):
    """One returnee as a decision asks for it; None and "" mean that nobody has said."""

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


def found_facts(ids) -> list[FoundFacts]:
    """The facts of these finds, in the order asked; `on` is the day they were found."""
    found = Found._base_manager.select_related("person").in_bulk(list(ids))
    return [_facts(found[pk]) for pk in ids if pk in found]


def _facts(one) -> FoundFacts:
    on, who = day_of(one.at), one.person
    return FoundFacts(who.pk, one.unit_id, on, one.because, one.origin, one.origin_kind, one.place, one.arrived_on, one.exposed_on,
                      one.temperature, one.symptoms, one.colour, who.age(on), who.special_need, "")
