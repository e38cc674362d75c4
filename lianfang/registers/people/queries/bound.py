"""Who may not leave where he is: each loop that binds people says so; asked at gates and doors, by whoever must not ask that loop."""
from collections.abc import Callable, Iterable
from uuid import UUID

_says: dict[str, Callable] = {}


def add(code: str, among: Callable) -> None:
    """`among(person ids)` gives those of them that a loop binds now."""
    _says[code] = among


def bound(people: Iterable[UUID]) -> set[UUID]:
    """Those of these persons that some loop binds now."""
    asked = set(people)
    return {one for among in _says.values() for one in among(asked)} if asked else set()
