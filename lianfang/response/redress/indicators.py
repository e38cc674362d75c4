"""What is counted of appeals: how many came in, wait, wait too long, went up, and how they ended, at any moment."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import Appeal


def _asked(at):
    return Q(asked_at__lte=at)


def _waits(at):
    return _asked(at) & (Q(ended_at=None) | Q(ended_at__gt=at))


def _late(at):
    return _waits(at) & Q(due__lte=at)


def _above(at):
    return Q(passed_up_at__lte=at)


def _ended(state):
    return lambda at: Q(state=state, ended_at__lte=at)


def _figure(code, zh, en, where, meaning_zh, meaning_en, parts=()):
    said = {"zh": meaning_zh, "en": meaning_en}
    return Indicator(f"appeals_{code}", {"zh": zh, "en": en}, said, Appeal, where, "redress:appeals", parts=parts)


ALL = [
    _figure("asked", "共提出", "appeals", _asked, "提出的全部申诉", "all appeals that came in",
            (("appeals_open", "appeals_changed", "appeals_upheld", "appeals_withdrawn"),)),
    _figure("open", "还没答复", "open", _waits, "提出、还没有答复的申诉", "appeals not yet answered"),
    _figure("late", "逾期", "late", _late, "过了时限还没有答复的申诉", "appeals past their term"),
    _figure("above", "转到县里", "passed up", _above, "转到县里或由县直接答复的申诉", "appeals that went to the county, or began there"),
    _figure("changed", "改正", "changed", _ended("changed"), "答复为改正的申诉", "appeals answered by a change"),
    _figure("upheld", "维持", "upheld", _ended("upheld"), "答复为维持的申诉", "appeals answered by upholding"),
    _figure("withdrawn", "撤回", "withdrawn", _ended("withdrawn"), "本人撤回的申诉", "appeals taken back"),
]
