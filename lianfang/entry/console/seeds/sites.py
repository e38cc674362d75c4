"""A small site of twelve rooms in the first town: a few people in their rooms, one awaited, one to be placed, a room to disinfect."""
from datetime import timedelta

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.response.isolation import queries as isolation
from lianfang.response.sites import actions, queries
from lianfang.response.sites.reading import Lodging

NAME, PEOPLE = "县委党校隔离点", 8


def begin(land, staff, until):
    """Open it and let the last who were sent to a site come."""
    at, by = until - timedelta(hours=20), staff["officer"]
    with everything():
        site = actions.open_site(place=land.grids[land.towns[0].pk][0].unit, name=NAME, leader=staff["cadre"], by=by, at=at)
        actions.add_rooms(site=site, rooms=_rooms(), by=by, at=at)
        guests = [actions.Guest(one.person, one.order, one.home, one.base_on, one.until_on, site.because, one.special, one.age)
                  for one in isolation.sent_to_sites()[-PEOPLE:]]
        actions.propose(guests=guests, by=named(SYSTEM), at=at)
        placed = [guest for rooms in queries.rooms_now(site, at).values() for room in rooms for guest in room.guests]
        for one in placed[:-1]:
            actions.confirm_room(placements=[one], room=one.room, by=by, at=at + timedelta(minutes=30))
        for one in placed[:-2]:
            actions.admit(placements=[one], by=staff["cadre"], at=at + timedelta(hours=2))
        _serve(site, staff, until)


def _serve(site, staff, until):
    """Today's rounds, some of them done; a doctor and a security guard on duty."""
    rounds = actions.plan_rounds(on=day_of(until), by=named(SYSTEM), at=until)
    actions.do_round(rounds=[one for one in rounds if one.due <= until], by=staff["cadre"], at=until)
    for group, who in (("doctor", "epi"), ("security", "grid")):
        actions.put_on_duty(site=site, on=day_of(until), shift="day", group=group, accounts=[staff[who]], by=staff["officer"], at=until)


def _rooms() -> list[Lodging]:
    return [Lodging(f"{floor}0{door}", beds=3 if door == 4 else 2 if door == 1 else 1, is_family=door == 4, is_accessible=door == 1,
                    is_carer=door == 1, zone="clean" if floor == 1 and door == 2 else "contaminated")
            for floor in (1, 2, 3) for door in range(1, 5)]
