"""What others may ask about tests."""
from .expecting import people_coming
from .load import Day, Load, Size, expected, forecast, load, pool_sizes, prevalence, tubes_of
from .results import Answer, answers, called, cleared, negative_twice
from .swabs import Swab, swabs_since
from .tubes import tubes_now

__all__ = ["Answer", "Day", "Load", "Size", "Swab", "answers", "called", "cleared", "expected", "forecast", "load", "negative_twice",
           "people_coming", "pool_sizes", "prevalence", "swabs_since", "tubes_now", "tubes_of"]
