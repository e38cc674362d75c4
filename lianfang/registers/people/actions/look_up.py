"""Looking somebody up by a whole number: counted, and written down."""
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.numbers import told_of
from lianfang.ground.workflow import Refused

from ..models import LookUps
from ..queries.search import Found, search

WINDOW = timedelta(hours=1)


def look_up(*, text, reach, entries, by, at) -> Found:
    """Whom a whole number belongs to within a reach; the line tells who asked and how many were found, nothing of the number.

    Raises Refused when the account has looked up as many within the hour as the setting WHOLE_NUMBERS_AN_HOUR allows.
    """
    with transaction.atomic():
        count_look_up(by=by, at=at, most=settings.WHOLE_NUMBERS_AN_HOUR)
        found = search(text, reach, entries=entries)
        led = {person.pk for person in found.people}
        [told] = journal.write([line("people.look_up", kind="account", record=None, by=by.id, at=at, data={
            "found": len(found.people) + len(found.entries), **told_of(led)})])
        journal.touch(told, led)
    return found


def count_look_up(*, by, at, most):
    """One more number asked for by an account. Raises Refused where it has asked for so many within the hour."""
    so_far, _made = LookUps.objects.select_for_update().get_or_create(account=by, defaults={"since": at})
    if at - so_far.since >= WINDOW:
        so_far.since, so_far.count = at, 0
    if so_far.count >= most:
        minutes = -((at - so_far.since - WINDOW) // timedelta(minutes=1))
        says = _("一小时内只能按完整号码查 {most} 次，已经查满。请过 {minutes} 分钟再查，或按姓名、后四位查。")
        raise Refused(says.format(most=most, minutes=minutes))
    so_far.count += 1
    so_far.save()
