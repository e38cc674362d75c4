"""Release on its day, when the conditions of the row hold; what stands in the way is said in words."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused

from ..clocks import rule
from ..models import Alarm, Check, Order
from ..queries.grounds import grounds, tests_of
from .ends import close
from .issue import put
from .move import bring_home


@dataclass(slots=True)
class Known:
    """What an order's conditions look at: its tests as (day sampled, outcome), the oldest first, whether its last check alarmed (None: none
    was done), open alarms."""

    tests: list
    alarmed_last: bool | None
    has_open_alarm: bool


@everything()
def release(*, orders, by, at, because=None):
    """End orders whose conditions hold; raises Refused with the first thing that stands in the way, and changes nothing."""
    orders = list(orders)
    for missing in obstacles(orders, at).values():
        if missing:
            raise Refused(_("；").join(missing))
    with transaction.atomic():
        found = grounds(orders)
        causes = {pk: because or lines[-1] for pk, lines in found.items() if because or lines}
        others = {pk: [str(line) for line in lines if line != causes[pk]] for pk, lines in found.items()}
        lines = close(orders, "release", by=by, at=at, because=causes, content=lambda order: {"with": others[order.pk]})
        next_stage([(o, told.id) for o, told in zip(orders, lines, strict=True)], by=by, at=at)
    return lines


def standing(order, at) -> list[str]:
    """What still stands in the way of a release, in words; empty when nothing does."""
    return obstacles([order], at)[order.pk]


@everything()
def obstacles(orders, at) -> dict:
    """The same for many orders, by their ids."""
    known = _known(orders)
    return {order.pk: [said for _code, all_said in _conditions(order, known[order.pk], at) for said in all_said] for order in orders}


def _known(orders) -> dict:
    """Asked of each table once, whatever the number of orders."""
    last, ids = {}, [order.pk for order in orders]
    tests = {pk: [(result.taken_on, result.outcome.open()) for result in found] for pk, found in tests_of(orders).items()}
    for order, is_alarming in Check.objects.filter(order__in=ids, state="done").order_by("on", "half").values_list("order", "is_alarming"):
        last[order] = is_alarming
    alarmed = set(Alarm.objects.filter(order__in=ids, state="open").values_list("order", flat=True))
    return {pk: Known(tests[pk], last.get(pk), pk in alarmed) for pk in ids}


@everything()
def conditions(order, at) -> list[tuple[str, list[str]]]:
    """What a release asks for, by codes, each with what still stands in its way; an open alarm last."""
    return _conditions(order, _known([order])[order.pk], at)


def _conditions(order, known, at):
    asked = {"period_over": _period, "tests_negative": _tests, "no_symptoms": _symptoms}
    found = [(code, asked[code](order, known, at)) for code in order.release]
    return [*found, ("alarms", [_("还有告警没有处置：先在待办里处置")])] if known.has_open_alarm else found


def _period(order, _known, at):
    ready = moment(order.last_on, rule("release", order.last_on)["opens"])
    return [] if at >= ready else [_("期限到 {last} 24 时，还没有满；{ready:%m-%d %H:%M} 起可以办").format(
        last=order.last_on.isoformat(), ready=ready)]


def _tests(order, known, at):
    """For each test day that has come a negative sample of that day or later; none positive, and a doubtful one tested again."""
    outcomes = [outcome for _on, outcome in known.tests]
    if "positive" in outcomes or outcomes[-1:] == ["unclear"]:
        return [_("有阳性或待复测的结果：等复测或转诊，不能解除")]
    due = sorted(n for n in order.test_days if order.day_of_number(n) <= day_of(at))
    missing = len(due)
    for on in (on for on, outcome in known.tests if outcome == "negative"):
        if missing and on >= order.day_of_number(due[-missing]):
            missing -= 1
    if not missing:
        return []
    days = _("、").join(_("第{n}天 {on:%m-%d}").format(n=n, on=order.day_of_number(n)) for n in due)
    return [_("还差{n}次阴性结果（应检：{days}）；今天就补采，出了结果再办").format(n=missing, days=days)]


def _symptoms(_order, known, _at):
    if known.alarmed_last is None:
        return [_("没有一次健康检查记录：先登记一次")]
    return [_("最近一次检查有症状：等下一次检查没有症状")] if known.alarmed_last else []


def next_stage(released, *, by, at):
    """Issue what follows each released order: its row's next measure (day 1 is the day after the last), else a milder one of another row
    that still holds."""
    verdicts = Verdict.objects.in_bulk([order.verdict_id for order, _because in released])
    orders = []
    for order, because in released:
        follows = second_stage(order, verdicts[order.verdict_id].result) or later_stage(order, day_of(at))
        if follows:
            orders.append(Order(id=uuid7(), person_id=order.person_id, unit_id=order.unit_id, from_on=day_of(at), issued_at=at,
                                is_from_abroad=order.is_from_abroad, origin=order.origin, because=because, **follows))
    bring_home(orders)
    return put(orders, by, at)


def second_stage(order, result) -> dict | None:
    is_second = order.measure == result.get("then") and (result["measure"] != result["then"] or order.days == result["then_days"])
    if not result.get("then") or is_second:
        return None
    return {"measure": result["then"], "verdict_id": order.verdict_id, "base_on": order.last_on, "days": result["then_days"],
            "until_on": order.until_on + timedelta(days=result["then_days"]), "test_days": list(result["then_test_days"] or ()),
            "release": order.release, "later": order.later}


def later_stage(order, on) -> dict | None:
    known = order.later
    if not known or date.fromisoformat(known["until_on"]) <= on:
        return None
    return {"measure": known["measure"], "verdict_id": UUID(known["verdict"]), "base_on": date.fromisoformat(known["base_on"]),
            "days": known["days"], "until_on": date.fromisoformat(known["until_on"]), "test_days": known["test_days"],
            "release": known["release"]}
