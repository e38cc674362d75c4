"""Somebody comes into his room, changes it, shares it with family, goes to the hospital and back, leaves; then it is disinfected."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, close_turns, open_turns

from ..models import INSIDE, Cleaning, Placement
from .placing import by_room, check_room, drop, held_rooms


@everything()
def admit(*, placements, by, at) -> list[Placement]:
    """They are in their room: from now on everything about their orders happens there."""
    with transaction.atomic():
        for room, ones in held_rooms(by_room(placements)):
            check_room(room, ones)
        for one in placements:
            one.admitted_at = at
        advance(placements, "admit", flow="placement", by=by, at=at, also=("admitted_at",), content=lambda one: {"to": one.unit_id})
    return placements


@everything()
def change_room(*, placements, room, by, at) -> list[Placement]:
    """They move to a room nobody has; the one they leave empty is disinfected."""
    with transaction.atomic():
        [(room, placements)] = held_rooms([(room, placements)])
        if Placement.objects.holding().filter(room=room.pk).exclude(pk__in=[one.pk for one in placements]).exists():
            raise Refused(_("{room} 已经有人；要和家人同住请用“家人同住”。").format(room=room.unit.name))
        return _to(placements, room, "change_room", by, at)


@everything()
def merge(*, placements, room, by, at) -> list[Placement]:
    """They share the room of their family, never of strangers."""
    with transaction.atomic():
        [(room, placements)] = held_rooms([(room, placements)])
        if not Placement.objects.holding().filter(room=room.pk).exists():
            raise Refused(_("{room} 没有人；要换到空房请用“换房”。").format(room=room.unit.name))
        return _to(placements, room, "merge", by, at)


def _to(placements, room, step, by, at):
    check_room(room, placements)
    before = {one.room_id: one.room for one in placements if one.state == "admitted" and one.room_id not in (None, room.pk)}
    for one in placements:
        one.site_id, one.room_id, one.unit_id, one.site = room.site_id, room.pk, room.pk, room.site
    lines = advance(placements, step, flow="placement", by=by, at=at, also=("site_id", "room_id", "unit_id"),
                    content=lambda one: {"to": one.unit_id} if one.state == "admitted" else {})
    close_turns(placements, by=by, at=at)
    open_turns("placement", placements, at=at)
    ask_cleaning(before.values(), because=lines[0].id, by=by, at=at)
    return placements


@everything()
def go_out(*, placements, by, at, because=None):
    """They are taken to the hospital and will come back: the order goes on, the room stays theirs."""
    return advance(placements, "go_out", flow="placement", by=by, at=at, because=because)


@everything()
def come_back(*, placements, by, at, because=None):
    """They are back in their room."""
    return advance(placements, "come_back", flow="placement", by=by, at=at, because=because)


@everything()
def leave(*, people, by, at):
    """Nothing keeps these persons here, {person id: the line that says so}: who is in his room leaves it, who has not come needs none."""
    found = list(Placement.objects.open().filter(person__in=people).select_related("room__site", "site"))
    inside = [one for one in found if one.state in INSIDE]
    outside = [one for one in found if one.state not in INSIDE]
    with transaction.atomic():
        drop(placements=outside, by=by, at=at, because={one.pk: people[one.person_id] for one in outside})
        for one in inside:
            one.ended_at = at
        lines = advance(inside, "leave", flow="placement", by=by, at=at, because={one.pk: people[one.person_id] for one in inside},
                        also=("ended_at",), content=lambda one: {"home": one.home_id})
        if inside:
            ask_cleaning({one.room_id: one.room for one in inside}.values(), because=lines[0].id, by=by, at=at)
    return found


@everything()
def ask_cleaning(rooms, *, because, by, at):
    """Rooms that nobody is in any more are to be disinfected before anybody else is."""
    empty = {room.pk: room for room in rooms}
    held = set(Placement.objects.open().filter(room__in=empty, state__in=INSIDE).values_list("room", flat=True))
    asked = set(Cleaning.objects.filter(room__in=empty, done_at=None).values_list("room", flat=True))
    made = []
    for pk, room in empty.items():
        if pk not in held | asked:
            one = rows.fresh(Cleaning, site_id=room.site_id, room_id=pk, unit_id=pk, asked_at=at, because=because)
            one.site = room.site
            made.append(one)
    rows.insert(made)
    if made:
        lines = advance(made, "ask_cleaning", flow="cleaning", by=by, at=at, because=because)
        open_turns("cleaning", made, at=at, because={told.record: told.id for told in lines})
    return made


@everything()
def disinfect(*, cleanings, by, at):
    """The room is disinfected and free again."""
    for one in cleanings:
        one.done_at, one.done_by_id = at, by.pk
    return advance(cleanings, "disinfect", flow="cleaning", by=by, at=at, also=("done_at", "done_by_id"))
