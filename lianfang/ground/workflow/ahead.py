"""What is to come, and what stands beside a record: rooms tell it here, in both languages, and whoever shows it knows none of them."""
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

MEETING, REHEARSED = "meeting", "rehearsed"


@dataclass(frozen=True)
class Coming:
    """Something that begins `at` and, where that is known, lasts until `over_at`: a meeting, with the cut-off of its figures, or rules that
    were approved and are rehearsed until their hour. `title`, `note` are {"zh", "en"}; `record` is what it is about, `url` opens it."""

    kind: str
    title: dict
    at: datetime
    over_at: datetime | None = None
    cut_off_at: datetime | None = None
    note: dict = field(default_factory=dict)
    url: str = ""
    record: Any = None


_finders: dict[str, tuple[str, Callable]] = {}
_beside: dict[str, Callable] = {}


def add(code: str, kind: str, find: Callable[..., list[Coming]]) -> None:
    """Make a source of one kind known under a name of its own: `find(unit, at)` gives what is to come for a unit after a moment."""
    _finders[code] = kind, find


def coming(unit, at, *kinds) -> list[Coming]:
    """What is to come, of these kinds or all, the next first."""
    wanted = [find for kind, find in _finders.values() if not kinds or kind in kinds]
    return sorted((one for find in wanted for one in find(unit, at)), key=lambda one: one.at)


def add_beside(code: str, find: Callable[[Any], list[tuple]]) -> None:
    """Make known what stands beside records: `find(record)` gives pairs of words and address within the reader's scope."""
    _beside[code] = find


def beside(record) -> list[tuple]:
    """Words and addresses of what other rooms have of a record, by its id."""
    return [pair for find in _beside.values() for pair in find(record)]
