"""The sites with their rooms counted: a few questions for all of them, however many there are."""
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from ..models import Cleaning, Placement, Room, Site
from ..rules import needed

GUESTS = Q(zone="contaminated", is_shut=False)


@dataclass(slots=True)
class Standing:
    """A site in figures: rooms for guests, beds in them, people, rooms that somebody has, that wait for disinfection, that are kept in
    reserve, and that are free beside those."""

    site: Site
    rooms: int = 0
    beds: int = 0
    people: int = 0
    taken: int = 0
    to_clean: int = 0
    reserve: int = 0

    @property
    def free(self) -> int:
        """Rooms that may be given away now."""
        return max(self.rooms - self.taken - self.to_clean - self.reserve, 0)


def standing(at) -> list[Standing]:
    """The open sites, each in figures, in the order of the tree: four questions."""
    sites = list(Site.objects.filter(closed_at=None).select_related("unit__parent", "leader").order_by("unit__path"))
    counted = Room.objects.filter(GUESTS).values_list("site").annotate(n=Count("pk"), beds=Sum("beds")).order_by()
    rooms = {site: (n, beds) for site, n, beds in counted}
    held = Placement.objects.holding().values_list("site").annotate(people=Count("pk"), rooms=Count("room", distinct=True)).order_by()
    people = {site: (n, taken) for site, n, taken in held}
    due = Cleaning.objects.filter(done_at=None, room__is_shut=False).values_list("site").annotate(n=Count("pk")).order_by()
    cleanings = Counter(dict(due))
    return [_standing(site, *rooms.get(site.pk, (0, 0)), *people.get(site.pk, (0, 0)), cleanings[site.pk], at) for site in sites]


def _standing(site, rooms, beds, people, taken, to_clean, at) -> Standing:
    return Standing(site, rooms, beds, people, taken, to_clean, needed("reserve", rooms, at, site.unit.path))


def site_of(pk) -> Site | None:
    """A site within the scope, with what its page needs."""
    return Site.objects.select_related("unit__parent", "leader").filter(pk=pk).first()
