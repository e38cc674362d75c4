"""Orders: who is managed, in which measure, who came and went, whose end has come."""

from django.db.models import Q

from lianfang.ground.days import day_of

from ..models import ISOLATED
from .conditions import ends_by, is_open, measured, released_by_tonight, within_today
from .shapes import of_orders

MANAGED = [
    of_orders(
        "ever",
        "累计管控",
        "ever managed",
        lambda at: Q(issued_at__lte=at) & ~Q(state="over"),
        "截至此刻下达过的管控令（下达前已到期的不计）",
        "orders issued up to now, those over before they were decided left out",
        among=None,
    ),
    of_orders(
        "ended",
        "已结束",
        "ended",
        lambda at: Q(issued_at__lte=at, closed_at__lte=at) & ~Q(state="over"),
        "已解除、离县、转诊、死亡或改措施的管控令",
        "orders released, left, in hospital, died or replaced",
        among=None,
    ),
    of_orders("managed", "在管", "managed", is_open, "已下达、未结束的管控令，一人一令", "orders issued and not ended, one a person"),
    of_orders(
        "monitoring",
        "居家健康监测",
        "home monitoring",
        measured("home_monitoring"),
        "措施为居家健康监测的在管人",
        "managed under home health monitoring",
    ),
    of_orders(
        "home",
        "居家隔离",
        "home quarantine",
        measured("home_quarantine"),
        "措施为居家隔离的在管人",
        "managed under home quarantine",
    ),
    of_orders(
        "central",
        "集中隔离",
        "central quarantine",
        measured("central_quarantine"),
        "措施为集中隔离的在管人",
        "managed under central quarantine",
    ),
    of_orders(
        "referred",
        "转诊中",
        "being referred",
        measured("refer_fever_clinic"),
        "转往发热门诊、尚未收治的在管人",
        "on the way to the fever clinic, not yet admitted",
    ),
    of_orders(
        "isolated",
        "仍在隔离",
        "still isolated",
        measured(*ISOLATED),
        "居家隔离与集中隔离之和",
        "home and central quarantine together",
    ),
    of_orders(
        "isolated_abroad",
        "其中境外",
        "from abroad",
        lambda at: measured(*ISOLATED)(at) & Q(is_from_abroad=True),
        "仍在隔离的境外来人",
        "of those still isolated, from abroad",
    ),
    of_orders(
        "unserved",
        "待送达",
        "to be delivered",
        lambda at: is_open(at) & (Q(served_at=None) | Q(served_at__gt=at)),
        "已下达、通知还没送到门的管控令",
        "issued, notice not yet at the door",
    ),
    of_orders(
        "new_today",
        "今日新纳入",
        "new today",
        lambda at: within_today("issued_at", at) & ~Q(state="over"),
        "今日零时到此刻下达的管控令",
        "orders issued since midnight",
    ),
    of_orders(
        "ended_today",
        "今日结束",
        "ended today",
        lambda at: within_today("closed_at", at) & ~Q(state="over"),
        "今日零时到此刻解除或以其他方式结束的管控令",
        "orders released or otherwise ended since midnight",
    ),
    of_orders(
        "released_today",
        "今日解除",
        "released today",
        lambda at: within_today("closed_at", at) & Q(state="released"),
        "今日零时到此刻解除的管控令",
        "orders released since midnight",
    ),
    of_orders(
        "release_due",
        "今日应解除",
        "to be released today",
        released_by_tonight,
        "最后一天是今天或更早、到今天零时还没有结束的管控令",
        "orders whose last day is today or earlier and that had not ended at midnight",
    ),
    of_orders(
        "release_open",
        "到期待解除",
        "release open",
        lambda at: is_open(at) & released_by_tonight(at),
        "今日应解除、还没有结束的管控令",
        "to be released today and not ended yet",
    ),
    of_orders(
        "release_late",
        "到期未解除",
        "past their end",
        lambda at: is_open(at) & ends_by(day_of(at), at),
        "期限已过、还没有解除的管控令",
        "orders past their last day and not ended",
    ),
]
