"""What a report says of a case: counts and days alone, asked of whoever knows them (`hand_in`, filled in `reactions/outward.py`)."""
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

_known: list[Callable[[UUID], dict[str, Any]]] = []
NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")


def hand_in(known: Callable) -> None:
    """`known(case id)` gives what is counted of a case: disease, class, onset, township, contacts found and watched."""
    _known.append(known)


def counted_of(record) -> list[dict]:
    """What is counted of a record, of everybody who knows something."""
    return [known(record) for known in _known]


def gives_away(words, names) -> str:
    """What in a report would tell who somebody is: a number, or one of these names; '' where nothing does."""
    if found := NUMBER.search(words):
        return found[0][:4] + "…"
    return next((name for name in names if name and name in words), "")
