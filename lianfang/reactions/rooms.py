"""Orders and rooms: who is sent to a site is proposed a room, who is in it is watched there, who is free leaves it; the ill are driven."""
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders
from lianfang.response.sites import actions as sites
from lianfang.response.sites import queries as rooms

PROPOSED = ("sites.propose", "sites.retime")
LEFT = ("sites.leave", "sites.drop", "sites.ask_cleaning")


def rooms_are_asked_for(lines):
    """Everybody an order keeps at a site is proposed a room."""
    _propose(orders.sent_to_sites(), {}, lines[0])


def rooms_are_proposed(lines):
    """Whom an order sends to a site is proposed a room there, or keeps his with the order's newest days."""
    because = {told.record: told.id for told in lines}
    _propose(orders.sent_to_sites(because), because, lines[0])


def _propose(sent, because, told):
    guests = [sites.Guest(one.person, one.order, one.home, one.base_on, one.until_on, because.get(one.order, told.id), one.special, one.age)
              for one in sent]
    if guests:
        sites.propose(guests=guests, by=named(SYSTEM), at=told.at)


def rooms_are_left(lines):
    """Whom no order keeps at a site any more leaves his room, or needs none."""
    there = rooms.lodged({told.subject for told in lines})
    gone = there - orders.kept_at_sites(there) if there else there
    if gone:
        sites.leave(people={told.subject: told.id for told in lines if told.subject in gone}, by=named(SYSTEM), at=lines[0].at)


def rooms_follow_orders(lines):
    """What an order issued, or over when it was recorded, means for the room."""
    rooms_are_proposed(lines)
    rooms_are_left(lines)


def orders_come_into_rooms(lines):
    """Who has come into his room is watched there, and has been handed his order."""
    for told in lines:
        if "to" in told.data:
            isolation.move(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)
            if told.verb == "sites.admit":
                isolation.serve(orders=orders.undelivered(told.subject), by=Account.objects.get(pk=told.by), at=told.at)


def orders_go_home(lines):
    """Who has left the site and is still under a measure is watched at home."""
    for told in lines:
        isolation.move(person=told.subject, unit=told.data["home"], by=named(SYSTEM), at=told.at, because=told.id)


def the_ill_are_driven(lines):
    """Who needs a doctor and lives at a site is taken there in a vehicle of his own, and back."""
    people = {told.subject: told.id for told in lines if told.data["kind"] == "medical"}
    if people:
        sites.plan_hospital(people=people, by=named(SYSTEM), at=lines[0].at)


def the_ill_were_seen_to(lines):
    """Who has been taken to a hospital has what he asked for."""
    for told in lines:
        for need in orders.medical_needs(rooms.taken_to_hospital([told.record])):
            isolation.meet(need=need, by=Account.objects.get(pk=told.by), at=told.at)


ROOMS = [
    Reaction("isolation.issue", rooms_follow_orders, (*PROPOSED, *LEFT)),
    *(Reaction(f"isolation.{verb}", rooms_are_proposed, PROPOSED) for verb in ("extend", "shorten")),
    *(Reaction(f"isolation.{verb}", rooms_are_left, LEFT)
      for verb in ("release", "lift", "expire", "set_aside", "leave_county", "record_death", "admit", "record_over")),
    Reaction("isolation.ask", the_ill_are_driven, ("sites.plan_trip",)),
    Reaction("sites.arrive", the_ill_were_seen_to, ("isolation.meet",)),
    Reaction("sites.ask_guests", rooms_are_asked_for, PROPOSED),
    Reaction("sites.admit", orders_come_into_rooms, ("isolation.move", "isolation.serve")),
    *(Reaction(f"sites.{verb}", orders_come_into_rooms, ("isolation.move",)) for verb in ("change_room", "merge")),
    Reaction("sites.leave", orders_go_home, ("isolation.move",)),
]
