"""What others may ask about tests."""
from .booked import booked, hand_in
from .carried import sampling_points
from .expecting import people_coming
from .load import Day, Load, Size, expected, forecast, load, pool_sizes, prevalence, tubes_of
from .results import Answer, answers, called, cleared, negative_twice
from .swabs import Swab, swabs_since
from .tubes import tubes_now

__all__ = ["Answer", "Day", "Load", "Size", "Swab", "answers", "booked", "called", "cleared", "expected", "forecast", "hand_in",
           "load", "negative_twice", "people_coming", "pool_sizes", "prevalence", "sampling_points", "swabs_since", "tubes_now", "tubes_of"]
