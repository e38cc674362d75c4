"""The next stage of a row that has one: home monitoring after central quarantine ("14 + 7")."""

from datetime import timedelta

from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7

from ..models import Order
from .issue import put


def next_stage(released, *, by, at):
    """Issue the following order of each released one whose row names a next measure; day 1 is the day after the last."""
    verdicts = Verdict.objects.in_bulk([order.verdict_id for order, _because in released])
    orders = []
    for order, because in released:
        result = verdicts[order.verdict_id].result
        if not result.get("then") or order.measure == result["then"]:
            continue
        until_on = order.until_on + timedelta(days=result["then_days"])
        orders.append(
            Order(
                id=uuid7(),
                person_id=order.person_id,
                unit_id=order.unit_id,
                measure=result["then"],
                verdict_id=order.verdict_id,
                base_on=order.last_on,
                days=result["then_days"],
                from_on=day_of(at),
                until_on=until_on,
                test_days=list(result["then_test_days"] or ()),
                release=order.release,
                is_from_abroad=order.is_from_abroad,
                origin=order.origin,
                issued_at=at,
                because=because,
            )
        )
    return put(orders, by, at)
