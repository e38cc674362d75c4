"""What stands at the posts now: who is on duty, what was counted and recorded, who waits, who should be there and is not."""
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, Sum

from lianfang.ground.accounts.scope import reach_of, through, within
from lianfang.ground.days import SHANGHAI, day_of, now
from lianfang.registers.territory.queries.shut import shut_carried

from ..asking.bearings import bearings
from ..asking.slips import AT_HOME
from ..clocks import duty
from ..models import TIERS, Passage, Post, Shift, Tally, Vehicle


@dataclass(slots=True)
class Standing:
    """A post with what happens there."""

    post: Post
    shift: Shift | None
    vehicles: int
    people: int
    held: int
    unwatched_since: datetime | None = None


PACED, FEWEST = 10, 2  # the last vehicles by which the pace is judged, and how few say nothing of it


@dataclass(slots=True)
class Queue:
    """How many vehicles wait and for how many minutes, judged by the last `window` minutes; None where nobody counts."""

    window: int
    waiting: int | None = None
    minutes: int | None = None


def posts_of(reach, at) -> list[Standing]:
    """The posts within a reach that stand today, widest tier first, each with its shift and the day's figures; five queries."""
    on = day_of(at)
    posts = list(within(Post.objects.in_force(on), reach).select_related("unit").order_by("unit__path", "name"))
    ids = [post.pk for post in posts]
    shifts = {shift.post_id: shift for shift in Shift.objects.filter(post__in=ids, closed_at=None).select_related("opened_by")}
    counted = Vehicle.objects.filter(post__in=ids, on=on).values("post").annotate(n=Count("pk"), heads=Sum("people")).order_by()
    figures = {row["post"]: (row["n"], row["heads"]) for row in counted}
    held = Counter(Passage.objects.filter(post__in=ids, closed_at=None).values_list("post", flat=True))
    lacking = dict(within(Post.objects.filter(lacks_watch(at)), reach).values_list("pk", "pk"))
    last = {shift.post_id: shift.closed_at for shift in Shift.objects.filter(post__in=lacking).order_by("closed_at")}
    tiers = list(TIERS)
    found = [Standing(post, shifts.get(post.pk), *figures.get(post.pk, (0, 0)), held[post.pk],
                      last.get(post.pk, _began(post)) if post.pk in lacking else None) for post in posts]
    return sorted(found, key=lambda one: tiers.index(one.post.tier))


def _began(post):
    return datetime.combine(post.from_on, datetime.min.time(), SHANGHAI)


def lacks_watch(at) -> Q:
    """The condition on posts: open at a moment, and nobody on duty for longer than the rules of their tier let pass."""
    on, lacking = day_of(at), Q(pk=None)
    for tier in TIERS:
        gap = duty(tier, on)["gap_minutes"]
        if gap is not None:
            since = at - timedelta(minutes=gap)
            watched = Shift._base_manager.filter(Q(closed_at=None) | Q(closed_at__gt=since), post=OuterRef("pk"), opened_at__lte=at)
            lacking |= Q(tier=tier) & ~Exists(watched)
    return is_open(at) & lacking


def is_open(at) -> Q:
    """The condition on posts: standing and open at a moment."""
    on, clock = day_of(at), f"{at.astimezone(SHANGHAI):%H:%M}"
    return Q(from_on__lte=on, opens__lte=clock, closes__gt=clock) & (Q(until_on=None) | Q(until_on__gt=on))


def unwatched(reach, at) -> list[Post]:
    """The posts within a reach where nobody is on duty and somebody should be."""
    return list(within(Post.objects.filter(lacks_watch(at)), reach).select_related("unit").order_by("unit__path"))


def queue_of(post, at) -> Queue:
    """How long the queue is: what the shift on duty counted coming, less what was recorded, within the minutes the table says; the wait at
    the pace of the last vehicles, from one to the next, so that an hour in which few came says nothing of how long one takes."""
    window = duty(post.tier, day_of(at))["window_minutes"]
    opened = Shift._base_manager.filter(post=post, opened_at__lte=at).order_by("-opened_at").values_list("opened_at", flat=True).first()
    since = max(filter(None, (at - timedelta(minutes=window), opened)))
    coming = Tally._base_manager.filter(shift__post=post, at__gte=since, at__lte=at).aggregate(n=Sum("vehicles"))["n"]
    if coming is None:
        return Queue(window)
    served = Vehicle._base_manager.filter(post=post, on__gte=day_of(since), at__gte=since, at__lte=at)
    waiting = max(0, coming - served.count())
    last = list(served.order_by("-at").values_list("at", flat=True)[:PACED])
    pace = (last[0] - last[-1]) / (len(last) - 1) if len(last) > FEWEST else None
    return Queue(window, waiting, pace and -(-waiting * pace // timedelta(minutes=1)))


def counts(shift) -> dict:
    """Counted and recorded in a shift, and their difference."""
    counted = Tally._base_manager.filter(shift=shift).aggregate(vehicles=Sum("vehicles", default=0), people=Sum("people", default=0))
    recorded = Vehicle._base_manager.filter(shift=shift).aggregate(vehicles=Count("pk"), people=Sum("people", default=0))
    return {"counted": counted, "recorded": recorded, "vehicles": counted["vehicles"] - recorded["vehicles"],
            "people": counted["people"] - recorded["people"]}


def carried(request, area) -> list[dict]:
    """The posts where an account guards, as its phone carries them: what the gate asks for, who is on duty, whom to call."""
    reach = reach_of(request.assignments, "guard")
    with through(reach):
        return [{"id": str(one.post.pk), "name": one.post.name, "unit": one.post.unit_id, "around": one.post.unit.ancestor_ids,
                 "tier": one.post.tier, "kind": one.post.kind, "at_home": one.post.tier in AT_HOME,
                 "form": one.post.form, "road": one.post.road, "spared": one.post.spared, "team_phone": one.post.team_phone,
                 "shift": _carried_shift(one.shift)} for one in posts_of(reach, now())]


def shut(request, area) -> dict:
    """What orders shut in the counties where an account guards, and the places there by name: a phone at a gate without a signal says what
    the server would say."""
    guarded = [one.unit for one in request.assignments if "guard" in one.rights]
    orders = shut_carried([one.path for one in guarded], now()) if guarded else []
    counties = {one.ancestor_ids[0]: one for one in guarded} if orders else {}
    return {"orders": orders, "places": [place for one in counties.values() for place in bearings(one).carried()]}


def _carried_shift(shift) -> dict | None:
    if shift is None:
        return None
    found = counts(shift)
    return {"id": str(shift.pk), "since": shift.opened_at.isoformat(), "vehicles": found["counted"]["vehicles"],
            "people": found["counted"]["people"], "recorded": found["recorded"]["vehicles"]}
