"""Whether the way somebody goes is shut: the loop that orders it says so; gates ask, and phones carry what they need to know it alone."""
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Way:
    """A way through some places, by the paths of their units: what for, and the plate of the vehicle ('' on foot)."""

    paths: tuple[str, ...]
    purpose: str = "unknown"
    plate: str = ""


@dataclass(frozen=True, slots=True)
class Shut:
    """What shuts it: the order's number, which place, until when (None: until it is lifted)."""

    number: str
    place: str
    until: datetime | None


_ways: dict[str, Callable] = {}
_carried: dict[str, Callable] = {}


def add(code: str, ways: Callable, carried: Callable) -> None:
    """`ways(ways, moment)` gives for each way what shuts it, or None; `carried(paths, moment)` what a phone must know, as JSON."""
    _ways[code], _carried[code] = ways, carried


def shut_ways(ways: Iterable[Way], at: datetime) -> list[Shut | None]:
    """For each way, in their order, what shuts it at a moment; None where it is open."""
    asked = list(ways)
    found: list[Shut | None] = [None] * len(asked)
    for told in _ways.values():
        found = [one or other for one, other in zip(found, told(asked, at), strict=True)]
    return found


def shut_carried(paths: Iterable[str], at: datetime) -> list[dict]:
    """What is shut in the counties of these paths, for a phone without a signal."""
    wanted = list(paths)
    return [row for told in _carried.values() for row in told(wanted, at)]
