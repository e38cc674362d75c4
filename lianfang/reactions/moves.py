"""Somebody stands elsewhere from now, or is somebody else: his orders, tests and doubts go with him."""
from uuid import UUID

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.response.isolation import actions as isolation
from lianfang.response.screening import actions as rosters
from lianfang.response.sites import queries as sites
from lianfang.response.testing import actions as testing

from .verbs import MOVED, RECONSIDERED


def doubts_follow(lines):
    """What a roster left open about somebody is the turn of those who lead where he is."""
    for told in lines:
        rosters.follow(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def orders_follow(lines):
    """Whose door is found at last is watched there: the order goes with the person; who lives at a site is watched at the site."""
    inside = sites.inside({told.subject for told in lines})
    for told in (told for told in lines if told.subject not in inside):
        isolation.move(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def tests_follow(lines):
    """Who lives elsewhere now is asked for his tests there."""
    for told in lines:
        testing.move(person=told.subject, unit=told.data["to"], by=named(SYSTEM), at=told.at, because=told.id)


def orders_are_withdrawn(lines):
    """Whose address few may know is bound at a wider place, and watched by the one who was named."""
    for told in lines:
        isolation.withdraw_order(person=told.subject, unit=told.data["to"], minder=told.data["minder"], by=named(SYSTEM), at=told.at,
                                 because=told.id)


def the_first_person_is_decided_on_anew(lines):
    """Who was taken for somebody else is bound by nothing the other one did."""
    for told in lines:
        if "found" in told.data:
            isolation.reconsider(person=told.subject, found=UUID(told.data["found"]), by=named(SYSTEM), at=told.at, because=told.id)


MOVES = [
    Reaction("screening.resolve_name", the_first_person_is_decided_on_anew, RECONSIDERED),
    Reaction("people.place", orders_follow, ("isolation.move",)),
    Reaction("people.place", tests_follow, MOVED),
    Reaction("people.move", tests_follow, MOVED),
    Reaction("people.shelter", tests_follow, MOVED),
    Reaction("people.place", doubts_follow, ("screening.place_person",)),
    Reaction("people.shelter", orders_are_withdrawn, ("isolation.move", "isolation.assign_minder")),
    Reaction("people.move", doubts_follow, ("screening.place_person",)),
]
