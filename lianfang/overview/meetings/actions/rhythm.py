"""A series is held from a day on, and until another: the clock calls its meetings by itself."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from ..models import Rhythm
from ..rules import next_sitting
from .powers import may_lead


@everything()
def start_series(*, unit, series, by, at, because=None) -> Rhythm:
    """From today on; one that runs already stays."""
    may_lead(by, unit, at)
    if next_sitting(series, at) is None:
        raise Refused(_("会议安排表没有写这个系列哪天开。"))
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)
        if running := Rhythm.objects.filter(unit=unit, series=series, until_on=None).first():
            return running
        made = Rhythm(id=uuid7(), unit=unit, series=series, from_on=day_of(at), because=because)
        rows.insert([made])
        _tell(made, "start_series", by, at, because)
    return made


@everything()
def stop_series(*, rhythm, by, at):
    """From today on it is called no more."""
    may_lead(by, rhythm.unit, at)
    if rhythm.until_on:
        raise Refused(_("这个系列已经停了。"))
    rhythm.until_on = day_of(at)
    with transaction.atomic():
        rows.amend([rhythm], "until_on")
        _tell(rhythm, "stop_series", by, at, rhythm.because)


def _tell(rhythm, verb, by, at, because):
    journal.write([line(f"meetings.{verb}", kind="rhythm", record=rhythm.pk, by=by.id, at=at, unit=rhythm.unit_id, because=because,
                        data={"series": rhythm.series})])
