"""The sites with their rooms counted: a few questions for all of them, however many there are."""
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import accumulate

from django.db.models import Count, Max, Q, Sum

from lianfang.ground.days import day_of

from ..models import Cleaning, Placement, Room, Site
from ..rules import needed, rule

GUESTS = Q(zone="contaminated", is_shut=False)


@dataclass(slots=True)
class Standing:
    """A site in figures: rooms for guests, beds in them, people, rooms that somebody has, that wait for disinfection, that are kept in
    reserve, and that are free beside those; `ahead`: how many would be free on each of the next days as the orders run."""

    site: Site
    rooms: int = 0
    beds: int = 0
    people: int = 0
    taken: int = 0
    to_clean: int = 0
    reserve: int = 0
    ahead: tuple[int, ...] = ()

    @property
    def free(self) -> int:
        """Rooms that may be given away now."""
        return max(self.rooms - self.taken - self.to_clean - self.reserve, 0)


def standing(at) -> list[Standing]:
    """The open sites, each in figures, in the order of the tree: five questions."""
    sites = list(Site.objects.filter(closed_at=None).select_related("unit__parent", "leader").order_by("unit__path"))
    counted = Room.objects.filter(GUESTS).values_list("site").annotate(n=Count("pk"), beds=Sum("beds")).order_by()
    rooms = {site: (n, beds) for site, n, beds in counted}
    held = Placement.objects.holding().values_list("site").annotate(people=Count("pk"), rooms=Count("room", distinct=True)).order_by()
    people = {site: (n, taken) for site, n, taken in held}
    due = Cleaning.objects.filter(done_at=None, room__is_shut=False).values_list("site").annotate(n=Count("pk")).order_by()
    cleanings = Counter(dict(due))
    leaving = _leaving(at)
    found = [Standing(site, *rooms.get(site.pk, (0, 0)), *people.get(site.pk, (0, 0)), cleanings[site.pk]) for site in sites]
    for one in found:
        one.reserve = needed("reserve", one.rooms, at, one.site.unit.path)
        emptied = accumulate(leaving[one.site.pk])
        one.ahead = tuple(max(one.rooms - one.taken - one.reserve + gone, 0) for gone in emptied)
    return found


def _leaving(at) -> dict:
    """By site how many rooms the last one leaves on each of the next days, as the table says how many; today's and those overdue first."""
    days, today = rule("ahead", at)["count"], day_of(at)
    found = defaultdict(lambda: [0] * (days + 1))
    held = Placement.objects.holding().values_list("site", "room").annotate(last=Max("until_on")).order_by()
    for site, _room, last in held:
        if (in_days := max((last - today).days, 0)) <= days:
            found[site][in_days] += 1
    return found


def site_of(pk) -> Site | None:
    """A site within the scope, with what its page needs."""
    return Site.objects.select_related("unit__parent", "leader").filter(pk=pk).first()
