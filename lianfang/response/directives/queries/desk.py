"""The desk: who is on duty there, the calls, what a shift left open, and what else waits for whoever sits there."""
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q
from django.urls import reverse

from lianfang.ground.accounts.roles import LEADERS
from lianfang.ground.days import day_start
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn

from ..models import OPEN, Call, Shift, Task
from .tasks import shown

OWN = ("task", "desk_shift")  # what the desk lists itself


@dataclass
class Waiting:
    """So many turns of one flow in one state that wait for a desk, the earliest term; the page of one alone, else the flow's open ones."""

    flow: str
    state: str
    n: int
    due: datetime
    url: str


def waiting_at(unit, at) -> list[Waiting]:
    """What waits for whoever sits at a unit's desk besides the things given and the calls, what is due first on top."""
    found = Turn.objects.open().filter(opened_at__lte=at, account=None, role=LEADERS[unit.level], owner_unit=unit).exclude(flow__in=OWN)
    kinds = found.values_list("flow", "state").annotate(n=Count("pk"), due=Min("due")).order_by("due", "flow")
    return [_waiting(found, *kind) for kind in kinds]


def _waiting(found, flow, state, n, due) -> Waiting:
    alone = found.filter(flow=flow, state=state).first() if n == 1 else None
    url = FLOWS[flow].page_of(state, alone.record) if alone else ""
    return Waiting(str(FLOWS[flow]), str(FLOWS[flow].states[state]), n, due, url or f"{reverse('home:turns')}?flow={flow}")


def shift_at(unit) -> Shift | None:
    """The shift that is on at a unit, or waits to be taken over."""
    return Shift.objects.filter(unit=unit, closed_at=None).select_related("begun_by", "unit").first()


def calls_of(desk, on):
    """The calls a desk took on a day, and those of before that are still open, the newest on top."""
    since = Q(taken_at__gte=day_start(on)) | Q(task__state__in=OPEN)
    rows = Call.objects.filter(since, desk=desk).select_related("unit", "task__unit", "task__account", "taken_by")
    return rows.order_by("-taken_at", "-pk")


def shifts_of(unit, most=20):
    """The last shifts at a unit."""
    return Shift.objects.filter(unit=unit).select_related("begun_by", "taken_by").order_by("-begun_at")[:most]


def left_by(shift) -> list[Task]:
    """What a shift left open, calls first, the same thing given to several together, as it stands now."""
    rows = shown().filter(pk__in=[UUID(pk) for pk in shift.left])
    return sorted(rows, key=lambda one: (one.source != "call", one.due_at, one.words))
