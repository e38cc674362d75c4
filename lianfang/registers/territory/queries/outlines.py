"""What is drawn of units: their outlines, and where the villages below them lie."""
from django.db.models import Q

from ..models import Outline, Position


def outlines_of(units) -> dict[int, Outline]:
    """The outlines of these units that somebody has brought, by id."""
    return {one.unit_id: one for one in Outline.objects.filter(unit__in=[unit.pk for unit in units])}


def places_below(units) -> list[tuple[str, float, float]]:
    """Path, latitude and longitude of every village below these units of which it is known."""
    under = Q()
    for unit in units:
        under |= Q(unit__path__under=unit.path)
    found = Position.objects.filter(under, unit__level="village") if units else Position.objects.none()
    return list(found.values_list("unit__path", "latitude", "longitude"))
