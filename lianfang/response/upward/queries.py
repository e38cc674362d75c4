"""What others may ask of reports to the city: those of a record, how long each stage took."""
from statistics import median

from lianfang.registers.outside.models import Answer

from .figures import hand_in
from .models import Event, Report

__all__ = ["events_of", "hand_in", "reports_of", "stage_minutes"]


def events_of(record) -> list[Event]:
    """The event of a record (a case, by its id), if it goes up."""
    return list(Event.objects.filter(record=record))


def reports_of(event) -> list[tuple]:
    """Its reports, the oldest first, each with the city's answers."""
    reports = list(Report.objects.filter(event=event).select_related("by").order_by("reported_at", "pk"))
    answers: dict = {}
    for one in Answer.objects.filter(record__in=[report.pk for report in reports]).select_related("by").order_by("said_at", "pk"):
        answers.setdefault(one.record, []).append(one)
    return [(report, answers.get(report.pk, [])) for report in reports]


def stage_minutes() -> dict[str, tuple]:
    """By stage: how many reports, the median of the minutes each took, how many were late."""
    found: dict = {}
    for report in Report.objects.exclude(stage="correction").only("stage", "minutes", "due", "reported_at"):
        found.setdefault(report.stage, []).append((report.minutes, report.is_late))
    return {stage: (len(some), int(median(minutes for minutes, _late in some)), sum(late for _minutes, late in some))
            for stage, some in found.items()}
