"""What is counted of the tree itself: nodes for which nobody answers (S0-04)."""

from django.db.models import Exists, OuterRef, Q

from lianfang.ground.accounts.models import Responsible
from lianfang.ground.days import day_of
from lianfang.ground.indicators import Indicator
from lianfang.ground.units.models import Unit

HEADED = ("county", "township", "village", "grid")


def _headed(at):
    return Q(level__in=HEADED)


def _lacking(at):
    on = day_of(at)
    answered = Responsible.objects.in_force(on).filter(unit=OuterRef("pk"), account__is_active=True)
    return _headed(at) & Q(from_on__lte=on) & (Q(until_on=None) | Q(until_on__gt=on)) & ~Exists(answered)


ALL = [
    Indicator(
        "nodes_lacking",
        {"zh": "无责任人", "en": "nobody answers"},
        {
            "zh": "县、乡镇（街道）、村（社区）、网格中没有责任人的单位",
            "en": "counties, towns, villages and grids for which nobody answers",
        },
        Unit,
        _lacking,
        "situation:nodes",
        place="path",
        among=_headed,
    ),
]
