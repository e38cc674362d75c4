"""Samples, and who was awaited: whose test was due waits for the result, who had booked has come; a booking's code says who he is."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.registers.people.actions import Somebody
from lianfang.response.laboratory import queries as laboratory
from lianfang.response.testing import actions as testing
from lianfang.response.testing import queries as test_groups


def who_booked(code):
    """Whom a booking's code stands for, as he said."""
    if (found := test_groups.booking_of_code(code)) is None:
        return None
    return Somebody(found.name.open(), id_kind=found.id_kind, id_number=found.id_number.open(), phone=found.phone.open())


def samples_are_awaited(lines):
    """Whose test was due and of whom a laboratory took a sample waits for the result."""
    testing.note_samples(taken={one.person_id: one.taken_at for one in laboratory.answers(lines)}, by=named(SYSTEM), at=lines[0].at,
                         because=lines[0].id)


def who_booked_has_come(lines):
    """Who was sampled on the day he had booked has come."""
    taken = {one.person_id: one.taken_at for one in laboratory.answers(lines)}
    testing.arrive_sampled(taken=taken, by=named(SYSTEM), at=lines[0].at, because={told.subject: told.id for told in lines})


laboratory.hand_in(who_booked)

SAMPLING = [
    Reaction("laboratory.take_sample", samples_are_awaited, ("testing.note_sample",)),
    Reaction("laboratory.take_sample", who_booked_has_come, ("testing.arrive", "testing.note_sample")),
]
