"""What a laboratory has found of somebody: kept with his open order, and put to the table as a fact that he was negative."""
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line

from ...models import Alarm, FormerEnd, Order
from ..decide import EXPOSED
from ..release import next_stage
from ..results import Sampled, record_results
from .redecide import decide_again


@dataclass(frozen=True, slots=True)
class Tested:
    """A result of somebody (by id): sampled on which day, with which outcome (negative, positive, unclear), where it is to be read."""

    person_id: UUID
    taken_on: date
    outcome: str
    evidence: str
    because: Any


@everything()
def record_tested(*, tested, by, at) -> list:
    """Keep laboratory results with the open orders in whose time the samples were taken; returns what was kept."""
    tested = list(tested)
    bound = {one.person_id: one for one in Order.objects.filter(person__in={one.person_id for one in tested}, closed_at=None)}
    kept = [Sampled(bound[one.person_id], one.taken_on, one.outcome, one.evidence, one.because) for one in tested
            if one.person_id in bound and bound[one.person_id].base_on <= one.taken_on]
    return record_results(results=kept, by=by, at=at) if kept else []


@everything()
def know_negative(*, kind, people, by, at):
    """Decide again on the open orders of persons (by id, with the line that tells it) who are bound as this kind of exposed, now that the
    test that counts for it is negative: the table shortens, lifts, or leaves them; a milder measure that waited takes over.

    An order with an open alarm, or one that was running before for another reason, stands: somebody releases it on its day.
    """
    bound = Order.objects.select_for_update(of=("self",)).select_related("unit", "verdict")
    with transaction.atomic():
        for order in bound.filter(person__in=people, closed_at=None, verdict__table=EXPOSED).order_by("pk"):
            if order.verdict.facts.get("kind") == kind and not _holds_otherwise(order, at):
                verdict = decide_again(order=order, facts={"negative": "yes"}, by=by, at=at, because=people[order.person_id])
                _go_on(order, verdict, by, at)


def _holds_otherwise(order, at) -> bool:
    return (Alarm.objects.filter(order=order, state="open").exists()
            or FormerEnd.objects.filter(order=order, until_on__gt=day_of(at)).exists())


def _go_on(order, verdict, by, at):
    """What was milder and waited takes over where the order is lifted."""
    if order.closed_at is not None and order.later:
        next_stage([(order, Line.objects.filter(record=verdict.pk, verb="isolation.decide").values_list("pk", flat=True)[0])], by=by, at=at)
