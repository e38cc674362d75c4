"""What a report says of a case, counts and days alone, and whom it may not name: asked of whoever knows (`hand_in`, filled in
`reactions/outward.py`)."""
from collections.abc import Callable
from typing import Any
from uuid import UUID

from lianfang.registers.people.typed.telling import numbers_in

_known: list[Callable[[UUID], dict[str, Any]]] = []
_names: list[Callable[[UUID], list[str]]] = []


def hand_in(known: Callable, names: Callable) -> None:
    """`known(case id)` gives what is counted of a case: disease, class, onset, township, contacts found and watched; `names(case id)` the
    names of those around it."""
    _known.append(known)
    _names.append(names)


def counted_of(record) -> list[dict]:
    """What is counted of a record, of everybody who knows something."""
    return [known(record) for known in _known]


def names_around(record) -> list[str]:
    """The names of those around a record, of everybody who knows some."""
    return [name for names in _names for name in names(record)]


def gives_away(words, names) -> str:
    """What in a report would tell who somebody is: a number, or one of these names; '' where nothing does."""
    if found := numbers_in(words):
        return found[0]
    return next((name for name in names if name and name in words), "")
