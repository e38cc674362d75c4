"""What is counted of orders, checks, alarms and turns, now or at any past moment; each figure is the query of its records."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from lianfang.ground.days import day_of, day_start
from lianfang.ground.indicators import Indicator
from lianfang.ground.workflow.models import Turn

from .models import ISOLATED, Alarm, Check, FormerEnd, Need, Order, Review


def _open(at):
    return Q(issued_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _of_today(at):
    """Orders that were open at some time of the day."""
    return Q(issued_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gte=day_start(day_of(at))))


def _measure(*codes):
    return lambda at: _open(at) & Q(measure__in=codes)


def _today(field, at):
    return Q(**{f"{field}__gte": day_start(day_of(at)), f"{field}__lte": at})


def _ends_by(day, at):
    """The day after the last is not after this day, by what was known then: ends moved later count as they stood."""
    moved = FormerEnd.objects.filter(moved_at__gt=at).order_by("-moved_at", "-pk").values_list("order_id", "until_on")
    stood = dict(moved)
    if not stood:
        return Q(until_on__lte=day)
    return (Q(until_on__lte=day) & ~Q(pk__in=stood)) | Q(pk__in=[order for order, until_on in stood.items() if until_on <= day])


def _released_by_tonight(at):
    return ~Q(state="over") & _ends_by(day_of(at) + timedelta(days=1), at)


def _slots(half):
    return lambda at: _of_day(at) & Q(half=half) & _planned(at)


def _of_day(at):
    return Q(on=day_of(at))


def _planned(at):
    return Q(made_at__lte=at) & (Q(lapsed_at=None) | Q(lapsed_at__gt=at))


def _unfilled(at):
    return Q(recorded_at=None) | Q(recorded_at__gt=at)


def _done(half):
    return lambda at: _slots(half)(at) & Q(recorded_at__lte=at)


def _missed(half):
    return lambda at: _slots(half)(at) & Q(due__lt=at) & _unfilled(at)


def _lacking(half):
    return lambda at: _slots(half)(at) & _unfilled(at)


def _overdue(at):
    """Open then and past due; those closed since are looked up first: an index finds them, and for this moment there are none."""
    since = Turn._base_manager.filter(closed_at__gt=at, opened_at__lte=at, due__lt=at).values_list("pk", flat=True)
    return Q(opened_at__lte=at, due__lt=at) & (Q(closed_at=None) | Q(pk__in=list(since)))


def _overdue_at(level):
    return lambda at: _overdue(at) & Q(level=level)


def _waiting(began, ended):
    return lambda at: Q(**{f"{began}__lte": at}) & (Q(**{ended: None}) | Q(**{f"{ended}__gt": at}))


def _unmanaged(at):
    managed = Order._base_manager.filter(_open(at), person=OuterRef("person"))
    return _waiting("asked_at", "decided_at")(at) & ~Exists(managed)


def _order(code, zh, en, where, meaning_zh, meaning_en, among=_of_today):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, Order, where, "isolation:orders", among=among)


def _of(model, code, zh, en, where, page, meaning_zh, meaning_en, among=None):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page, among=among)


def _check(code, zh, en, where, meaning_zh, meaning_en):
    return _of(Check, code, zh, en, where, "isolation:checks", meaning_zh, meaning_en, _of_day)


MANAGED = [
    _order(
        "ever",
        "累计管控",
        "ever managed",
        lambda at: Q(issued_at__lte=at) & ~Q(state="over"),
        "截至此刻下达过的管控令（下达前已到期的不计）",
        "orders issued up to now, those over before they were decided left out",
        among=None,
    ),
    _order(
        "ended",
        "已结束",
        "ended",
        lambda at: Q(issued_at__lte=at, closed_at__lte=at) & ~Q(state="over"),
        "已解除、离县、转诊、死亡或改措施的管控令",
        "orders released, left, in hospital, died or replaced",
        among=None,
    ),
    _order("managed", "在管", "managed", _open, "已下达、未结束的管控令，一人一令", "orders issued and not ended, one a person"),
    _order(
        "monitoring",
        "居家健康监测",
        "home monitoring",
        _measure("home_monitoring"),
        "措施为居家健康监测的在管人",
        "managed under home health monitoring",
    ),
    _order("home", "居家隔离", "home quarantine", _measure("home_quarantine"), "措施为居家隔离的在管人", "managed under home quarantine"),
    _order(
        "central",
        "集中隔离",
        "central quarantine",
        _measure("central_quarantine"),
        "措施为集中隔离的在管人",
        "managed under central quarantine",
    ),
    _order(
        "referred",
        "转诊中",
        "being referred",
        _measure("refer_fever_clinic"),
        "转往发热门诊、尚未收治的在管人",
        "on the way to the fever clinic, not yet admitted",
    ),
    _order("isolated", "仍在隔离", "still isolated", _measure(*ISOLATED), "居家隔离与集中隔离之和", "home and central quarantine together"),
    _order(
        "isolated_abroad",
        "其中境外",
        "from abroad",
        lambda at: _measure(*ISOLATED)(at) & Q(is_from_abroad=True),
        "仍在隔离的境外来人",
        "of those still isolated, from abroad",
    ),
    _order(
        "unserved",
        "待送达",
        "to be delivered",
        lambda at: _open(at) & (Q(served_at=None) | Q(served_at__gt=at)),
        "已下达、通知还没送到门的管控令",
        "issued, notice not yet at the door",
    ),
    _order(
        "new_today",
        "今日新纳入",
        "new today",
        lambda at: _today("issued_at", at) & ~Q(state="over"),
        "今日零时到此刻下达的管控令",
        "orders issued since midnight",
    ),
    _order(
        "ended_today",
        "今日结束",
        "ended today",
        lambda at: _today("closed_at", at) & ~Q(state="over"),
        "今日零时到此刻解除或以其他方式结束的管控令",
        "orders released or otherwise ended since midnight",
    ),
    _order(
        "released_today",
        "今日解除",
        "released today",
        lambda at: _today("closed_at", at) & Q(state="released"),
        "今日零时到此刻解除的管控令",
        "orders released since midnight",
    ),
    _order(
        "release_due",
        "今日应解除",
        "to be released today",
        _released_by_tonight,
        "最后一天是今天或更早、到今天零时还没有结束的管控令",
        "orders whose last day is today or earlier and that had not ended at midnight",
    ),
    _order(
        "release_open",
        "到期待解除",
        "release open",
        lambda at: _open(at) & _released_by_tonight(at),
        "今日应解除、还没有结束的管控令",
        "to be released today and not ended yet",
    ),
    _order(
        "release_late",
        "到期未解除",
        "past their end",
        lambda at: _open(at) & _ends_by(day_of(at), at),
        "期限已过、还没有解除的管控令",
        "orders past their last day and not ended",
    ),
]
CHECKS = [
    _check(
        "symptoms_today",
        "今日有症状",
        "symptoms today",
        lambda at: _of_day(at) & Q(is_alarming=True, recorded_at__lte=at),
        "今日检查中发热或有症状的人次",
        "checks of today with fever or a symptom",
    ),
    _check("am_due", "晨检应检", "morning checks due", _slots("am"), "今日晨检应检人次", "morning checks planned today"),
    _check("am_done", "晨检已检", "morning checks done", _done("am"), "今日晨检已填人次", "morning checks recorded"),
    _check(
        "am_lacking", "晨检未填", "morning checks open", _lacking("am"), "还没填的晨检（含未到时间的）", "morning checks not yet recorded"
    ),
    _check("am_missed", "晨检漏检", "morning checks missed", _missed("am"), "过了截止时间还没填的晨检", "morning checks past due"),
    _check("pm_due", "晚检应检", "evening checks due", _slots("pm"), "今日晚检应检人次", "evening checks planned today"),
    _check("pm_done", "晚检已检", "evening checks done", _done("pm"), "今日晚检已填人次", "evening checks recorded"),
    _check(
        "pm_lacking", "晚检未填", "evening checks open", _lacking("pm"), "还没填的晚检（含未到时间的）", "evening checks not yet recorded"
    ),
    _check("pm_missed", "晚检漏检", "evening checks missed", _missed("pm"), "过了截止时间还没填的晚检", "evening checks past due"),
]
LEVELS = (
    ("grid", "网格逾期", "网格", "grid"),
    ("village", "村（社区）逾期", "村（社区）", "village"),
    ("township", "乡镇（街道）逾期", "乡镇（街道）", "township"),
    ("county", "县级逾期", "县", "county"),
)
WAITING = [
    _of(
        Alarm,
        "alarms_open",
        "告警未处置",
        "alarms open",
        _waiting("raised_at", "answered_at"),
        "isolation:alarms",
        "发热、症状或阳性告警，还没处置",
        "alarms not yet answered",
    ),
    _of(
        Need,
        "needs_open",
        "需求未办",
        "needs open",
        _waiting("asked_at", "closed_at"),
        "isolation:needs",
        "在管人提出、还没送到的需求",
        "needs not yet met",
    ),
    _of(
        Review,
        "unmanaged",
        "应管未管",
        "should be managed, is not",
        _unmanaged,
        "isolation:reviews",
        "判定为人工复核、还没有定措施也不在管的人（例外清单）",
        "people left to manual review, no measure yet and not managed otherwise",
    ),
    _of(Turn, "overdue", "逾期待办", "overdue turns", _overdue, "home:turns", "已过时限、还没办的待办", "turns past due", _overdue),
    *[
        _of(
            Turn,
            f"overdue_{level}",
            zh,
            f"overdue at {en} level",
            _overdue_at(level),
            "home:turns",
            f"轮到{place}、已过时限的待办",
            f"turns past due at {en} level",
            _overdue,
        )
        for level, zh, place, en in LEVELS
    ],
]
ALL = [*MANAGED, *CHECKS, *WAITING]
