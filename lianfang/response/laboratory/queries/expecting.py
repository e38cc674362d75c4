"""Who else knows of tests to come: loops this one must not ask hand in how many people they expect, by reason and day."""
from collections import Counter, defaultdict
from collections.abc import Callable

_told: dict[str, Callable] = {}


def add(reason: str, people: Callable) -> None:
    """`people(day, days)` gives {day: how many people} who will be sampled for that reason on each of so many days."""
    _told[reason] = people


def people_coming(on, days) -> dict:
    """{day: {reason: people}} of all that was handed in."""
    found: dict = defaultdict(Counter)
    for reason, people in _told.items():
        for day, count in people(on, days).items():
            found[day][reason] += count
    return found
