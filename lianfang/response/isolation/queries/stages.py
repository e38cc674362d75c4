"""How far people are since a moment: decided, served, sampled, with a result; what somebody still has to decide."""
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict

from ..models import Held, Order, Result, Review

PASS = "pass"
TABLES = ("measure", "exposed")


@dataclass(slots=True)
class Stages:
    """One person: when decided (None: not yet), the order, its measure ("pass": none is needed), when served, the day of the first sample
    since, when its result was entered; `waits` says for whom: review, held, or "".
    """

    decided_at: datetime | None = None
    order: UUID | None = None
    measure: str = ""
    served_at: datetime | None = None
    sampled_on: date | None = None
    result_at: datetime | None = None
    waits: str = ""


def stages_of(people, since) -> dict[UUID, Stages]:
    """Of each of these persons (by id); an order that ran before counts, a sample only from that day on."""
    people = list(people)
    found = {person: Stages() for person in people}
    for one in Verdict.objects.filter(subject__in=people, table__in=TABLES).order_by("at"):
        measure = one.result.get("measure", "")
        if one.at >= since or measure == PASS:  # what was prescribed before shows by its order
            found[one.subject].decided_at, found[one.subject].measure = one.at, measure
    orders = {one.pk: one for one in Order.objects.filter(person__in=people).order_by("issued_at")}
    for one in orders.values():
        if one.closed_at is None or one.issued_at >= since:
            mine = found[one.person_id]
            mine.decided_at, mine.order, mine.measure, mine.served_at = one.issued_at, one.pk, one.measure, one.served_at
    for one in Result._base_manager.filter(order__in=orders, taken_on__gte=day_of(since)).order_by("-recorded_at"):
        mine = found[orders[one.order_id].person_id]
        mine.sampled_on, mine.result_at = one.taken_on, one.recorded_at
    for one in Review.objects.filter(person__in=people, decided_at=None):
        found[one.person_id].waits = "review"
        if found[one.person_id].order is None:
            found[one.person_id].decided_at = None
    held = Held._base_manager.filter(ended_at=None, verdicts__subject__in=people).values_list("verdicts__subject", flat=True)
    for person in held:
        if person in found:
            found[person].waits, found[person].decided_at = "held", None
    return found
