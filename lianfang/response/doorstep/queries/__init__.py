"""What others may ask of door-to-door screening."""
from .coverage import Line, coverage, of_unit, unanswered
from .found import FoundFacts, found_facts

__all__ = ["FoundFacts", "Line", "coverage", "found_facts", "of_unit", "unanswered"]
