"""What holds at a place now, in the words of the loops that know it: each adds its own; the pages of the territory show it."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

_told: dict[str, Callable] = {}


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing: a word and its tone, at which place it was put in force, since when, by which document, and where more is said."""

    title: str
    word: str
    tone: str
    place: str
    since: datetime | None
    number: str
    url: str


def add(code: str, told: Callable) -> None:
    """`told(unit)` gives what a loop says of a unit, as `Standing`s."""
    _told[code] = told


def standing_at(unit) -> list[Standing]:
    """All that loops say of a unit now."""
    return [one for told in _told.values() for one in told(unit)]
