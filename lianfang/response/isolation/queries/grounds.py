"""What a release rests on: the samples that count for an order, and the journal lines of all that made it possible."""

from collections import defaultdict

from lianfang.ground.journal.models import Line

from ..models import Alarm, Check, Result

RECORDED = ("isolation.record_result", "isolation.record_check", "isolation.dismiss")


def tests_of(orders) -> dict:
    """By order id its results, the oldest sample first: its own, and the person's under earlier orders since its day 0."""
    people = defaultdict(list)
    rows = Result.objects.filter(order__person__in=[order.person_id for order in orders]).order_by("taken_on", "recorded_at")
    for result in rows.select_related("order"):
        people[result.order.person_id].append(result)
    return {o.pk: [r for r in people[o.person_id] if r.order_id == o.pk or r.taken_on >= o.base_on] for o in orders}


def grounds(orders) -> dict:
    """By order id the lines that made its release possible, the latest last: negative samples since its day 0, the last check, alarms
    ruled out."""
    ids, resting = [order.pk for order in orders], {}
    for order_id, pk in Check.objects.filter(order__in=ids, state="done").order_by("on", "half").values_list("order", "pk"):
        resting[order_id] = {pk}
    for order_id, pk in Alarm.objects.filter(order__in=ids, state="dismissed").values_list("order", "pk"):
        resting.setdefault(order_id, set()).add(pk)
    tests = tests_of(orders)
    for order in orders:
        negative = {r.pk for r in tests[order.pk] if r.taken_on >= order.base_on and r.outcome.open() == "negative"}
        resting[order.pk] = resting.get(order.pk, set()) | negative
    lines = Line.objects.filter(record__in=set().union(*resting.values()), verb__in=RECORDED).order_by("at", "id")
    told = {}
    for record, pk in lines.values_list("record", "id"):
        told[record] = pk  # the latest of a record comes last
    return {order.pk: [pk for record, pk in told.items() if record in resting[order.pk]] for order in orders}
