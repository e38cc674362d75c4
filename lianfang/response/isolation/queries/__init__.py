"""What others may ask of orders: lists, one order with what belongs to it, what stands at each door."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Max, Q

from lianfang.ground import documents, rows
from lianfang.ground.accounts.scope import everything, in_scope
from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.units.fields import Reach

from ..clocks import check_due, check_opens, rule
from ..models import (
    NEEDS,
    NOTICES,
    SYMPTOMS,
    Alarm,
    Check,
    Deviation,
    Handover,
    Held,
    Need,
    Order,
    Result,
    Review,
)  # fmt: skip
from .acts import Act, acts_between
from .ahead import tests_ahead
from .at_home import running_orders, was_called_on
from .bound import orders_of_people
from .coming_and_going import came_and_went
from .deciding import deciders
from .exceptions import asks_exception, exception_of
from .floor import checks_on_floor
from .housed import kept_at_sites, medical_needs, sent_to_sites, undelivered
from .own import not_again, own_check, own_checks, own_code, own_needs, own_orders, release_paper, taken
from .stages import Stages, stages_of
from .tested import negative_twice, own_results

__all__ = ["MEASURE_WORDS", "NEEDS", "PAPERS", "SYMPTOMS", "VISIT", "Act", "AtDoor", "Stages", "acts_between", "alarm_minutes",
           "alarms_open", "are_held", "asks_exception", "came_and_went", "check_hours", "check_summary", "checks_due",
           "checks_missed", "checks_of", "checks_on_floor",
           "deciders", "doubtful", "exception_of", "in_state", "kept_at_sites", "last_checks", "last_day_on",
           "medical_needs", "needs_open", "negative_twice", "not_again",
           "open_orders_of", "order_of_code", "orders_at", "orders_of_people", "own_check",
           "own_checks", "own_code", "own_needs", "own_orders", "own_reach", "own_results", "papers_of", "people_at", "records_of",
           "release_paper", "results_of", "running_orders", "sent_to_sites", "some_running", "stages_of", "taken", "tests_ahead",
           "tests_due", "totals", "undelivered", "unwatched", "visit", "was_called_on"]

MEASURE_WORDS = {
    "home_monitoring": "monitored",
    "home_quarantine": "isolated",
    "central_quarantine": "isolated",
    "refer_fever_clinic": "isolated",
}

# Asked by every visit, a thousand times an hour: in plain words, since building it anew costs more than its answer.
VISIT = """
    SELECT {columns} FROM isolation_check one JOIN units_unit u ON u.id = one.unit_id
    JOIN isolation_check c ON c.unit_id = one.unit_id AND c."on" = one."on" AND c.half = one.half
    WHERE one.id = %s AND (c.state = 'due' OR c.id = one.id) AND {place} ORDER BY c.id"""
PAPERS = {"start": ("issued", "running", "released", "replaced", "lifted", "in_hospital", "left_county"), "release": ("released",)}


@dataclass(slots=True)
class AtDoor:
    """What stands at one door: the strictest open order's measure, its day and days, how many people are under orders."""

    unit_id: int
    measure: str
    day: int
    days: int
    people: int


def open_orders_of(person_id) -> list[Order]:
    """A person's orders, newest first."""
    return list(Order.objects.filter(person=person_id).select_related("unit", "minder", "verdict").order_by("-issued_at"))


def order_of_code(code) -> Order | None:
    """The order for which the code of a notice was printed, its person with it; None of a code that is not ours."""
    found = documents.verify(code)
    if found is None or found.kind not in NOTICES or not isinstance(found.id, int):
        return None
    year, serial = divmod(found.id, 1_000_000)
    return Order.objects.filter(year=year, serial=serial).select_related("person__unit").first()


@everything()
def own_reach(person) -> Reach:
    """Where a person and all his orders lie: what he himself may be shown lies there."""
    return Reach(person.unit.path, *Order.objects.filter(person=person.pk).values_list("unit__path", flat=True))


def orders_at(units, at) -> dict[int, AtDoor]:
    """For each of these units with people under open orders, what stands there."""
    strict = {"refer_fever_clinic": 0, "central_quarantine": 1, "home_quarantine": 2, "home_monitoring": 3}
    found = {}
    for order in Order.objects.active(at).filter(unit__in=units).only("unit_id", "measure", "base_on", "days"):
        here = AtDoor(order.unit_id, order.measure, order.day_number(day_of(at)), order.days, 1)
        before = found.get(order.unit_id)
        if before is None:
            found[order.unit_id] = here
        else:
            kept = min(before, here, key=lambda a: (strict.get(a.measure, 9), a.day))
            found[order.unit_id] = AtDoor(kept.unit_id, kept.measure, kept.day, kept.days, before.people + 1)
    return found


def people_at(unit_id) -> list[Order]:
    """Open orders at a door, with their people."""
    return list(Order.objects.active().filter(unit=unit_id).select_related("person", "minder", "verdict").order_by("serial"))


