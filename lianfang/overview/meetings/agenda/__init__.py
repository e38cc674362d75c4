"""What the county's own turns and figures put on an agenda."""
from .moves import moved_items
from .turns import overdue_items, turn_items

__all__ = ["moved_items", "overdue_items", "turn_items"]
