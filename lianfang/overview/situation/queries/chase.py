"""What must be chased now: what is overdue, by level and place, and how long already."""
from datetime import datetime

from lianfang.ground.indicators.tallies import Late, late_below

FROM_ABOVE = ("county", "township", "village", "grid")


def overdue_groups(unit, at) -> list[Late]:
    """All that is overdue, the highest level first and there the oldest."""
    return sorted(late_below(unit, at), key=lambda late: (FROM_ABOVE.index(late.level), late.oldest))


def oldest_by_level(groups) -> dict[str, datetime]:
    """Since when the oldest at each level is overdue."""
    return {level: min(late.oldest for late in groups if late.level == level) for level in {late.level for late in groups}}
