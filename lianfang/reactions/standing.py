"""What a response level's run card stands up elsewhere: meetings run from that day on."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.overview.command import queries as command
from lianfang.overview.meetings import actions as meetings


def series_run(lines):
    """The series of meetings on the card are held from now on."""
    told = {line.record: line for line in lines}
    for one in command.stood_up(told):
        if one.kind == "series":
            line = told[one.pk]
            meetings.start_series(unit=one.response.emergency.unit, series=one.item, by=named(SYSTEM), at=line.at, because=line.id)


STANDING = [Reaction("command.stand_up", series_run, ("meetings.start_series",))]
