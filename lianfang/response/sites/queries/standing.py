"""The sites with their rooms counted: a few questions for all of them, however many there are."""
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from ..models import Room, Site
from ..rules import needed

GUESTS = Q(zone="contaminated", is_shut=False)


@dataclass(slots=True)
class Standing:
    """A site in figures: rooms for guests, beds in them, and how many rooms are kept in reserve."""

    site: Site
    rooms: int = 0
    beds: int = 0
    reserve: int = 0


def standing(at) -> list[Standing]:
    """The open sites, each in figures, in the order of the tree."""
    sites = list(Site.objects.filter(closed_at=None).select_related("unit__parent", "leader").order_by("unit__path"))
    counted = Room.objects.filter(GUESTS).values_list("site").annotate(n=Count("pk"), beds=Sum("beds")).order_by()
    rooms = {site: (n, beds) for site, n, beds in counted}
    return [_standing(site, *rooms.get(site.pk, (0, 0)), at) for site in sites]


def _standing(site, rooms, beds, at) -> Standing:
    return Standing(site, rooms, beds, needed("reserve", rooms, at, site.unit.path))


def site_of(pk) -> Site | None:
    """A site within the scope, with what its page needs."""
    return Site.objects.select_related("unit__parent", "leader").filter(pk=pk).first()