def check_hours(on, half) -> tuple:
    """From when a half-day's check may be filled, and by when it is due."""
    return check_opens(on, half), check_due(on, half)


def alarm_minutes(at) -> int:
    """Within how many minutes an alarm is answered."""
    return rule("alarm", day_of(at))["within"]


def doubtful(units, at) -> set[int]:
    """Which of these units have somebody whose measure is left to manual review."""
    waiting = Review.objects.filter(unit__in=units, asked_at__lte=at).filter(Q(decided_at=None) | Q(decided_at__gt=at))
    return set(waiting.values_list("unit_id", flat=True))


def _of(model, **which):
    """What hangs on orders: whoever sees an order sees it all, wherever it was recorded."""
    return model._base_manager.filter(order__in=Order.objects.filter(**which))


def last_checks(orders) -> dict:
    """The latest recorded check of each of these orders, by order id."""
    done = _of(Check, pk__in=[o.pk for o in orders]).filter(state="done")
    return {check.order_id: check for check in done.order_by("on", "half")}


def checks_of(order) -> list[Check]:
    """An order's checks so far, oldest first."""
    return list(_of(Check, pk=order.pk).exclude(state="lapsed", recorded_at=None).order_by("on", "half"))


def visit(pk) -> tuple[Check | None, list[Check]]:
    """A check, None where it is not seen, and those due at its door for the same half day: one visit fills them all."""
    place, values = in_scope("u.path")
    found = rows.read(Check, VISIT.format(columns=rows.listed(Check, "c"), place=place), [pk, *values])
    return next((check for check in found if check.pk == pk), None), [check for check in found if check.state == "due"]


def results_of(order) -> list[Result]:
    """An order's test results, by day."""
    return list(_of(Result, pk=order.pk).select_related("recorded_by").order_by("taken_on"))


def records_of(person_id) -> dict:
    """All of a person's records of this loop by id, for the timeline."""
    found = {}
    for model in (Order, Review, Deviation):
        found |= model.objects.filter(person=person_id).in_bulk()
    for model in (Alarm, Need, Handover):
        found |= _of(model, person=person_id).in_bulk()
    return found | Verdict.objects.filter(subject=person_id).in_bulk()


def check_summary(order) -> dict:
    """How many checks were due, done in time, made up later, missed; the highest temperature."""
    return (
        _of(Check, pk=order.pk)
        .exclude(state="lapsed", recorded_at=None)
        .aggregate(
            due=Count("pk"),
            done=Count("pk", filter=Q(state="done")),
            alarming=Count("pk", filter=Q(is_alarming=True)),
            highest=Max("temperature"),
        )
    )


def papers_of(order) -> list[str]:
    """Which notices of an order may be printed: none of one that never bound anybody, or whose person has died."""
    return [paper for paper, states in PAPERS.items() if order.state in states]


def in_state(state, *, issued_before) -> list[Order]:
    """Orders in a state issued before a moment, oldest first."""
    return list(Order.objects.filter(state=state, issued_at__lt=issued_before).order_by("issued_at", "serial"))


def unwatched(*, issued_before) -> list[Order]:
    """Orders not yet served whose row wants one to one and that nobody minds, issued before a moment."""
    return list(Order.objects.filter(state="issued", issued_at__lt=issued_before).watched("nobody").order_by("issued_at", "serial"))


def checks_due(on, half) -> list[Check]:
    """Checks of a half day not yet recorded."""
    return list(Check.objects.filter(on=on, half=half, state="due").order_by("pk"))


def checks_missed(on) -> list[Check]:
    """Checks of a day that were never recorded."""
    return list(Check.objects.filter(on=on, state="due").order_by("pk"))


def alarms_open() -> list[Alarm]:
    """Alarms not yet answered."""
    return list(Alarm.objects.filter(state="open").order_by("raised_at"))


def needs_open() -> list[Need]:
    """Needs not yet met."""
    return list(Need.objects.filter(state="open").order_by("asked_at"))


def some_running(count) -> list[Order]:
    """A few running orders, the newest."""
    return list(Order.objects.filter(state="running").order_by("-serial")[:count])


def tests_due(on) -> list[Order]:
    """Running orders one of whose test days it is."""
    return [o for o in Order.objects.filter(state="running") if any(o.day_of_number(n) == on for n in o.test_days)]


def last_day_on(on) -> list[Order]:
    """Running orders whose last day it is."""
    return list(Order.objects.filter(state="running", until_on=on + timedelta(days=1)).order_by("serial"))


def totals() -> dict[str, int]:
    """How many orders there are, and how many run."""
    return {"orders": Order.objects.count(), "running": Order.objects.filter(closed_at=None).count()}


def are_held(verdicts) -> bool:
    """Whether one of these verdicts waits for the supervisor, since too many were bound at once."""
    return Held._base_manager.filter(verdicts__in=[v.pk for v in verdicts], ended_at=None).exists()
