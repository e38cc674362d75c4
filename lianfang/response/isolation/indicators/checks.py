"""The day's checks: due, done, open, missed, and with symptoms."""

from django.db.models import Q

from .conditions import done, lacking, missed, of_day, slots
from .shapes import of_checks

CHECKS = [
    of_checks(
        "symptoms_today",
        "今日有症状",
        "symptoms today",
        lambda at: of_day(at) & Q(is_alarming=True, recorded_at__lte=at),
        "今日检查中发热或有症状的人次",
        "checks of today with fever or a symptom",
    ),
    of_checks(
        "am_due",
        "晨检应检",
        "morning checks due",
        slots("am"),
        "今日晨检应检人次",
        "morning checks planned today",
        parts=(("am_done", "am_lacking"),),
    ),
    of_checks("am_done", "晨检已检", "morning checks done", done("am"), "今日晨检已填人次", "morning checks recorded"),
    of_checks(
        "am_lacking", "晨检未填", "morning checks open", lacking("am"), "还没填的晨检（含未到时间的）", "morning checks not yet recorded"
    ),
    of_checks("am_missed", "晨检漏检", "morning checks missed", missed("am"), "过了截止时间还没填的晨检", "morning checks past due"),
    of_checks(
        "pm_due",
        "晚检应检",
        "evening checks due",
        slots("pm"),
        "今日晚检应检人次",
        "evening checks planned today",
        parts=(("pm_done", "pm_lacking"),),
    ),
    of_checks("pm_done", "晚检已检", "evening checks done", done("pm"), "今日晚检已填人次", "evening checks recorded"),
    of_checks(
        "pm_lacking", "晚检未填", "evening checks open", lacking("pm"), "还没填的晚检（含未到时间的）", "evening checks not yet recorded"
    ),
    of_checks("pm_missed", "晚检漏检", "evening checks missed", missed("pm"), "过了截止时间还没填的晚检", "evening checks past due"),
]
