"""What the clock starts: every night it is planned who is to be tested; who did not come is missed."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import miss, plan_tests


def plan_night(*, at):
    """All members, before the day begins."""
    plan_tests(by=named(SYSTEM), at=at)


def miss_over(*, at):
    """Bookings whose time is over."""
    miss(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("testing.plan_night", "02:30", plan_night)
    job("testing.miss_over", "every 600", miss_over)
