"""What waits for somebody: alarms, needs, reviews, and turns past due."""

from lianfang.ground.workflow.models import Turn

from ..models import Alarm, Need, Review
from .conditions import is_overdue, overdue_at, overdue_below, unmanaged, waits
from .shapes import figure

LEVELS = (
    ("grid", "网格逾期", "网格", "grid"),
    ("village", "村（社区）逾期", "村（社区）", "village"),
    ("township", "乡镇（街道）逾期", "乡镇（街道）", "township"),
    ("county", "县级逾期", "县", "county"),
)
WAITING = [
    figure(
        Alarm,
        "alarms_open",
        "告警未处置",
        "alarms open",
        waits("raised_at", "answered_at"),
        "isolation:alarms",
        "发热、症状或阳性告警，还没处置",
        "alarms not yet answered",
    ),
    figure(
        Need,
        "needs_open",
        "需求未办",
        "needs open",
        waits("asked_at", "closed_at"),
        "isolation:needs",
        "在管人提出、还没送到的需求",
        "needs not yet met",
    ),
    figure(
        Review,
        "unmanaged",
        "应管未管",
        "should be managed, is not",
        unmanaged,
        "isolation:reviews",
        "判定为人工复核、还没有定措施也不在管的人（例外清单）",
        "people left to manual review, no measure yet and not managed otherwise",
    ),
    figure(
        Turn,
        "overdue",
        "逾期待办",
        "overdue turns",
        is_overdue,
        "home:turns",
        "已过时限、还没办的待办",
        "turns past due",
        is_overdue,
        stood=None,
        below=overdue_below,
    ),
    *[
        figure(
            Turn,
            f"overdue_{level}",
            zh,
            f"overdue at {en} level",
            overdue_at(level),
            "home:turns",
            f"轮到{place}、已过时限的待办",
            f"turns past due at {en} level",
            is_overdue,
            stood=None,
            below=overdue_below,
        )
        for level, zh, place, en in LEVELS
    ],
]
