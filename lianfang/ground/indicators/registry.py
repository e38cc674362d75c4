"""Which indicators there are, their values, their records, and their values for every unit below one in few queries."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import get_language

from ..accounts.scope import seen, widened, within
from ..units.fields import Child, Reach

INDICATORS: dict[str, "Indicator"] = {}


@dataclass(frozen=True)
class Indicator:
    """A figure: `where(at)` is the condition of the records of `model` behind it, as known at that moment.

    `label` and `definition` are {"zh", "en"}; `place` is the lookup of a record's unit path; `page` the list that opens.
    `among(at)` is what all records of several figures have in common and an index finds: figures that share it are counted in one query.
    """

    code: str
    label: dict
    definition: dict
    model: Any
    where: Callable[..., Q]
    page: str
    place: str = "unit__path"
    among: Callable[..., Q] | None = None

    def __str__(self):
        return _spoken(self.label)

    @property
    def meaning(self) -> str:
        """What is counted, in the language of this request."""
        return _spoken(self.definition)


def _spoken(label):
    return label["en"] if (get_language() or "").startswith("en") else label["zh"]


def register(*indicators):
    """Make indicators known."""
    for one in indicators:
        INDICATORS[one.code] = one


def records(code, reach, at):
    """The records behind a figure, within a reach, as known at a moment."""
    one = INDICATORS[code]
    return _among(within(one.model.objects.all(), reach, one.place), one, at).filter(one.where(at))


def value(code, reach, at) -> int:
    """How many records are behind a figure."""
    one = INDICATORS[code]
    return _counted(one, at, reach).filter(one.where(at)).count()


def values(codes, reach, at) -> dict[str, int]:
    """Several figures within a reach; one query for each kind of record."""
    found = {}
    for one, some in _together(codes):
        counted = _counted(one, at, reach).aggregate(**_counts(some, at))
        found |= {code: counted[f"n_{code}"] for code in some}
    return found


def by_child(codes, unit, at) -> dict[int, dict[str, int]]:
    """Several figures for each child of a unit, by the child's id (0: the unit itself); one query for each kind of record."""
    found = defaultdict(lambda: dict.fromkeys(codes, 0))
    reach = widened(Reach(unit.path))
    for one, some in _together(codes):
        grouped = _counted(one, at, reach).annotate(child=Child(F(one.place), unit.path)).values("child")
        for row in grouped.annotate(**_counts(some, at)).order_by():
            for code in some:
                found[int(row["child"] or 0)][code] = row[f"n_{code}"]
    return found


def _together(codes):
    """One indicator, and all the codes that are counted among the same records."""
    groups = defaultdict(list)
    for code in codes:
        one = INDICATORS[code]
        groups[one.model, one.place, one.among].append(code)
    return [(INDICATORS[some[0]], some) for some in groups.values()]


def _counted(one, at, reach):
    """What is counted: the scope's rows within a reach."""
    return _among(seen(one.model, reach, one.place), one, at)


def _among(rows, one, at):
    return rows.filter(one.among(at)) if one.among else rows


def _counts(codes, at):
    return {f"n_{code}": Count("pk", filter=INDICATORS[code].where(at)) for code in codes}
