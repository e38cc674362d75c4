"""Which persons were seen at their daily checks, and who was left out on a day, for whoever does not know this loop."""
from django.db.models import Exists, OuterRef, Q

from lianfang.ground.days import day_of

from ..models import Check


def seen_on(person, at):
    """Checks of a person on the day of a moment, recorded by then."""
    return Check._base_manager.filter(order__person=person, on=day_of(at), recorded_at__lte=at)


def days_left(person, since, at):
    """Checks of a person past due by a moment, from a day on, of days on which none was recorded."""
    planned = Q(made_at__lte=at) & (Q(lapsed_at=None) | Q(lapsed_at__gt=at)) & (Q(recorded_at=None) | Q(recorded_at__gt=at))
    same_day = Check._base_manager.filter(order=OuterRef("order"), on=OuterRef("on"), recorded_at__lte=at)
    return Check._base_manager.filter(planned, ~Exists(same_day), order__person=person, on__gte=since, on__lt=day_of(at))
