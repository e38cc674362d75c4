"""The county's book of figures: each is counted once at a cut-off and written there; who tells one reads it there, and says that he did.

One room keeps the book and hands itself in. So a meeting, a bulletin and a release never have two numbers for one thing.
"""
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..units.models import Unit
from .taking import taken

_keeper: list[Any] = []
_tellers: list[Callable] = []


@dataclass(frozen=True)
class Booked:
    """The figures of a county and of each unit right below it at a cut-off, by unit id and code: as first written, and as they stand after
    what was changed; its page; who signed for them, and when."""

    unit: Unit
    on: date
    cut_off_at: datetime
    first: dict[int, dict[str, int]]
    stands: dict[int, dict[str, int]]
    check_code: str
    url: str
    signed_name: str = ""
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A paper that told some of the figures of a cut-off: what it is called, where it stands, which figures."""

    title: str
    url: str
    codes: frozenset


def keep_book(keeper) -> None:
    """Take over who keeps the book: `write(unit, at, by, now)`, `read(unit, at)` and `of_day(unit, on)`."""
    _keeper[:] = [keeper]


def booked(unit, at, *, by, now) -> dict[int, dict[str, int]]:
    """The figures of a unit and of each below it at a cut-off, by unit id: as the book has them, written there if they were not yet."""
    return _keeper[0].write(unit, at, by, now) if _keeper else taken(unit, at)


def book(unit, at) -> Booked | None:
    """What the book has of a county at a cut-off; None where nothing was written."""
    return _keeper[0].read(unit, at) if _keeper else None


def book_of_day(unit, on) -> Booked | None:
    """What the book has of a county for a day: at the cut-off that stands for it."""
    return _keeper[0].of_day(unit, on) if _keeper else None


def tell(teller: Callable[[Any, datetime], Iterable[Telling]]) -> None:
    """Add whoever tells figures: `teller(unit, cut_off_at)` names the papers that told some of that cut-off."""
    _tellers.append(teller)


def tellings(unit, cut_off_at) -> Iterator[Telling]:
    """The papers that told figures of a county at a cut-off."""
    for teller in _tellers:
        yield from teller(unit, cut_off_at)
