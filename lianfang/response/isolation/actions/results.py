"""A test result entered by the minder, with what it was read from."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused

from ..models import RESULTS, Alarm, Result
from .checks import raise_alarms


def record_result(*, order, taken_on, outcome, evidence, by, at, because=None):
    """Keep a result; a positive or doubtful one is an alarm. Refused without evidence or with a sampling day outside the order's time."""
    if outcome not in RESULTS:
        raise Refused(_("请选择检测结果"))
    if not evidence.strip():
        raise Refused(_("请写明依据，例如报告单编号和检测机构"))
    if not order.base_on <= taken_on <= day_of(at):
        raise Refused(_("采样日期应在{first}到今天之间").format(first=order.base_on.isoformat()))
    result = Result(id=uuid7(), order=order, unit_id=order.unit_id, taken_on=taken_on, outcome=outcome, evidence=evidence, recorded_by=by,
                    recorded_at=at, because=because)
    with transaction.atomic():
        rows.insert([result])
        [told] = journal.write([line("isolation.record_result", kind="result", record=result.pk, by=by.id, at=at, unit=order.unit_id,
                                     subject=order.person_id, because=because or order.because, data={"order": str(order.pk)})])
        if outcome != "negative":
            alarm = Alarm(id=uuid7(), order=order, person_id=order.person_id, unit_id=order.unit_id, kind="test", raised_at=at, because=told.id)
            rows.insert([alarm])
            raise_alarms([alarm], by=by, at=at)
    return result
