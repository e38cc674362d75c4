"""What the clock starts: facts are frozen at each cut-off, and the meetings of a running series are called on them."""
from datetime import timedelta

from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job
from lianfang.ground.days import day_of

from .actions import call, freeze
from .models import Rhythm
from .rules import series_rule, sits_at


def freeze_due(*, at):
    """The last cut-off of every county that has a duty officer."""
    for county, edition, cut_off_at in indicators.to_freeze(at):
        freeze(unit=county, cut_off_at=cut_off_at, edition=edition, by=named(SYSTEM), at=at)


def call_due(*, at):
    """Meetings that sit today, once their cut-off has come and until their time would be over."""
    on = day_of(at)
    for rhythm in Rhythm.objects.filter(until_on=None, from_on__lte=on).select_related("unit"):
        begins_at = sits_at(rhythm.series, on)
        if begins_at is None:
            continue
        cut = indicators.cut_off(begins_at)
        over = begins_at + timedelta(minutes=series_rule(rhythm.series, on)["lasts"])
        if cut is None or not cut[1] <= at < over:
            continue
        call(unit=rhythm.unit, series=rhythm.series, begins_at=begins_at, by=named(SYSTEM), at=at, because=rhythm.because)


def register():
    """The schedule: looked at each minute, since a county may move its hours."""
    job("meetings.freeze", "every 60", freeze_due)
    job("meetings.call", "every 60", call_due)
