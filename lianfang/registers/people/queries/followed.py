"""Whether somebody was seen on the days he should be: the loops that see people say so; asked by whoever must not ask them."""
from collections.abc import Callable

from django.db.models import Exists, Q

_seen: dict[str, Callable] = {}
_left: dict[str, Callable] = {}


def add(code: str, seen: Callable, left: Callable) -> None:
    """`seen(person, at)`: what a loop wrote down of a person on the day of a moment, by then; `left(person, since, at)`: what shows that
    on a day from `since` on, over by then, somebody should have seen him and nobody did. Both are querysets; persons and days may be those
    of an outer query."""
    _seen[code], _left[code] = seen, left


def seen_today(person, at) -> Q:
    """Somebody saw this person on the day of a moment, by then."""
    return _any(Exists(seen(person, at)) for seen in _seen.values())


def left_out(person, since, at) -> Q:
    """On some day from a day on nobody saw this person, who should have been."""
    return _any(Exists(left(person, since, at)) for left in _left.values())


def _any(conditions) -> Q:
    found = Q(pk__in=())
    for condition in conditions:
        found |= Q(condition)
    return found
