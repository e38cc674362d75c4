"""What loops keep sealed about a person, for whoever has given a reason to look: each loop's apps.py adds its own."""
from collections.abc import Callable
from uuid import UUID

_kept: dict[str, Callable] = {}


def add(code: str, opened: Callable) -> None:
    """`opened(person id)` gives what a loop keeps sealed about a person, as pairs of what it is and what it says, opened."""
    _kept[code] = opened


def of(person_id: UUID) -> list[tuple]:
    """All of it."""
    return [pair for opened in _kept.values() for pair in opened(person_id)]
