"""Who must live at a central site, for the loop that keeps the rooms."""
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lianfang.ground.days import day_of

from ..models import Need, Order

CENTRAL = "central_quarantine"
READ = ("base_on", "until_on", "issued_at", "person__unit", "person__special_need", "person__birth_on", "verdict__facts")
KEPT = (CENTRAL, "refer_fever_clinic")  # who is sent to the clinic from a site may come back to his room


@dataclass(slots=True)
class Housed:
    """Whom an order sends to a site: its days, where he lives, and what a room's table asks."""

    order: UUID
    person: UUID
    home: int
    base_on: date
    until_on: date
    special: str
    age: int | None


def sent_to_sites(orders=None) -> list[Housed]:
    """Of these orders (by id), or of all, those that are open and send somebody to a central site, the oldest first."""
    found = Order._base_manager.filter(measure=CENTRAL).select_related("person", "verdict").only(*READ, "closed_at")
    found = found.filter(closed_at=None) if orders is None else found.filter(pk__in=orders)  # asked for both, SQLite walks all open ones
    return [Housed(one.pk, one.person_id, one.person.unit_id, one.base_on, one.until_on,
                   one.person.special_need or one.verdict.facts.get("special") or "unknown", one.person.age(day_of(one.issued_at)))
            for one in sorted(found, key=lambda one: (one.issued_at, one.pk)) if one.closed_at is None]


def kept_at_sites(people) -> set[UUID]:
    """Those of these persons whose open order keeps them at a site, or has sent them to the clinic from it."""
    found = Order._base_manager.filter(person__in=people, measure__in=KEPT)
    return {person for person, closed_at in found.values_list("person_id", "closed_at") if closed_at is None}


def undelivered(person) -> list[Order]:
    """A person's open orders (by his id) that still wait to be handed over to him, and may be."""
    found = Order._base_manager.filter(person=person, closed_at=None, state="issued").select_related("verdict")
    return [one for one in found if not one.lacks_minder]


def medical_needs(people) -> list[Need]:
    """What these persons asked a doctor for, and what is open still."""
    return list(Need._base_manager.filter(person__in=people, kind="medical", state="open"))
