"""What is counted: who must be tested, who was in time, who is overdue; persons apart from tests."""
from django.db.models import Q

from lianfang.ground.days import day_end, day_of, day_start
from lianfang.ground.indicators import Indicator

from .models import DueTest, Member, Outcome, WorkPass


def _listed(at):
    return Q(joined_at__lte=at) & (Q(left_at=None) | Q(left_at__gt=at))


def _in_time(at):
    return _listed(at) & Q(last_at__lte=at) & (Q(due_at=None) | Q(due_at__gt=at))


def _overdue(at):
    return Q(made_at__lte=at, due_at__lt=at) & (Q(taken_at=None) | Q(taken_at__gt=at)) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _today(at):
    return Q(taken_at__gte=day_start(day_of(at)), taken_at__lt=day_end(day_of(at)), known_at__lte=at)


def _unfit(at):
    return _today(at) & Q(is_fit=False)


def _may_work(at):
    return Q(allowed_at__lte=at) & (Q(until_at=None) | Q(until_at__gt=at))


def _figure(model, code, zh, en, where, page, meaning_zh, meaning_en, among=None, parts=()):
    said = {"zh": meaning_zh, "en": meaning_en}
    return Indicator(code, {"zh": zh, "en": en}, said, model, where, f"testing:{page}", among=among, parts=parts)


ALL = [
    _figure(Member, "must_test", "应检（人）", "must be tested (persons)", _listed, "members", "在应检人群名册里的人",
            "persons in a group that must be tested", _listed, (("tested_in_time",),)),
    _figure(Member, "tested_in_time", "在期内检过（人）", "tested within the interval (persons)", _in_time, "members",
            "检过、下一次还没有到期的人", "persons whose next test is not due yet", _listed),
    _figure(DueTest, "test_overdue", "逾期未检（人）", "test overdue (persons)", _overdue, "dues", "到期没有采样的人",
            "persons whose test was due"),
    _figure(Outcome, "must_tests_today", "今日出结果（次）", "results of today's tests", _today, "outcomes",
            "今天采样、已有结果的检测次数，一人几次算几次", "tests taken today with a result; each test counts",
            parts=(("must_unfit_today",),)),
    _figure(Outcome, "must_unfit_today", "今日不合格（次）", "not fit today", _unfit, "outcomes", "今天采样、结果不合格的检测次数",
            "tests taken today that were not fit"),
    _figure(WorkPass, "work_passes", "返岗可上班（人）", "may be at work (persons)", _may_work, "work_passes",
            "从外地回来、核过检测、现在可以上班的人", "came back from elsewhere, tests seen, may be at work now"),
]
