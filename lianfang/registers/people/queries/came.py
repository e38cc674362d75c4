"""Somebody who came, as a decision asks for it: what rosters, doors and gates found, in one form."""
from datetime import date
from typing import NamedTuple
from uuid import UUID


class Came(NamedTuple):
    """The find (its id), whom it is about and where he is; `on` is the day of decision; None and "" mean that nobody has said."""

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
