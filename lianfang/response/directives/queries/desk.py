"""The desk: who is on duty there, today's calls, what a shift left open."""
from uuid import UUID

from lianfang.ground.days import day_start

from ..models import Call, Shift, Task
from .tasks import shown


def shift_at(unit) -> Shift | None:
    """The shift that is on at a unit, or waits to be taken over."""
    return Shift.objects.filter(unit=unit, closed_at=None).select_related("begun_by", "unit").first()


def calls_of(desk, on):
    """The calls a desk took on a day, the newest on top."""
    rows = Call.objects.filter(desk=desk, taken_at__gte=day_start(on)).select_related("unit", "task__unit", "task__account", "taken_by")
    return rows.order_by("-taken_at", "-pk")


def shifts_of(unit, most=20):
    """The last shifts at a unit."""
    return Shift.objects.filter(unit=unit).select_related("begun_by", "taken_by").order_by("-begun_at")[:most]


def left_by(shift) -> list[Task]:
    """What a shift left open, calls first, the same thing given to several together, as it stands now."""
    rows = shown().filter(pk__in=[UUID(pk) for pk in shift.left])
    return sorted(rows, key=lambda one: (one.source != "call", one.due_at, one.words))
