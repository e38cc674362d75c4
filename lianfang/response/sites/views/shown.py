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
    days = f"{first.day_number(on)}/{first.days}"
    return f"{first.person.masked_name} {days}" if one.state == "occupied" else _("等 {name}").format(name=first.person.masked_name)


def floors(rooms) -> list[tuple]:
    """The floors where somebody lives: the building, the floor, how many people, for the temperatures of a whole floor."""
    found = Counter()
    for building, ones in rooms.items():
        for one in ones:
            if inside := sum(guest.state == "admitted" for guest in one.guests):
                found[building.unit, one.door.floor] += inside
    return [(unit, floor, n) for (unit, floor), n in sorted(found.items(), key=lambda item: (item[0][0].path, item[0][1]))]
