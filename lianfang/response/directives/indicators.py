"""What is counted of things to be done, at any moment: given, open, past their term, closed in time, sent back."""
from django.db.models import F, Q

from lianfang.ground.indicators import Indicator

from .models import Task


def _given(at):
    return Q(given_at__lte=at)


def _open(at):
    return _given(at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _late(at):
    return _open(at) & Q(due_at__lte=at)


def _closed(at):
    return Q(state="closed", closed_at__lte=at)


def _in_time(at):
    return _closed(at) & Q(closed_at__lte=F("due_at"))


def _returned(at):
    return _given(at) & Q(returned__gt=0)


def _figure(code, zh, en, where, meaning_zh, meaning_en):
    return Indicator(f"tasks_{code}", {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, Task, where, "directives:tasks")


ALL = [
    _figure("given", "交办", "given", _given, "交办过的全部事项", "all things that were given to be done"),
    _figure("open", "没办结", "open", _open, "还没有办结的事项", "things not closed yet"),
    _figure("late", "过了时限", "past term", _late, "过了时限还没有办结的事项", "things past their term and not closed"),
    _figure("closed", "已办结", "closed", _closed, "核查属实、已经办结的事项", "things checked and closed"),
    _figure("in_time", "按时办结", "closed in time", _in_time, "时限以内办结的事项", "things closed within their term"),
    _figure("returned", "退回过", "sent back", _returned, "办了以后被退回过的事项",
            "things that were sent back after they were said to be done"),
]
