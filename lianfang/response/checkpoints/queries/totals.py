"""Vehicles and people through the posts, by post, hour, day or direction; each figure with what was decided."""
from django.db.models import Count, Q, Sum

from lianfang.ground.accounts.scope import within

from ..models import Passage, Vehicle

BY = {"post": ("post", "post__name"), "day": ("on",), "hour": ("hour",), "direction": ("direction",)}
DECIDED = ("register", "observe", "transfer", "turn_back")


def totals(reach, first, last, by, post=None) -> list[dict]:
    """From a day to another (both counted) within a reach: vehicles, people, turned back vehicles, and people by what was decided."""
    named = BY[by]
    of = {"on__gte": first, "on__lte": last, **({"post": post} if post else {})}
    found = within(Vehicle.objects.filter(**of), reach).values(*named).annotate(
        vehicles=Count("pk"), people=Sum("people"), turned=Count("pk", filter=Q(outcome="turn_back")),
        short=Count("pk", filter=Q(is_quick=True))).order_by(*reversed(named))
    inside = {f"vehicle__{name}": value for name, value in of.items()}
    decided = within(Passage.objects.filter(outcome__in=DECIDED, **inside), reach).values(f"vehicle__{named[0]}", "outcome").annotate(
        n=Count("pk")).order_by()
    people = {(row[f"vehicle__{named[0]}"], row["outcome"]): row["n"] for row in decided}
    return [{**row, "key": row[named[0]], "label": row[named[-1]], **{code: people.get((row[named[0]], code), 0) for code in DECIDED}}
            for row in found]
