"""What the clock starts: protections whose days are over wait for a decision."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import lapse


def lapse_daily(*, at):
    """In the name of the system."""
    lapse(by=named(SYSTEM), at=at)


def register():
    """At the first hour of a day."""
    job("discretion.lapse", "00:20", lapse_daily)
