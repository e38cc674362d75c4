"""Who lives at a site, or is to."""
from uuid import UUID

from ..models import INSIDE, Cleaning, Placement, Room, Site
from .fitting import by_number, free_rooms, usable


def lodged(people) -> set[UUID]:
    """Those of these persons who have a room, or are proposed one."""
    return set(Placement._base_manager.filter(person__in=people, ended_at=None).values_list("person_id", flat=True))


def inside(people) -> set[UUID]:
    """Those of these persons who live at a site now, or are at the hospital from there."""
    found = Placement._base_manager.filter(person__in=people, ended_at=None, state__in=INSIDE)
    return set(found.values_list("person_id", flat=True))


def party_of(placement) -> list[Placement]:
    """Who is with somebody: of the same home and room, as far on as he is; himself first."""
    if placement.room_id is None or placement.ended_at:
        return [placement]
    found = Placement.objects.open().filter(home=placement.home_id, room=placement.room_id, state=placement.state)
    others = found.exclude(pk=placement.pk).select_related("person", "room__unit", "room__site__unit", "site__unit", "home")
    return [placement, *others.order_by("proposed_at", "pk")]


def rooms_for(placement, step, site) -> list[Room]:
    """Rooms of a site (by id, as an address says it) somebody may be put in: his family's for `merge`, else free ones, and before he has
    one his family's too."""
    if step == "merge":
        return _of_family(placement)
    if not any(str(one) == site for one in Site.objects.filter(closed_at=None).values_list("pk", flat=True)):
        return []
    rooms = free_rooms([site])
    if step == "confirm_room":
        own = [placement.room] if str(placement.site_id) == site else []
        rooms = [*own, *(room for room in _of_family(placement) if str(room.site_id) == site), *rooms]
    return rooms


def _of_family(placement) -> list[Room]:
    """The rooms in which others of his door are, or are to be."""
    if placement.home.level != "door":
        return []
    held = Placement.objects.holding().filter(home=placement.home_id).exclude(pk=placement.pk).exclude(room=placement.room_id)
    found = list(usable().filter(pk__in=held.values("room")))
    for room in found:
        room.has_family = True
    return found


def room_guests(room) -> tuple[list[Placement], Cleaning | None]:
    """Who has a room or is proposed for it, and the disinfection that is due there."""
    guests = Placement.objects.holding().filter(room=room.pk).select_related("person").order_by("proposed_at", "pk")
    return list(guests), Cleaning.objects.filter(room=room.pk, done_at=None).first()


def coming_to(site) -> list[Placement]:
    """Who is on the way to a site: those with a room proposed, those awaited, room by room."""
    found = Placement.objects.filter(site=site.pk, state__in=("proposed", "awaited"))
    found = found.select_related("person", "room__unit", "room__site__unit", "site__unit", "home__parent")
    return sorted(found, key=lambda one: (by_number(one.room), one.pk))
