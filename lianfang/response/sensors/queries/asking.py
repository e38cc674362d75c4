"""What other loops know of an order and of who was at its door: they hand in how it is asked (`lianfang/reactions/doors.py`)."""
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from lianfang.registers.people.queries import bound

_handed: dict[str, Any] = {"orders": None, "visits": []}


def hand_in(*, orders: Callable, visits: list[Callable]) -> None:
    """`orders(ids)` gives those that run, by id, each with `.order .person .unit .measure .minder`; each of `visits` (door, begin, end)
    whether somebody recorded a call at a door in that time."""
    _handed.update(orders=orders, visits=visits)


def running(order: UUID):
    """An order that runs, in the words of whoever keeps it; None of one that does not, or not yet."""
    return _handed["orders"]([order]).get(order) if _handed["orders"] else None


def all_running(orders) -> dict:
    """The same for many, by id."""
    return _handed["orders"](list(orders)) if _handed["orders"] and orders else {}


def was_visited(unit: int, begin: datetime, end: datetime) -> bool:
    """Whether somebody recorded a call at a door."""
    return any(ask(unit, begin, end) for ask in _handed["visits"])


def has_leave(person: UUID, at: datetime) -> bool:
    """Whether some loop let him out at that moment."""
    return person in bound.on_leave([person], at)
