"""A room is proposed to whom an order sends to a site, a person confirms it; what is not needed any more is taken back."""
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, close_turns, open_turns

from ..models import Placement, Room, Site
from ..queries.fitting import Party, choose, for_guests, stands_in_the_way

ROOMS = "room_rule"
UNKNOWN = "unknown"


@dataclass(slots=True)
class Guest:
    """Who must go to a site: the order (by id) and its days, where he lives, and what the room's table asks."""

    person: UUID
    order: UUID
    home: int
    base_on: date
    until_on: date
    because: UUID
    special: str = UNKNOWN
    age: int | None = None


@everything()
def propose(*, guests, by, at) -> list[Placement]:
    """Propose a room to each; who has one keeps it under the newest order. Where none fits, a person must find one: the turn comes all the
    same. Families go together where the table says so, everybody else alone. A county without a site houses nobody here."""
    if not Site.objects.filter(closed_at=None).exists():
        return []
    known = Placement.objects.open().filter(person__in=[guest.person for guest in guests])
    there = {one.person_id: one for one in known.select_related("site")}
    fresh = [guest for guest in guests if guest.person not in there]
    with transaction.atomic():
        retime(known=[(there[guest.person], guest) for guest in guests if guest.person in there], by=by, at=at)
        rooms = for_guests(at) if fresh else []
        made = [placement for party in _parties(fresh, at) for placement in _placed(party, rooms, at)]
        rows.insert(made)
        causes = {one.pk: one.because for one in made}
        lines = advance(made, "propose", flow="placement", by=by, at=at, because=causes, content=lambda one: {"room": one.room_id})
        open_turns("placement", made, at=at, because={told.record: told.id for told in lines})
    return made


@everything()
def retime(*, known, by, at) -> list[Placement]:
    """A newer order, or another end, is theirs now: (placement, guest) each."""
    found = [(one, guest) for one, guest in known
             if (one.order, one.base_on, one.until_on) != (guest.order, guest.base_on, guest.until_on)]
    for placement, guest in found:
        placement.order, placement.base_on, placement.until_on = guest.order, guest.base_on, guest.until_on
    changed = [placement for placement, _guest in found]
    if changed:
        advance(changed, "retime", flow="placement", by=by, at=at, because={one.pk: guest.because for one, guest in found},
                also=("order", "base_on", "until_on"), content=lambda one: {"until": one.until_on.isoformat()})
        inside = [one for one in changed if one.state == "admitted"]
        close_turns(inside, by=by, at=at)
        open_turns("placement", inside, at=at)
    return changed


def _parties(guests, at) -> list[Party]:
    """Who shares a room: of one door those who must not be alone, with somebody who may; everybody else is by himself."""
    paths = {unit.pk: unit for unit in Unit.objects.filter(pk__in={guest.home for guest in guests})}
    told = [(guest, decisions.decide(ROOMS, {"special": guest.special, "age": UNKNOWN if guest.age is None else guest.age},
                                     unit=paths[guest.home].path, on=day_of(at)).result) for guest in guests]
    parties, by_home = [], {}
    for guest, says in told:
        home = paths[guest.home]
        if says["company"] == "kin" and home.level == "door":
            party = by_home.get(home.pk) or by_home.setdefault(home.pk, Party(home.pk, home.path))
            party.people.append((guest, says))
            party.wants = says["wants"] if party.wants == "any" else party.wants
    for guest, says in told:
        if says["company"] == "kin" and guest.home in by_home:
            continue
        party = by_home.get(guest.home)
        if party and not any(said["company"] == "alone" for _one, said in party.people):
            party.people.append((guest, says))
        else:
            parties.append(Party(guest.home, paths[guest.home].path, [(guest, says)], says["wants"] or "any"))
    return [*by_home.values(), *parties]


def _placed(party, rooms, at) -> list[Placement]:
    room = _with_family(party) or choose(party, rooms)
    return [rows.fresh(Placement, person_id=guest.person, order=guest.order, site_id=room and room.site_id, room_id=room and room.pk,
                       unit_id=room.pk if room else guest.home, home_id=guest.home, wants=says["wants"] or "any",
                       needs_company=says["company"] == "kin", base_on=guest.base_on, until_on=guest.until_on, proposed_at=at,
                       because=guest.because) for guest, says in party.people]


def _with_family(party) -> Room | None:
    """The room one of the family has already, where somebody here must not be alone and there is a bed for all."""
    if not any(says["company"] == "kin" for _guest, says in party.people):
        return None
    known = Placement.objects.holding().filter(home=party.home).select_related("room__site", "home").order_by("proposed_at")
    for room in {one.room_id: one.room for one in known}.values():
        there = sum(one.room_id == room.pk for one in known)
        if there + len(party.people) <= room.beds:
            return room
    return None


@everything()
def confirm_room(*, placements, by, at, room=None) -> list[Placement]:
    """This is their room, or without one each has the room proposed to him; the site awaits them. Raises Refused for a room that cannot be
    theirs, and then nobody's is confirmed."""
    wanted = by_room(placements) if room is None else [(room, placements)]
    with transaction.atomic():
        for each, ones in held_rooms(wanted):
            check_room(each, ones)
            for one in ones:
                one.site_id, one.room_id, one.unit_id = each.site_id, each.pk, each.pk
                one.site = each.site
        advance(placements, "confirm_room", flow="placement", by=by, at=at, also=("site_id", "room_id", "unit_id"),
                content=lambda one: {"room": one.room_id})
    return placements


def held_rooms(wanted) -> list[tuple]:
    """The same rooms, each with whom it is for, as they are now: nobody else is put there, and no site is closed, until the transaction
    ends; of two at once the second sees whom the first has put there."""
    list(Site.objects.select_for_update().filter(pk__in={room.site_id for room, _ones in wanted}).order_by("pk"))
    now = Room.objects.select_related("unit", "site__unit").in_bulk([room.pk for room, _ones in wanted])
    return [(now[room.pk], ones) for room, ones in wanted]


def by_room(placements) -> list[tuple]:
    """Rooms, each with those of these people it is for."""
    rooms = {one.room_id: one.room for one in placements}
    return [(room, [one for one in placements if one.room_id == pk]) for pk, room in rooms.items()]


def check_room(room, placements):
    """Raises Refused, and says why, for a room these people cannot be put in."""
    says = {"shut": _("{room} 停用了，请另选一间。"), "zone": _("{room} 不在污染区，隔离的人不能住。"),
            "cleaning": _("{room} 还没有消毒，消毒完才能住人。"), "full": _("{room} 床位不够，请另选一间。"),
            "strangers": _("{room} 已经有别人家的人：不是一家人不能同住一间。")}
    if why := stands_in_the_way(room, placements):
        raise Refused(says[why].format(room=room.unit.name))


@everything()
def drop(*, placements, by, at, because=None):
    """The room is not needed: the order has ended before he came."""
    for one in placements:
        one.ended_at = at
    advance(placements, "drop", flow="placement", by=by, at=at, because=because, also=("ended_at",))


@everything()
def ask_guests(*, by, at):
    """The county wants a room for everybody an order keeps at a site: those before the first site was opened too. Returns its line."""
    site = Site.objects.filter(closed_at=None).order_by("opened_at").first()
    if site is None:
        raise Refused(_("还没有隔离点：先开一个。"))
    told = line("sites.ask_guests", kind="site", record=site.pk, by=by.id, at=at, unit=site.unit_id, because=site.because)
    with transaction.atomic():
        journal.write([told])
    return told
