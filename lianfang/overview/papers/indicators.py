"""What is counted of zero reports: how many units owe one today, how many made it, how many have not past their hour."""
from django.db.models import Q

from lianfang.ground.days import day_of
from lianfang.ground.indicators import Indicator

from .models import ZeroReport


def _today(at):
    return Q(on=day_of(at), opened_at__lte=at)


def _stated(at):
    return Q(on=day_of(at), at__lte=at)


def _missing(at):
    return Q(on=day_of(at), due_at__lt=at) & (Q(at=None) | Q(at__gt=at))


def _one(code, zh, en, meaning_zh, meaning_en, where):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, ZeroReport, where, "papers:zeros", among=_today)


ALL = [
    _one("zero_due", "零报告应报", "zero reports owed", "当日应当零报告的单位（个）", "units that owe a zero report of the day", _today),
    _one("zero_stated", "零报告已报", "zero reports made", "当日到此刻已经零报告的单位（个）", "units that have made it by now", _stated),
    _one("zero_missing", "零报告未报", "zero reports missing", "当日过了时限、此刻还没有零报告的单位（个）",
         "units that have not made it past their hour", _missing),
]
