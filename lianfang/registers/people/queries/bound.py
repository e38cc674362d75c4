"""Who may not leave where he is, and who of them has leave: the loops say so; asked at gates and doors, by whoever must not ask them."""
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

_says: dict[str, Callable] = {}
_lets: dict[str, Callable] = {}


def add(code: str, among: Callable) -> None:
    """`among(person ids)` gives those of them that a loop binds now."""
    _says[code] = among


def let(code: str, among: Callable) -> None:
    """`among(person ids, moment)` gives those of them whom a loop lets out at that moment."""
    _lets[code] = among


def on_leave(people: Iterable[UUID], at: datetime) -> set[UUID]:
    """Those of these persons whom some loop lets out at a moment."""
    asked = set(people)
    return {one for among in _lets.values() for one in among(asked, at)} if asked else set()


def bound(people: Iterable[UUID]) -> set[UUID]:
    """Those of these persons that some loop binds now."""
    asked = set(people)
    return {one for among in _says.values() for one in among(asked)} if asked else set()
