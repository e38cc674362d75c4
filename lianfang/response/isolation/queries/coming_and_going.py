"""How many came under orders and how many left, day by day, those moved in and out with them."""
from collections import defaultdict
from datetime import UTC, datetime

from django.db.models import Count, TextField
from django.db.models.functions import Cast, Substr

from lianfang.ground.accounts.scope import seen, sees
from lianfang.ground.days import day_of
from lianfang.ground.units.fields import TOP

from ..models import FormerPlace, Order


def came_and_went(reach, since, at) -> dict:
    """For each day from a midnight up to a moment: how many orders were issued and how many ended, within a reach, and how many more were
    moved in than out; those over before they were decided left out."""
    days = defaultdict(lambda: [0, 0, 0])
    for place, field in enumerate(("issued_at", "closed_at")):
        rows = seen(Order, reach).filter(**{f"{field}__gte": since, f"{field}__lte": at}).exclude(state="over")
        hours = rows.annotate(hour=Substr(Cast(field, TextField()), 1, 13)).values_list("hour").annotate(n=Count("pk")).order_by()
        for hour, n in hours:
            days[day_of(datetime.fromisoformat(hour).replace(tzinfo=UTC))][place] += n
    whole = reach.covers(TOP) and sees(TOP)  # nothing comes into the whole tree, or leaves it
    for issued_at, way in () if whole else _moved_orders(since):
        here = [reach.covers(path) and sees(path) for path, _left_at in way]
        if since <= issued_at <= at:
            days[day_of(issued_at)][0] += here[0] - here[-1]
        for before, after, (_path, left_at) in zip(here, here[1:], way, strict=False):
            if left_at <= at:
                days[day_of(left_at)][2] += after - before
    return {day: tuple(counts) for day, counts in days.items()}


def _moved_orders(since):
    """Of each order moved since a moment when it was issued, and its way: the path of each place with the moment it was left, None last."""
    ways = defaultdict(list)
    left = FormerPlace.objects.filter(moved_at__gte=since).order_by("moved_at", "pk")
    for record, path, moved_at in left.values_list("record", "unit__path", "moved_at"):
        ways[record].append((path, moved_at))
    orders = Order._base_manager.filter(pk__in=ways).values_list("pk", "issued_at", "unit__path") if ways else ()
    return [(issued_at, [*ways[pk], (path, None)]) for pk, issued_at, path in orders]
