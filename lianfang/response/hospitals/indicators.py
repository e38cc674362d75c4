"""What is counted of infection control: reports sent in time, reports overdue, problems not closed."""
from django.db.models import F, Q

from lianfang.ground.indicators import Indicator

from .models import Problem, Week


def _in_time(at):
    return Q(sent_at__lte=at, due_at__lte=at) & Q(sent_at__lte=F("due_at"))


def _late(at):
    return Q(due_at__lt=at) & (Q(sent_at=None) | Q(sent_at__gt=at)) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _open(at):
    return Q(found_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


ALL = [
    Indicator("hospital_in_time", {"zh": "院感周报按时", "en": "infection-control reports in time"},
              {"zh": "截至此刻到期、按时上报的院感周报（份）", "en": "weekly reports that have fallen due and were sent in time"},
              Week, _in_time, "hospitals:weeks"),
    Indicator("hospital_late", {"zh": "院感周报逾期", "en": "infection-control reports overdue"},
              {"zh": "过了上报时限、此刻还没有上报的院感周报（份）", "en": "weekly reports past their time and not yet sent"},
              Week, _late, "hospitals:weeks"),
    Indicator("hospital_problems", {"zh": "院感问题未销号", "en": "infection-control problems open"},
              {"zh": "发现了、此刻还没有核销的院感问题（个）", "en": "infection-control problems found and not yet closed"},
              Problem, _open, "hospitals:problems"),
]
