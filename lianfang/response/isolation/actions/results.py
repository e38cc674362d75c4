"""Test results entered by the minder, with what they were read from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused

from ..models import RESULTS, Alarm, Order, Result
from .checks import raise_alarms


@dataclass(slots=True)
class Sampled:
    """One result of one order: sampled when, with which outcome, read from what."""

    order: Order
    taken_on: date
    outcome: str
    evidence: str
    because: Any = None


def record_results(*, results, by, at, because=None):
    """Keep results; a positive or doubtful one is an alarm. Refused without evidence or with a sampling day outside the order's time."""
    results = list(results)
    for tested in results:
        _check(tested, at)
    kept = [Result(id=uuid7(), order=t.order, unit_id=t.order.unit_id, taken_on=t.taken_on, outcome=t.outcome, evidence=t.evidence,
                   recorded_by=by, recorded_at=at, because=t.because or because or t.order.because) for t in results]
    with transaction.atomic():
        rows.insert(kept)
        told = [line_of(r, "isolation.record_result", kind="result", by=by, at=at, data={"order": str(r.order_id)}) for r in kept]
        lines = journal.write(told)
        _alarm([(t.order, told.id) for t, told in zip(results, lines, strict=True) if t.outcome != "negative"], by, at)
    return kept


def _alarm(doubtful, by, at):
    alarms = [Alarm(id=uuid7(), order=order, person_id=order.person_id, unit_id=order.unit_id, kind="test", raised_at=at, because=because)
              for order, because in doubtful]
    rows.insert(alarms)
    raise_alarms(alarms, by=by, at=at)


def _check(tested, at):
    if tested.outcome not in RESULTS:
        raise Refused(_("请选择检测结果"))
    if not tested.evidence.strip():
        raise Refused(_("请写明依据，例如报告单编号和检测机构"))
    if not tested.order.base_on <= tested.taken_on <= day_of(at):
        raise Refused(_("采样日期应在{first}到今天之间").format(first=tested.order.base_on.isoformat()))
