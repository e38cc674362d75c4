"""Zero reports: asked for each morning, stated with one press or in numbers, closed when their day is over."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.queries import SYSTEM, may_do, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.typed.telling import numbers_in

from ..models import ZeroReport
from ..rules import items_asked, levels_asked, zero_hours

MOST = 99_999
RIGHT = "record"


@everything()
def open_zeros(*, at) -> list[ZeroReport]:
    """Today's zero reports are asked for, of every unit of the levels of the table below a county that has a duty officer; once."""
    on, made = day_of(at), []
    for level in levels_asked(on):
        opens, due = zero_hours(level, on)
        if at >= opens:
            made += [ZeroReport(id=uuid7(), unit=unit, on=on, due_at=due, opened_at=at) for unit in _owing(level, on)]
    if not made:
        return []
    with transaction.atomic():
        there = set(ZeroReport.objects.filter(on=on).values_list("unit_id", flat=True))
        made = [one for one in made if one.unit_id not in there]
        rows.insert(made)
        lines = advance(made, "open_zero", flow="zero_report", by=named(SYSTEM), at=at)
        open_turns("zero_report", made, at=at, because={told.record: told.id for told in lines})
    return made


def _owing(level, on):
    """Units of a level that stand on a day below a county on duty, and have no report of it yet."""
    on_duty = Assignment.objects.in_force(on).filter(role="duty_officer", unit__parent=None).values_list("unit__path", flat=True)
    asked = ZeroReport.objects.filter(on=on).values("unit")
    units = Unit.objects.filter(level=level, from_on__lte=on).exclude(until_on__lte=on).exclude(pk__in=asked)
    return [unit for path in set(on_duty) for unit in units.filter(path__under=path).order_by("path")]


def state_zero(*, report, by, at, counts=None, words="") -> ZeroReport:
    """A unit states its day: "none" without counts, else {item: how many}. Raises Refused for who may not, and for what is no number."""
    return _state(report, "state_zero", counts, words, by, at)


def mend_zero(*, report, by, at, counts=None, words="") -> ZeroReport:
    """It states something else; the journal keeps what it said before."""
    return _state(report, "mend_zero", counts, words, by, at)


@everything()
def _state(report, step, counts, words, by, at):
    if not may_do(by, RIGHT, report.unit, day_of(at)):
        raise Refused(_("{unit}的零报告，由{unit}的人报。").format(unit=report.unit.name))
    if report.on != day_of(at):
        raise Refused(_("{on} 已经过了，不能补报。").format(on=report.on.isoformat()))
    if numbers_in(words):
        raise Refused(_("说明里不能有电话、证件号码。"))
    asked, given = items_asked(report.on), counts or {}
    if wrong := [item for item in given if item not in asked or not 0 <= given[item] <= MOST]:
        raise Refused(_("这几项的数不对：{items}。").format(items="、".join(wrong)))
    report.counts = {item: given.get(item, 0) for item in asked}
    report.total, report.words = sum(report.counts.values()), words.strip()
    if report.at is None:
        report.at = at
    report.by, report.name = by, by.name
    advance([report], step, flow="zero_report", by=by, at=at, also=("counts", "total", "words", "by", "name", "at"),
            content=lambda one: {"counts": one.counts})
    return report


@everything()
def close_zeros(*, at) -> int:
    """Whose day is over without a report has missed it."""
    late = list(ZeroReport.objects.filter(state="due", on__lt=day_of(at)).select_related("unit"))
    if late:
        advance(late, "close_zero", flow="zero_report", by=named(SYSTEM), at=at)
    return len(late)
