"""What is counted of inspections, now or at a past moment: checks, problems and their state, notices, reports, suggestions, complaints."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import Complaint, Problem, Sheet, Written


def _figure(model, code, zh, en, where, page, meaning_zh, meaning_en):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page)


def _done(at):
    return Q(done_at__lte=at)


def _scored(at):
    return _done(at) & Q(round__isnull=False, score__isnull=False)


def _found(at):
    return Q(found_at__lte=at) & (~Q(state="withdrawn") | Q(closed_at__gt=at))


def _open(at):
    return Q(found_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _late(at):
    return _open(at) & Q(due__lt=at) & (Q(fixed_at=None) | Q(fixed_at__gt=at))


def _closed(at):
    return Q(closed_at__lte=at, state="closed")


def _written(kind):
    return lambda at: Q(at__lte=at, kind=kind)


def _waiting(at):
    return Q(at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


ALL = [
    _figure(Sheet, "inspection_checks", "督查检查", "inspections", _done, "inspection:sheets", "已经到场登记结果的检查，次数",
            "visits whose result was recorded"),
    _figure(Sheet, "inspection_scored", "参评检查", "scored inspections", _scored, "inspection:sheets", "参加评比、打了分的检查，次数",
            "visits that count in a round and were given points"),
    _figure(Problem, "inspection_problems", "查出问题", "problems found", _found, "inspection:problems", "检查查出的问题，撤销的不算",
            "problems found by inspections, without those withdrawn"),
    _figure(Problem, "inspection_open", "问题未销号", "problems not closed", _open, "inspection:problems", "还没有复查销号的问题",
            "problems not yet closed by a second look"),
    _figure(Problem, "inspection_late", "问题逾期未整改", "problems overdue", _late, "inspection:problems",
            "过了时限还没有报整改结果的问题",
            "problems past their term and not reported put right"),
    _figure(Problem, "inspection_closed", "问题已销号", "problems closed", _closed, "inspection:problems", "复查后销号的问题",
            "problems closed after a second look"),
    _figure(Written, "inspection_notices", "督查通报", "notices", _written("notice"), "inspection:writtens", "发出的通报",
            "notices that went out"),
    _figure(Written, "inspection_reports", "书面报告", "written reports", _written("report"), "inspection:writtens", "写出的书面报告",
            "written reports"),
    _figure(Written, "inspection_suggestions", "督查建议", "suggestions", _written("suggestion"), "inspection:writtens", "提出的建议",
            "suggestions made"),
    _figure(Complaint, "complaints_open", "投诉未办结", "complaints not closed", _waiting, "inspection:complaints", "还没有办结的投诉举报",
            "complaints not closed"),
]
