"""Sampling points, and the hours at which so many can come."""
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused

from ..models import Point, Slot
from .booking import promote

MOST = 2_000


@everything()
def open_point(*, unit, title, place, by, at, because=None) -> Point:
    """A point where samples are taken."""
    made = Point(unit=unit, title=title.strip(), place=place.strip())
    if not made.title or not made.place:
        raise Refused(_("请写明采样点的名称和地点。"))
    return _told(made, "testing.open_point", by, at, because)


@everything()
def close_point(*, point, by, at, because=None) -> Point:
    """Nobody can book there any more; who has a place keeps it."""
    point.closed_at = at
    with transaction.atomic():
        rows.amend([point], "closed_at")
        journal.write([line_of(point, "testing.close_point", kind="point", by=by, at=at, because=because)])
    return point


def _told(made, verb, by, at, because):
    with transaction.atomic():
        told = line_of(made, verb, kind="point", by=by, at=at, because=because)
        made.because = told.id
        rows.insert([made])
        journal.write([told])
    return made


@everything()
def open_slots(*, point, first: date, last: date, begin: str, end: str, minutes: int, quota: int, by, at, because=None) -> list[Slot]:
    """Lay out the hours of a point: from the first day to the last, from `begin` to `end` ("08:00"), so many minutes and people each.

    What is laid out already stays as it is. Raises Refused for hours that are none, or more than anybody can mean.
    """
    wanted = _times(first, last, begin, end, timedelta(minutes=minutes))
    there = set(Slot.objects.filter(point=point, from_at__in=[start for start, _end in wanted]).values_list("from_at", flat=True))
    made = [Slot(point=point, from_at=start, until_at=over, quota=quota) for start, over in wanted if start not in there and over > at]
    with transaction.atomic():
        rows.insert(made)
        journal.write([line_of(point, "testing.open_slots", kind="point", by=by, at=at, because=because,
                               data={"slots": len(made), "quota": quota})])
    return made


def _times(first, last, begin, end, step) -> list[tuple[datetime, datetime]]:
    if not step or last < first or begin >= end:
        raise Refused(_("时段不对：结束要晚于开始，每个时段至少一分钟。"))
    found = []
    for n in range((last - first).days + 1):
        start, over = moment(first + timedelta(days=n), begin), moment(first + timedelta(days=n), end)
        while start + step <= over:
            found.append((start, start + step))
            start += step
            if len(found) > MOST:
                raise Refused(_("一次最多排 {most} 个时段，请分几次排。").format(most=MOST))
    return found


@everything()
def set_quota(*, slot, quota, by, at, because=None) -> Slot:
    """How many can come at a time; who waits moves up. Raises Refused for fewer than have a place."""
    with transaction.atomic():
        slot = Slot.objects.select_for_update(of=("self",)).select_related("point").get(pk=slot.pk)
        if quota < slot.taken:
            raise Refused(_("已经约出 {taken} 个，不能少于这个数。").format(taken=slot.taken))
        slot.quota = quota
        rows.amend([slot], "quota")
        [told] = journal.write([line_of(slot.point, "testing.set_quota", kind="point", by=by, at=at, because=because,
                                        data={"slot": str(slot.pk), "quota": quota})])
        promote(slot, by=by, at=at, because=told.id)
    return slot
