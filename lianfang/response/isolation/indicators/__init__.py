"""What is counted of orders, checks, alarms and turns, now or at any past moment; each figure is the query of its records."""

from .checks import CHECKS
from .managed import MANAGED
from .waiting import WAITING

ALL = [*MANAGED, *CHECKS, *WAITING]
