"""The actions a phone may send and the sections it may carry, as loops register them; and what an action is handed and gives back."""
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from ..units.fields import Reach

KEEP, HOLD = "keep", "hold"
TOGETHER = 50  # neighbours that are one call and one transaction, where their action does not say fewer
RECORD = "record"  # the field of a form that names the record an entry is about


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an outbox as an action is handed it: what its form read, when it happened by the server's clock, when it came, and
    `is_late`: somebody else has changed the record since the phone saw it."""

    id: UUID
    cleaned: dict
    at: datetime
    received_at: datetime
    base: str | None
    account: Any
    reach: Reach
    is_late: bool = False
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an entry: its record with its unit and whom it is about, what the server decided, and whether it was kept beside
    an earlier one that says something else; `photos`: which of its photos show another record that it made, by their ids."""

    record: UUID
    unit_id: int | None
    subject: UUID | None = None
    verdict: dict | None = None
    is_beside: bool = False
    photos: dict = field(default_factory=dict)

    @classmethod
    def of(cls, record, verdict=None, is_beside=False, photos=None) -> "Taken":
        """Of a record that knows its own unit and subject."""
        return cls(record.pk, record.unit_id, record.subject_id, verdict, is_beside, photos or {})


class ForAbove(ValueError):
    """What an action says of a fact that fits nowhere any more: it is kept sealed, and the cadre above has it done or drops it; `says`:
    what its sender is told of that, where it is not that somebody was faster."""

    def __init__(self, why, says=""):
        super().__init__(why)
        self.says = says


@dataclass(frozen=True, slots=True)
class Act:
    """An action that phones may send: its form, the right it needs, what takes it, and what is done with an entry that comes late."""

    name: str
    form: Any
    take: Callable
    right: str
    conflict: str
    title: Any
    turns: tuple = ()
    tables: tuple = ()
    together: int = TOGETHER
    shows: Callable | None = field(default=None, compare=False)


_acts: dict[str, Act] = {}
_sections: dict[str, Callable] = {}


def register(name, *, form, take, right, conflict, title, turns=(), tables=(), together=TOGETHER, shows=None) -> Act:
    """Let phones send an action, `take(entries, by=, at=)`: it gives for each entry a `Taken`, or the Refused or ForAbove
    that only concerns it.

    `conflict`: an entry on a record that somebody else changed meanwhile is taken all the same and shown to the cadre above (keep: facts),
    or not done and left to him (hold).
    `turns`: pairs of a flow and a state whose turn is done by this action. `tables`: those by which the phone decides beforehand.
    `together`: so many neighbours at most are one call and one transaction, which holds the write lock.
    `shows(record)`: pairs of words, what is there now, for whoever looks at a conflict.
    """
    if conflict not in (KEEP, HOLD):
        raise ValueError(f"{name}: a conflict is kept or held, not {conflict}")
    if name in _acts and _acts[name].take is not take:
        raise ValueError(f"two actions are called {name}")
    act = _acts[name] = Act(name, form, take, right, conflict, title, tuple(turns), tuple(tables), together, shows)
    return act


def acts() -> dict[str, Act]:
    """All registered actions by name."""
    return _acts


def act_of_turn(flow, state) -> Act | None:
    """The action by which a phone does the turn on a record of a flow in a state."""
    return next((act for act in _acts.values() if (flow, state) in act.turns), None)


def carry(section, rows: Callable):
    """Let phones carry a section: `rows(request, area)` gives what JSON can say, within what the request may see."""
    if section in _sections and _sections[section] is not rows:
        raise ValueError(f"two sections are called {section}")
    _sections[section] = rows


def carried() -> dict[str, Callable]:
    """All registered sections by name."""
    return _sections
