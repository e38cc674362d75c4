"""What the clock starts: the figures are frozen at each cut-off."""
from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import freeze


def freeze_due(*, at):
    """Freeze the last cut-off of every county that has a duty officer; one that passed long ago is made by hand."""
    for county, _edition, cut_off_at in indicators.to_freeze(at):
        freeze(unit=county, cut_off_at=cut_off_at, by=named(SYSTEM), at=at)


def register():
    """The schedule: looked at each minute, since a county may move its hours."""
    job("situation.freeze", "every 60", freeze_due)
