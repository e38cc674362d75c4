"""What is counted of tests: tubes and people apart (S3-23), what waits, what is late, who is to be resampled."""
from django.db.models import Exists, OuterRef, Q

from lianfang.ground.days import day_of, day_start
from lianfang.ground.indicators import Indicator

from .models import Recall, Sample, Tube


def _figure(model, code, zh, en, where, page, meaning_zh, meaning_en):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page)


def _reported(at):
    return Q(reported_at__lte=at)


def _today(at):
    return Q(reported_at__gte=day_start(day_of(at)), reported_at__lte=at)


def _waiting(at):
    return Q(sealed_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _first(at):
    """A person's first result: each is counted once, however often he was tested."""
    earlier = Sample._base_manager.filter(person=OuterRef("person"), reported_at__lte=at)
    before = Q(reported_at__lt=OuterRef("reported_at")) | Q(reported_at=OuterRef("reported_at"), pk__lt=OuterRef("pk"))
    return _reported(at) & ~Q(Exists(earlier.filter(before)))


ALL = [
    _figure(Tube, "tests_done", "累计检测（管）", "tests done", _reported, "laboratory:tubes",
            "本县采样管中已出结果的管数；混管一管算一次检测", "tubes taken here that have a result; a pool is one test"),
    _figure(Sample, "samples_done", "累计检测（人次）", "people's tests", _reported, "laboratory:samples",
            "已出结果的采样人次；同一人检测几次算几次", "samples with a result; who was tested twice counts twice"),
    _figure(Sample, "people_tested", "检测过的人（人）", "people tested", _first, "laboratory:samples",
            "至少有一次结果的人数；同一人只算一次，列出他的第一次", "people with at least one result, each once by his first sample"),
    _figure(Tube, "tests_today", "今日检测（管）", "tests today", _today, "laboratory:tubes", "今日已出结果的管数", "tubes reported today"),
    _figure(Tube, "tubes_waiting", "等结果（管）", "tubes waiting", _waiting, "laboratory:tubes", "已封管、还没有结果的管数",
            "sealed, and without a result"),
    _figure(Tube, "tubes_late", "超时未出结果（管）", "tubes late", lambda at: _waiting(at) & Q(due_at__lt=at), "laboratory:tubes",
            "过了应出结果时间还没有结果的管数", "past the time their result was due"),
    _figure(Recall, "recalls_due", "待单采复核（人）", "to be resampled",
            lambda at: Q(called_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at)), "laboratory:recalls",
            "所在的管阳性、可疑或无效，还没有复核结果的人", "whose tube was positive, in doubt or invalid, and who is not settled yet"),
]
