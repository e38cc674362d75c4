"""What the clock starts: the daily sweep."""
from ..accounts.queries import SYSTEM, named
from ..clock import job
from .actions import sweep


def sweep_daily(*, at):
    """In the name of the system."""
    sweep(by=named(SYSTEM), at=at)


def register():
    """At night, after the files nobody came back for."""
    job("retention.sweep", "03:50", sweep_daily)
