"""Whole names taken out on a phone: for a reason, and each whose name it is can see that."""
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.numbers import told_of
from lianfang.ground.workflow import Refused

from ..queries.reasons import CARRY, minutes_for


def carry_names(*, people, reason, since, unit, by, at, because=None) -> UUID:
    """Write down that the whole names of these people go onto a phone with a unit, and why; returns the line's id.

    `since`: when the reason was given; `because`: the line of that time, for whoever comes again with it. Raises Refused when the day's
    list of reasons does not name this one, or its minutes are over.
    """
    minutes = minutes_for(CARRY, reason, day_of(since))
    if minutes is None:
        raise Refused(_("理由表里没有这一条，不能看。"))
    if at >= since + timedelta(minutes=minutes):
        raise Refused(_("上次说的理由已经过了时间，请再选一次。"))
    found = {person.pk for person in people}
    with transaction.atomic():
        [told] = journal.write([line("people.carry", kind="unit", record=None, by=by.id, at=at, unit=unit.pk, because=because, data={
            "reason": reason, **told_of(found)})])
        journal.touch(told, found)
    return told.id
