"""What must be chased now: what is overdue, by level and place, and how long already."""
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, Min

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import widened
from lianfang.ground.units.fields import Child, Reach

FROM_ABOVE = ("county", "township", "village", "grid")


@dataclass(slots=True)
class Late:
    """Overdue turns of one flow at one level under one unit below (None: at the board's own unit): how many, since when the oldest, and
    when they were urged last."""

    level: str
    flow: str
    child: int | None
    count: int
    oldest: datetime
    urged_at: datetime | None = None


def overdue_groups(unit, at) -> list[Late]:
    """All that is overdue, the highest level first and there the oldest."""
    rows = indicators.records("overdue", widened(Reach(unit.path)), at).annotate(child=Child(F("unit__path"), unit.path))
    rows = rows.values("level", "flow", "child").annotate(n=Count("pk"), oldest=Min("due"), urged=Max("urged_at")).order_by()
    found = [
        Late(row["level"], row["flow"], int(row["child"]) if row["child"] else None, row["n"], row["oldest"], row["urged"]) for row in rows
    ]
    return sorted(found, key=lambda late: (FROM_ABOVE.index(late.level), late.oldest))


def oldest_by_level(groups) -> dict[str, datetime]:
    """Since when the oldest at each level is overdue."""
    return {level: min(late.oldest for late in groups if late.level == level) for level in {late.level for late in groups}}
