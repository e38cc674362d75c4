"""Which indicators there are, their values, and their records."""
from collections.abc import Callable
from dataclasses import dataclass

INDICATORS: dict[str, "Indicator"] = {}


@dataclass(frozen=True)
class Indicator:
    """A figure: `found(at)` is the scoped query of the records behind it as known at that moment.

    `place` is the lookup of a record's unit path; `page` names the list that opens; `whole` is the indicator it is a share of, if any.
    """

    code: str
    label: str
    definition: str
    found: Callable
    place: str = "unit__path"
    page: str = "orders"
    whole: str | None = None
    part_of: str | None = None


def register(*indicators):
    """Make indicators known."""
    for one in indicators:
        INDICATORS[one.code] = one


def records(code, reach, at):
    """The records behind a figure, within a reach, as known at a moment."""
    one = INDICATORS[code]
    return one.found(at).filter(**{f"{one.place}__under": reach})


def value(code, reach, at) -> int:
    """How many records are behind a figure."""
    return records(code, reach, at).count()
