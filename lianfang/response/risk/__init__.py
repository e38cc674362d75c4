"""Risk levels of places, and the rings round a case."""
