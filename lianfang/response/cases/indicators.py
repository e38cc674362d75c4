"""What is counted of cases: those reported, and of these whose source nobody knows; as known at a moment."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import Case


def _reported(at):
    """Reported by then, and not ruled out by then."""
    return Q(reported_at__lte=at) & (~Q(state="ruled_out") | Q(closed_at__gt=at))


def _sourceless(at):
    return _reported(at) & (Q(origin="") | Q(investigated_at__gt=at))


def _figure(code, zh, en, where, meaning_zh, meaning_en, parts=()):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, Case, where, "cases:cases", parts=parts)


ALL = [
    _figure("cases", "报告病例", "reported cases", _reported, "已经报告、没有排除的病例", "cases reported and not ruled out",
            (("cases_sourceless",),)),
    _figure("cases_sourceless", "来源不明", "source unknown", _sourceless, "已报告、还没有查明从哪里传来的病例",
            "reported cases of which nobody knows yet where they were infected"),
]
