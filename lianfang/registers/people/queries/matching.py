"""Who is already known: by the blind index of a number, or by name and phone both; for rosters, many at once, past the scope."""
from dataclasses import dataclass
from uuid import UUID

from lianfang.ground import rows
from lianfang.ground.vault.indexes import forms

from ..models import Entry, Person, Refusal

COLUMNS = ("id", "unit_id", "name", "id_blind", "phone_blind")  # in the order of the tables


@dataclass(frozen=True, slots=True)
class Known:
    """As much of a person or register entry as matching needs."""

    pk: UUID
    unit_id: int
    name: str
    id_blind: str
    phone_blind: str
    is_sheltered: bool = False


def _known(model, column, values) -> list[Known]:
    wanted = forms(values)
    found = rows.among(model, column, set(wanted), (*COLUMNS, "is_sheltered") if model is Person else COLUMNS)
    place = COLUMNS.index(column) - 1  # behind the id
    named = [(pk, [*rest[:place], wanted[rest[place]], *rest[place + 1:]]) for pk, *rest in found]
    return [Known(pk if isinstance(pk, UUID) else UUID(bytes=pk), *rest) for pk, rest in named]


def known_people(id_blinds) -> dict[str, Known]:
    """Persons by the blind index of their number."""
    return {one.id_blind: one for one in _known(Person, "id_blind", id_blinds)}


def people_by_phone(phone_blinds) -> dict[tuple, Known]:
    """Persons by (name, blind index of their phone)."""
    return {(one.name, one.phone_blind): one for one in _known(Person, "phone_blind", phone_blinds)}


def known_entries(id_blinds, phone_blinds=()) -> tuple[dict, dict]:
    """Register entries by the blind index of their number, and by (name, blind index of their phone)."""
    return ({one.id_blind: one for one in _known(Entry, "id_blind", id_blinds)},
            {(one.name, one.phone_blind): one for one in _known(Entry, "phone_blind", phone_blinds)})


def refusals(people, numbers) -> dict:
    """What somebody has refused about these persons: (person id, blind index, name) → who it is instead, or None."""
    wanted = forms(numbers)
    found = Refusal.objects.filter(person__in={one.pk for one in people}).select_related("instead")
    return {(r.person_id, wanted.get(r.id_blind, r.id_blind), r.name): r.instead for r in found}
