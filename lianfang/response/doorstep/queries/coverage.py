"""Coverage by household: how the doors of a campaign have answered, for any unit and each below it; and which have not."""
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, Sum

from lianfang.ground.accounts.scope import seen
from lianfang.ground.units.fields import Child
from lianfang.ground.units.models import Unit

from ..models import ANSWERED, OUTCOMES, Household, Share

COLUMNS = ("doors", "heads", *OUTCOMES)
OPEN = ("", "nobody_home")


@dataclass(slots=True)
class Line:
    """A unit's doors by answer."""

    unit: Unit | None
    counts: dict = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))

    def __getattr__(self, name):
        try:
            return self.counts[name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def answered(self) -> int:
        """Doors with an answer."""
        return sum(self.counts[code] for code in ANSWERED)

    @property
    def open(self) -> int:
        """Doors without one."""
        return self.doors - self.answered

    @property
    def untried(self) -> int:
        """Doors at which nobody has been."""
        return self.open - self.nobody_home

    @property
    def name(self) -> str:
        """The unit's name; what hangs on the unit itself has none."""
        return self.unit.name if self.unit else ""


def of_unit(campaign, unit) -> Line:
    """The doors of a campaign at or below a unit, within the scope."""
    rows, sums = _rows(campaign, unit)
    found = rows.aggregate(**sums)
    return Line(unit, {name: found[f"n_{name}"] or 0 for name in COLUMNS})


def coverage(campaign, unit) -> list[Line]:
    """The same for each unit directly below, in the order of the tree; what hangs on the unit itself comes last, without a unit."""
    rows, sums = _rows(campaign, unit)
    grouped = rows.annotate(child=Child(F("unit__path"), unit.path)).values("child").annotate(**sums).order_by()
    counts = {int(row["child"] or 0): {name: row[f"n_{name}"] or 0 for name in COLUMNS} for row in grouped}
    below = Unit.objects.filter(pk__in=counts.keys() - {0}).order_by("path")
    return [Line(child, counts[child.pk]) for child in below] + ([Line(None, counts[0])] if 0 in counts else [])


def _is_wide(campaign, unit) -> bool:
    """Whether a unit lies above all shares; else its households themselves are counted, at most a village's."""
    return not Share._base_manager.filter(campaign=campaign, unit__in=unit.ancestor_ids).exists()


def _rows(campaign, unit):
    """What is counted, and how."""
    if _is_wide(campaign, unit):
        return seen(Share, unit.path).filter(campaign=campaign), {f"n_{name}": Sum(name) for name in COLUMNS}
    by_outcome = {f"n_{code}": Count("pk", filter=Q(outcome=code)) for code in OUTCOMES}
    return seen(Household, unit.path).filter(campaign=campaign), {"n_doors": Count("pk"), "n_heads": Sum("head_count"), **by_outcome}


def unanswered(campaign, reach):
    """Doors of a campaign within a reach that have not answered, in the order one walks (S0-35)."""
    return Household.objects.filter(campaign=campaign, outcome__in=OPEN, unit__path__under=reach).select_related("unit")
