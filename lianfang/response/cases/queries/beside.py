"""What other loops have begun about a case, for its page: each says so by what is handed in (`lianfang/reactions/outward.py`)."""
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

_says: list[Callable] = []


@dataclass(frozen=True, slots=True)
class Beside:
    """Something about a case that another loop keeps: its record, where it is shown, what it is called, how it stands."""

    record: UUID
    url: str
    label: Any
    state: str


def hand_in(says: Callable) -> None:
    """`says(case id)` gives a list of Beside."""
    _says.append(says)


def beside(case) -> list[Beside]:
    """All of it, of a case by its id."""
    return [one for says in _says for one in says(case)]
