"""What others may have done about risk points, one matter a file."""
from .assessing import ask_due, ask_week, assess
from .entering import NewPoint, enter_points, take_points
from .measures import Ordered, order_measures
from .rating import close_point, raise_points, rate_point

__all__ = ["NewPoint", "Ordered", "ask_due", "ask_week", "assess", "close_point", "enter_points", "order_measures", "raise_points",
           "rate_point", "take_points"]
