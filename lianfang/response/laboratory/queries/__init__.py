"""What others may ask about tests."""
from .load import Day, Load, Size, expected, forecast, load, pool_sizes, prevalence
from .results import Answer, answers, called, negative_twice

__all__ = ["Answer", "Day", "Load", "Size", "answers", "called", "expected", "forecast", "load", "negative_twice", "pool_sizes",
           "prevalence"]
