"""Release on its day, when the conditions of the row hold; what stands in the way is said in words."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.days import day_end, day_of
from lianfang.ground.workflow import Refused

from ..clocks import rule
from ..models import Alarm, Check, Result
from .ends import close
from .stages import next_stage


def release(*, orders, by, at, because=None):
    """End orders whose conditions hold; raises Refused with the first thing that stands in the way, and changes nothing."""
    orders = list(orders)
    for order in orders:
        if missing := standing(order, at):
            raise Refused(_("；").join(missing))
    with transaction.atomic():
        lines = close(orders, "release", by=by, at=at, because=because)
        next_stage([(o, told.id) for o, told in zip(orders, lines, strict=True)], by=by, at=at)
    return lines


def standing(order, at) -> list[str]:
    """What still stands in the way of a release, in words; empty when nothing does."""
    conditions = {"period_over": _period, "tests_negative": _tests, "no_symptoms": _symptoms}
    found = [text for code in order.release for text in conditions[code](order, at)]
    if Alarm.objects.filter(order=order, state="open").exists():
        found.append(_("还有告警没有处置"))
    return found


def _period(order, at):
    opens = rule("release", order.last_on)["opens"]
    ready = day_end(order.last_on) - timedelta(hours=24 - int(opens.split(":")[0]))
    return [] if at >= ready else [_("期限到{last}24时，还没有满").format(last=order.last_on.isoformat())]


def _tests(order, at):
    """A negative result sampled on or after each test day that has come, and none positive."""
    results = [(r.taken_on, r.outcome.open()) for r in Result.objects.filter(order=order)]
    if any(outcome != "negative" for _on, outcome in results):
        return [_("有阳性或待复测的结果")]
    due = [(n, order.day_of_number(n)) for n in order.test_days if order.day_of_number(n) <= day_of(at)]
    if len(results) >= len(due):
        return []
    return [
        _("还差{n}次阴性结果（应检：{days}）").format(n=len(due) - len(results), days="、".join(_("第{n}天").format(n=n) for n, _on in due))
    ]


def _symptoms(order, at):
    last = Check.objects.filter(order=order, state="done").order_by("-on", "-half").first()
    if last is None:
        return [_("没有一次健康检查记录")]
    return [_("最近一次检查有症状")] if last.is_alarming else []
