"""What is counted of appeals and corrections: open, and past their term."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import Appeal, Correction


def _waits(at):
    return Q(asked_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))


def _late(at):
    return _waits(at) & Q(due__lte=at)


def _figure(model, code, zh, en, where, page, meaning_zh, meaning_en):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page)


ALL = [
    _figure(Appeal, "appeals_open", "申诉未答复", "appeals open", _waits, "redress:appeals", "提出、还没有答复的申诉",
            "appeals not yet answered"),
    _figure(Appeal, "appeals_late", "申诉逾期", "appeals late", _late, "redress:appeals", "过了时限还没有答复的申诉",
            "appeals past their term"),
    _figure(Correction, "corrections_open", "更正未核实", "corrections open", _waits, "redress:corrections", "提出、还没有核实的更正",
            "corrections not yet looked at"),
]
