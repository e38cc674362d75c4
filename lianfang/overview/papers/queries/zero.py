"""Zero reports of a day: who has stated, who has not, and what the records know beside it."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import widened
from lianfang.ground.units.fields import Reach

from ..models import ZeroReport
from ..rules import RECORDED


@dataclass(frozen=True, slots=True)
class ZeroDay:
    """How many units owe a report, how many have made it, in time or late, and who has not."""

    due: int
    stated: int
    late: int
    missing: list


def zero_day(unit, on, at) -> ZeroDay:
    """The reports of a day within a unit, as of a moment."""
    rows = ZeroReport.objects.filter(unit__path__under=unit.path, on=on, opened_at__lte=at)
    found = list(rows.select_related("unit").order_by("unit__path"))
    stated = [one for one in found if one.at and one.at <= at]
    return ZeroDay(len(found), len(stated), sum(one.is_late for one in stated), [one for one in found if one not in stated])


def recorded(report, at) -> dict[str, int]:
    """What the records know of a unit today, by item, where an indicator says so."""
    codes = [code for code in RECORDED.values() if code in indicators.INDICATORS]
    values = indicators.values(codes, widened(Reach(report.unit.path)), at)
    return {item: values[code] for item, code in RECORDED.items() if code in values}


def zero_titles(ids) -> dict:
    """零报告：3月10日."""
    return {pk: _("零报告：{on}，没有情况也要报").format(on=on.isoformat())
            for pk, on in ZeroReport.objects.filter(pk__in=ids, state="due").values_list("pk", "on")}
