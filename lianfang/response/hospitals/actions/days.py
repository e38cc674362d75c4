"""A day begins for the hospitals: the week's report is opened, the day's reminder told, yesterday's closed; a hospital passes it on."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..clocks import due_of
from ..models import Hospital, Reminder, Week


@everything()
def begin_day(*, by, at, hospitals=None, because=None):
    """Open this week's report and today's reminder of each hospital that stands (or of these), and close reminders of days before that
    nobody confirmed. A second call on a day does nothing."""
    on = day_of(at)
    standing = hospitals if hospitals is not None else list(Hospital.objects.in_force(on))
    missed = list(Reminder.objects.filter(state="told", on__lt=on))
    try:
        with transaction.atomic():
            for one in missed:
                one.closed_at = at
            if missed:
                advance(missed, "lapse", flow="infection_reminder", by=by, at=at, because=because, also=("closed_at",))
            _open(standing, on, by, at, because)
    except IntegrityError:
        return  # somebody else began the same day at the same moment


def _open(standing, on, by, at, because):
    monday = on - timedelta(days=on.weekday())
    known = set(Week.objects.filter(hospital__in=standing, monday=monday).values_list("hospital", flat=True))
    told = set(Reminder.objects.filter(hospital__in=standing, on=on).values_list("hospital", flat=True))
    weeks = [Week(hospital=one, unit_id=one.unit_id, monday=monday, due_at=due_of("fill", monday), because=because)
             for one in standing if one.pk not in known]
    reminders = [Reminder(hospital=one, unit_id=one.unit_id, on=on, because=because) for one in standing if one.pk not in told]
    for made, flow, step in ((weeks, "infection_week", "open_week"), (reminders, "infection_reminder", "remind")):
        if made:
            rows.insert(made)
            advance(made, step, flow=flow, by=by, at=at, because=because)
            open_turns(flow, made, at=at)


def pass_on(*, reminder, by, at):
    """Today's reminder has been passed on to the wards."""
    if reminder.on != day_of(at):
        raise Refused(_("这不是今天的提醒。"))
    reminder.closed_at = at
    return advance([reminder], "pass_on", flow="infection_reminder", by=by, at=at, also=("closed_at",))
