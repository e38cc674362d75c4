"""What the clock starts: campaigns go on laying out their doors, and take in doors built since."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.clock import job

from .actions import lay
from .queries.campaigns import running


def lay_on(*, at):
    """Campaigns whose doors are not all in."""
    _lay(running().filter(laid_at=None), at)


def lay_anew(*, at):
    """All campaigns: doors built since."""
    _lay(running(), at)


def _lay(campaigns, at):
    with everything():
        for campaign in list(campaigns):
            lay(campaign=campaign, by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("doorstep.lay_on", "every 60", lay_on)
    job("doorstep.lay_anew", "03:00", lay_anew)
