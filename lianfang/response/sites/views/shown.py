"""What the pages of a site share: the site within the scope, its front as a drawing, who may lead it."""
from collections import Counter

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.days import day_of
from lianfang.ground.ui.elevation import Cell, Keys, elevation

from .. import queries
from ..models import Site
from ..words import LEGEND, LOOKS, ROOM_STATES


def site_in_scope(pk) -> Site:
    """A site the reader may see."""
    if found := queries.site_of(pk):
        return found
    raise Http404


def accounts_near(unit, at):
    """Who could lead there: whoever stands at or above the place."""
    near = Assignment.objects.in_force(day_of(at)).filter(unit__in=unit.ancestor_ids)
    return Account.objects.filter(is_active=True, assignments__in=near).distinct().order_by("name")


def drawn(site, rooms, on, selected=None) -> list[tuple[str, str]]:
    """The front of each building of a site: its name and its drawing."""
    own = reverse("sites:site", args=[site.pk])
    lists = {look: f"{reverse('sites:rooms', args=[site.pk])}?status={look}" for look in LEGEND}
    keys = Keys(LEGEND, _("间"), _("共 {} 间 {} 人"), _("点任一间看住的人和要做的事。"))
    cells = {building.unit.name: [_cell(one, own, on, selected) for one in found] for building, found in rooms.items()}
    return [(name, elevation(found, urls=lists, title=name, keys=keys)) for name, found in cells.items()]


def _cell(one, own, on, selected) -> Cell:
    return Cell(one.door.stair, one.door.floor, one.position, one.door.number, LOOKS[one.state], _word(one, on),
                people=len(one.guests) or None, open_turns=one.turns, url=f"{own}?room={one.room.pk}", selected=one.room.pk == selected)


def _word(one, on) -> str:
    """Who is in it and which day it is, else what it is."""
    if not one.guests:
        return str(ROOM_STATES[one.state])
    first = one.guests[0]
    if first.state == "in_hospital":
        return _("{name} 就医").format(name=first.person.masked_name)
    days = f"{first.day_number(on)}/{first.days}" if one.state == "occupied" else str(ROOM_STATES["awaited"])
    return f"{first.person.masked_name} {days}"


def figures(site, rooms) -> list[tuple]:
    """The rooms of a site counted by state: how many, the list of them, what they are called, the tone."""
    counts = Counter(one.state for found in rooms.values() for one in found)
    lists = reverse("sites:rooms", args=[site.pk])
    tones = {"free": "good", "to_clean": "warn"}
    return [(counts[state], f"{lists}?status={LOOKS[state]}", ROOM_STATES[state], tones.get(state, ""))
            for state in ("occupied", "awaited", "to_clean", "free", "reserve")]
