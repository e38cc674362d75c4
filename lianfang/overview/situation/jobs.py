"""What the clock starts: the figures are frozen at each cut-off."""
from datetime import timedelta

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job
from lianfang.ground.days import day_of
from lianfang.ground.units.models import Unit

from . import cutoffs
from .actions import freeze

LATE = timedelta(hours=12)


def freeze_due(*, at):
    """Freeze the last cut-off of every county that has a duty officer; one that passed long ago is made by hand."""
    [cut] = cutoffs.latest(at, 1)
    if at - cut.at > LATE:
        return
    on_duty = Assignment.objects.in_force(day_of(at)).filter(role="duty_officer", unit__parent=None).values("unit_id")
    for county in Unit.objects.filter(pk__in=on_duty):
        freeze(unit=county, cut_off_at=cut.at, by=named(SYSTEM), at=at)


def register():
    """The schedule: looked at each minute, since a county may move its hours."""
    job("situation.freeze", "every 60", freeze_due)
