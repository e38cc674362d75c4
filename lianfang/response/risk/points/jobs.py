"""What the clock starts: the weekly assessment is asked when its hour has come."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import ask_due


def ask_week(*, at):
    """Of every level whose hour it is."""
    ask_due(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("riskpoints.ask_week", "every 900", ask_week)
