"""What the clock starts: levels are put to the table anew, since days without a case pass."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import assess_all


def assess_levels(*, at):
    """Last night's."""
    assess_all(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("risk.assess_levels", "00:20", assess_levels)
