"""Which indicators there are, their values, their records, and their values for every unit below one in few queries."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import get_language

from ..accounts.scope import seen, sees, widened, within
from ..units.fields import Child, Reach
from ..units.models import Unit

INDICATORS: dict[str, "Indicator"] = {}


@dataclass(frozen=True)
class Indicator:
    """A figure: `where(at)` is the condition of the records of `model` behind it, as known at that moment.

    `label` and `definition` are {"zh", "en"}; `place` is the lookup of a record's unit path; `page` the list that opens.
    `among(at)` is what all records of several figures have in common and an index finds: figures that share it are counted in one query.
    `stood(at)` names the unit of every record that has been moved since, {record: unit}: it counts where it stood then.
    `parts` are the ways in which its records are told apart by other figures: of each way the codes, no record in two of them.
    `below(unit, at)` counts all figures that share it for each child at once, {child: {code: n}}, faster than their queries would and to
    the same numbers.
    """

    code: str
    label: dict
    definition: dict
    model: Any
    where: Callable[..., Q]
    page: str
    place: str = "unit__path"
    among: Callable[..., Q] | None = None
    stood: Callable[..., dict] | None = None
    parts: tuple[tuple[str, ...], ...] = ()
    below: Callable[..., dict] | None = None

    def __str__(self):
        return _spoken(self.label)

    @property
    def meaning(self) -> str:
        """What is counted, in the language of this request."""
        return _spoken(self.definition)


def _spoken(label):
    return label["en"] if (get_language() or "").startswith("en") else label["zh"]


def register(*indicators):
    """Make indicators known. Raises ValueError for a code that another one has: a figure never stands for two things."""
    for one in indicators:
        if INDICATORS.setdefault(one.code, one) is not one:
            raise ValueError(f"two indicators are called {one.code}")


def records(code, reach, at, own=""):
    """The records behind a figure, within a reach, as known at a moment; with `own`, a unit's path, only those that hang on that unit."""
    one = INDICATORS[code]
    rows = one.model.objects.filter(**{one.place: own}) if own else one.model.objects.all()
    moved = _moved(one, at, {})
    then = [pk for pk in _there(moved, reach) if own in ("", moved[pk])]
    return _among(_placed(within(rows, reach, one.place), one, moved, then), one, at).filter(one.where(at))


def value(code, reach, at) -> int:
    """How many records are behind a figure."""
    return values([code], reach, at)[code]


def values(codes, reach, at) -> dict[str, int]:
    """Several figures within a reach; one query for each kind of record."""
    found, known = {}, {}
    for one, some in _together(codes):
        moved = _moved(one, at, known)
        rows = _placed(seen(one.model, reach, one.place), one, moved, _there(moved, reach))
        counted = _among(rows, one, at).aggregate(**_counts(some, at))
        found |= {code: counted[f"n_{code}"] for code in some}
    return found


def by_child(codes, unit, at) -> dict[int, dict[str, int]]:
    """Several figures for each child of a unit, by the child's id (0: the unit itself); one query for each kind of record, and one more
    where some have been moved since."""
    found, known = defaultdict(lambda: dict.fromkeys(codes, 0)), {}
    reach = widened(Reach(unit.path))
    for one, some in _together(codes):
        if one.below:
            for child, counted in one.below(unit, at).items():
                found[child].update((code, counted[code]) for code in some)
            continue
        counts, moved = _counts(some, at), _moved(one, at, known)
        rows = _among(_placed(seen(one.model, reach, one.place), one, moved), one, at)
        grouped = rows.annotate(child=Child(F(one.place), unit.path)).values("child").annotate(**counts).order_by()
        then = _among(_at(one, _there(moved, reach)), one, at).values("pk").annotate(**counts).order_by() if moved else ()
        children = [(row["child"], row) for row in grouped]
        children += [(moved[row["pk"]].removeprefix(unit.path).partition("/")[0], row) for row in then]
        for child, row in children:
            for code in some:
                found[int(child or 0)][code] += row[f"n_{code}"]
    return found


def _together(codes):
    """One indicator, and all the codes that are counted among the same records."""
    groups = defaultdict(list)
    for code in codes:
        one = INDICATORS[code]
        groups[one.model, one.place, one.among].append(code)
    return [(INDICATORS[some[0]], some) for some in groups.values()]


def _moved(one, at, known) -> dict:
    """The path at which each record that has been moved since stood then; `known` keeps the answer for figures that ask the same."""
    if one.stood is None:
        return {}
    if one.stood not in known:
        units = one.stood(at)
        paths = dict(Unit.objects.filter(pk__in=set(units.values())).values_list("pk", "path")) if units else {}
        known[one.stood] = {record: paths[unit] for record, unit in units.items()}
    return known[one.stood]


def _there(moved, reach) -> list:
    """Those of the moved that stood within a reach then, as far as whoever asks sees it."""
    wanted = Reach(reach) if isinstance(reach, str) else reach
    return [record for record, path in moved.items() if wanted.covers(path) and sees(path)]


def _placed(rows, one, moved, then=()):
    """Rows that stand within a reach, but of those moved since only the ones that stood there then."""
    if not moved:
        return rows
    rows = rows.exclude(pk__in=list(moved))
    return rows | _at(one, then) if then else rows


def _at(one, pks):
    return one.model._base_manager.filter(pk__in=pks)


def _among(rows, one, at):
    return rows.filter(one.among(at)) if one.among else rows


def _counts(codes, at):
    return {f"n_{code}": Count("pk", filter=INDICATORS[code].where(at)) for code in codes}
