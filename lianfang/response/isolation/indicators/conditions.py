"""Which records a figure counts, as known at a moment: the conditions, by their words."""

from collections import Counter, defaultdict
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from lianfang.ground.days import day_of, day_start
from lianfang.ground.indicators import once
from lianfang.ground.indicators.tallies import late_below
from lianfang.ground.workflow.models import Turn

from ..models import FormerEnd, FormerPlace, Order


def is_open(at):
    """Orders issued and not ended."""
    return Q(issued_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def of_today(at):
    """Orders that were open at some time of the day, or were issued later: each figure says itself by when it was issued."""
    return Q(closed_at=None) | Q(closed_at__gte=day_start(day_of(at)))


def measured(*codes):
    """Open orders of some measures."""
    return lambda at: is_open(at) & Q(measure__in=codes)


def within_today(field, at):
    """What happened since midnight."""
    return Q(**{f"{field}__gte": day_start(day_of(at)), f"{field}__lte": at})


def ends_by(day, at):
    """The day after the last is not after this day, by what was known then: ends moved later count as they stood."""
    moved = former_ends(at)
    if not moved:
        return Q(until_on__lte=day)
    return (Q(until_on__lte=day) & ~Q(pk__in=moved)) | Q(pk__in=[order for order, until_on in moved.items() if until_on <= day])


@once
def former_ends(at):
    """The end then of each order whose end has been moved since."""
    moved = FormerEnd.objects.filter(moved_at__gt=at).order_by("-moved_at", "-pk")
    return dict(moved.values_list("order_id", "until_on"))


@once
def stood(at):
    """The unit of each record that has been moved to another since: the earliest it left after that moment."""
    left = FormerPlace.objects.filter(moved_at__gt=at).order_by("-moved_at", "-pk")
    return dict(left.values_list("record", "unit_id"))


def released_by_tonight(at):
    """Orders whose last day is today or earlier."""
    return ~Q(state="over") & ends_by(day_of(at) + timedelta(days=1), at)


def slots(half):
    """Checks planned for a half of today."""
    return lambda at: of_day(at) & Q(half=half) & planned(at)


def of_day(at):
    """Checks of today."""
    return Q(on=day_of(at))


def planned(at):
    """Checks planned by then and not lapsed yet."""
    return Q(made_at__lte=at) & (Q(lapsed_at=None) | Q(lapsed_at__gt=at))


def unfilled(at):
    """Checks nobody had recorded yet."""
    return Q(recorded_at=None) | Q(recorded_at__gt=at)


def done(half):
    """Checks of a half recorded."""
    return lambda at: slots(half)(at) & Q(recorded_at__lte=at)


def missed(half):
    """Checks of a half past due and not recorded."""
    return lambda at: slots(half)(at) & Q(due__lt=at) & unfilled(at)


def lacking(half):
    """Checks of a half not recorded."""
    return lambda at: slots(half)(at) & unfilled(at)


def is_overdue(at):
    """Open then and past due; those closed since are looked up first: an index finds them, and for this moment there are none."""
    return Q(opened_at__lte=at, due__lt=at) & (Q(closed_at=None) | Q(pk__in=closed_since(at)))


def closed_since(at):
    """Turns overdue then that have been closed since; of a day there may be hundreds of thousands, more than a question may name."""
    return Turn._base_manager.filter(closed_at__gt=at, opened_at__lte=at, due__lt=at).values("pk")


def overdue_at(level):
    """The same at one level."""
    return lambda at: is_overdue(at) & Q(level=level)


def overdue_below(unit, at) -> dict:
    """How many these are for each child of a unit, at each level and together."""
    found = defaultdict(Counter)
    for late in late_below(unit, at):
        found[late.child or 0].update({"overdue": late.count, f"overdue_{late.level}": late.count})
    return found


def waits(began, ended):
    """Records begun and not ended, by the names of those two fields."""
    return lambda at: Q(**{f"{began}__lte": at}) & (Q(**{ended: None}) | Q(**{f"{ended}__gt": at}))


def unmanaged(at):
    """Reviews not decided of people without an open order."""
    managed = Order._base_manager.filter(is_open(at), person=OuterRef("person"))
    return waits("asked_at", "decided_at")(at) & ~Exists(managed)
