"""What the clock starts: the rounds of the day."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job
from lianfang.ground.days import day_of

from .actions import plan_rounds


def plan_today(*, at):
    """Today's, and those of yesterday that nobody did are missed."""
    plan_rounds(on=day_of(at), by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop; a site that filled since midnight gets its rounds within the hour."""
    job("sites.plan_today", "00:10", plan_today)
    job("sites.plan_rounds", "every 3600", plan_today)
