"""Who was at a door, for loops that do not know this one."""
from ..models import ANSWERED, Visit


def was_visited(unit, begin, end) -> bool:
    """Whether somebody was met, or answered, at a door in a closed time."""
    return Visit._base_manager.filter(unit=unit, at__range=(begin, end), outcome__in=ANSWERED).exists()
