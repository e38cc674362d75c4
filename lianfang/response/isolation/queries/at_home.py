"""Whose order runs at which door, and who called there, for the loop that keeps the sensors."""
from dataclasses import dataclass
from uuid import UUID

from ..models import Check, Need, Order, SecondReading


@dataclass(slots=True)
class AtHome:
    """An order that has been handed over and runs: whose, at which place, under what, minded by whom (an account's id)."""

    order: UUID
    person: UUID
    unit: int
    measure: str
    minder: int | None


def running_orders(orders) -> dict[UUID, AtHome]:
    """Of these orders (ids) those that run, by id."""
    found = Order._base_manager.filter(pk__in=list(orders), state="running")
    return {one.pk: AtHome(one.pk, one.person_id, one.unit_id, one.measure, one.minder_id) for one in found}


def was_called_on(unit, begin, end) -> bool:
    """Whether somebody recorded a check, a second reading, a need he brought, or handed over an order at a door in a closed time."""
    then = (begin, end)
    return (Check._base_manager.filter(unit=unit, recorded_at__range=then, is_own=False).exists()
            or SecondReading._base_manager.filter(unit=unit, recorded_at__range=then, is_own=False).exists()
            or Need._base_manager.filter(unit=unit, state="met", closed_at__range=then).exists()
            or Order._base_manager.filter(unit=unit, served_at__range=then).exists())
