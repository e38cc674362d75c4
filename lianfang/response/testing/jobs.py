"""What the clock starts: every night it is planned who is to be tested."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import plan_tests


def plan_night(*, at):
    """All members, before the day begins."""
    plan_tests(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("testing.plan_night", "02:30", plan_night)
