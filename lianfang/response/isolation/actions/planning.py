"""Planning checks: a day's ahead, those of a new order, and those of days nobody planned."""

from datetime import date, timedelta

from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.actions import open_turns

from ..clocks import check_due, planned_from
from ..models import HALVES, Check, Order

CHUNK = 300
PLAN = "isolation.plan_checks"


def plan_checks(*, on, by, at) -> int:
    """Generate a day's checks, and those of days nobody planned since the last that was, for every order that runs then and has none.

    In chunks, harmless to repeat; a check whose time is over by now is missed, not left out. Returns how many.
    """
    with everything():
        last = min(_last_planned() or on, on)
        return sum(_plan_day(last + timedelta(days=n), by, at) for n in range((on - last).days + 1))


def _last_planned() -> date | None:
    """The last day whose checks were planned, as the journal tells it."""
    found = Line.objects.filter(verb=PLAN).order_by("-id").values_list("data", flat=True).first()
    return date.fromisoformat(found["on"]) if found else None


def _plan_day(on, by, at) -> int:
    running = Order.objects.active().filter(from_on__lte=on, until_on__gt=on)
    lacking = list(running.exclude(checks__on=on).order_by("pk").values_list("pk", flat=True))
    made = 0
    for start in range(0, len(lacking), CHUNK):
        with transaction.atomic():
            found = _plan(Order.objects.select_for_update().active().filter(pk__in=lacking[start : start + CHUNK]), on, at)
            if found:
                told = {"on": on.isoformat(), "checks": len(found)}
                journal.write([line(PLAN, kind="day", record=None, by=by.id, at=at, data=told)])
            made += len(found)
    return made


def plan_first_checks(orders, *, at):
    """A new order's checks of today that are still to come, and tomorrow's when those are planned already."""
    today = day_of(at)
    _plan([o for o in orders if o.from_on <= today < o.until_on], today, at)
    if at >= planned_from(today):
        tomorrow = today + timedelta(days=1)
        _plan([o for o in orders if o.from_on <= tomorrow < o.until_on], tomorrow, at)


def _plan(orders, on, at):
    dues = {half: check_due(on, half) for half in HALVES}
    checks = [
        Check(
            id=uuid7(),
            order=o,
            person_id=o.person_id,
            unit_id=o.unit_id,
            minder_id=o.minder_id,
            on=on,
            half=half,
            due=due,
            made_at=at,
            because=o.because,
        )
        for o in orders
        for half, due in dues.items()
        if due > o.issued_at
    ]
    rows.insert(checks)
    open_turns("check", checks, at=at)
    return checks
