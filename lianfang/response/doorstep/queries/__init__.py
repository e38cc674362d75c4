"""What others may ask of door-to-door screening."""
from .calling import was_visited
from .coverage import Line, coverage, of_unit, unanswered
from .found import found_facts

__all__ = ["Line", "coverage", "found_facts", "of_unit", "unanswered", "was_visited"]
