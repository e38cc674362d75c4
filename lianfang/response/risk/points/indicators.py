"""What is counted of risk points, now or at a past moment: open, grave, past their review; weekly assessments given, and not given."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import GRAVE, Point, Rating, Week


def _open(at):
    return Q(entered_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _held(at, **which):
    held = Rating._base_manager.filter(Q(until_at=None) | Q(until_at__gt=at), at__lte=at, **which)
    return _open(at) & Q(pk__in=held.values("point"))


def _grave(at):
    return _held(at, level__in=GRAVE)


def _late(at):
    return _held(at, review_at__lt=at)


def _filed(at):
    return Q(filed_at__lte=at)


def _missing(at):
    return Q(due_at__lt=at) & (Q(ended_at=None) | Q(ended_at__gt=at))


def _figure(model, code, zh, en, where, page, meaning_zh, meaning_en):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page)


ALL = [
    _figure(Point, "risk_points_open", "在册风险点", "risk points", _open, "riskpoints:points", "在册、没有销账的风险点",
            "risk points in the register"),
    _figure(Point, "risk_points_grave", "高风险点", "grave risk points", _grave, "riskpoints:points", "定为高或极高的风险点",
            "risk points rated high or extreme"),
    _figure(Point, "risk_points_late", "到期没研判", "reviews overdue", _late, "riskpoints:points", "过了研判时间、没有重新定级的风险点",
            "risk points past their review and not rated anew"),
    _figure(Week, "risk_weeks_filed", "已交周评估", "weekly assessments", _filed, "riskpoints:weeks", "各单位交过的每周风险评估，份数",
            "weekly assessments that units gave"),
    _figure(Week, "risk_weeks_missing", "周评估没交", "assessments overdue", _missing, "riskpoints:weeks",
            "过了时限还没有交每周风险评估的单位", "units past the hour of their weekly assessment"),
]
