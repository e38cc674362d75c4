"""Trips: one with its riders, those somebody rides in now, and who rode in one."""
from uuid import UUID

from ..models import Placement, Rider, Trip


def trip_of(pk) -> Trip | None:
    """A trip within the scope, with what its page needs."""
    return Trip.objects.select_related("site__unit", "by").filter(pk=pk).first()


def riders_of(trip) -> list[Placement]:
    """Whom it takes, by their placements."""
    found = Placement.objects.filter(trips__trip=trip.pk).select_related("person", "room__unit", "home__parent", "unit")
    return list(found.order_by("proposed_at", "pk"))


def trip_now(placement) -> Trip | None:
    """The trip somebody is to ride in, or rides in."""
    open_now = Trip.objects.filter(riders__placement=placement.pk, state__in=("planned", "under_way", "arrived"))
    return open_now.order_by("-planned_at").first()


def taken_to_hospital(trips) -> set[UUID]:
    """Who rode in these trips (by id) to a hospital."""
    found = Rider._base_manager.filter(trip__in=trips, trip__kind="to_hospital")
    return set(found.values_list("person_id", flat=True))
