"""Which indicators there are, their values, their records, and their values for every unit below one in few queries."""
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.utils.translation import get_language

from ..units.fields import Child

INDICATORS: dict[str, "Indicator"] = {}


@dataclass(frozen=True)
class Indicator:
    """A figure: `where(at)` is the condition of the records of `model` behind it, as known at that moment.

    `label` and `definition` are {"zh", "en"}; `place` is the lookup of a record's unit path; `page` the address name of the list that opens.
    """

    code: str
    label: dict
    definition: dict
    model: type
    where: Callable[..., Q]
    page: str
    place: str = "unit__path"

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
    return one.model.objects.filter(one.where(at), **{f"{one.place}__under": reach})


def value(code, reach, at) -> int:
    """How many records are behind a figure."""
    return records(code, reach, at).count()


def values(codes, reach, at) -> dict[str, int]:
    """Several figures within a reach; one query for each kind of record."""
    found = {}
    for (model, place), some in _by_model(codes).items():
        counted = model.objects.filter(**{f"{place}__under": reach}).aggregate(**_counts(some, at))
        found |= {code: counted[f"n_{code}"] for code in some}
    return found


def by_child(codes, unit, at) -> dict[int, dict[str, int]]:
    """Several figures for each child of a unit, by the child's id (0: records that hang on the unit itself); one query for each kind of record."""
    found = defaultdict(lambda: dict.fromkeys(codes, 0))
    for (model, place), some in _by_model(codes).items():
        grouped = model.objects.filter(**{f"{place}__under": unit.path}).annotate(child=Child(F(place), unit.path)).values("child")
        for row in grouped.annotate(**_counts(some, at)).order_by():
            for code in some:
                found[int(row["child"] or 0)][code] = row[f"n_{code}"]
    return found


def _by_model(codes):
    groups = defaultdict(list)
    for code in codes:
        groups[INDICATORS[code].model, INDICATORS[code].place].append(code)
    return groups


def _counts(codes, at):
    return {f"n_{code}": Count("pk", filter=INDICATORS[code].where(at)) for code in codes}
