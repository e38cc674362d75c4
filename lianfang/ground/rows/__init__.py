"""Adding, changing and reading rows on hot paths: the one place where the house speaks to the database in plain words."""
from .asking import asking
from .reading import among, listed, read, weigh
from .shapes import Written, fresh
from .writing import Packed, Stale, amend, before_adding, fill, insert, load, one_at_a_time

__all__ = ["Packed", "Stale", "Written", "amend", "among", "asking", "before_adding", "fill", "fresh", "insert", "listed",
           "load", "one_at_a_time", "read", "weigh"]
