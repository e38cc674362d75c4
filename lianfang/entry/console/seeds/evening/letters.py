"""Letters: one of another county that is settled and one that waits for our receipt; a case of ours and a contact who went elsewhere."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.registers.outside.actions import Said
from lianfang.registers.people.actions import Somebody
from lianfang.response.cases import actions as casework
from lianfang.response.tracing import actions as tracing
from lianfang.response.tracing import queries as traced
from lianfang.response.transfers import actions

THERE = ("邻县疾控中心", "田禾", "0000-5550101")
CAME, ASKED = timedelta(hours=27), timedelta(minutes=70)


def come_and_go(land, staff, pupil, until):
    """The pupil is taken to the children's hospital of the next city; a classmate lives in the next county."""
    by = staff["epi"]
    with everything():
        _settled(land.villages[1], by, until - CAME)
        letter = actions.Letter(*THERE, until - ASKED, "measles", note="同一辆长途车的邻座，人在贵县", number="邻疾控函〔演练〕12号")
        waiting = actions.take_letter(id=uuid7(), letter=letter, unit=land.villages[0], by=by, at=until - ASKED)
        _name(waiting, land.villages[0], ("覃小川",), by, until - ASKED + timedelta(minutes=10))
        casework.send_out(case=pupil, to="邻市儿童医院", by=by, at=until - timedelta(hours=1))
        _classmate(pupil, by, until - timedelta(minutes=50))


def _settled(village, by, at):
    letter = actions.Letter(*THERE, at, "measles", way="fax", note="聚餐同桌两人，户籍在贵县", number="邻疾控函〔演练〕7号")
    one = actions.take_letter(id=uuid7(), letter=letter, unit=village, by=by, at=at)
    named = _name(one, village, ("祝远山", "祝青禾"), by, at + timedelta(minutes=15))
    for person in named:
        actions.tell_found(named=person, found="taken", by=by, at=at + timedelta(minutes=50))
    actions.send_receipt(incoming=one, name=by.name, phone="0000-5550188", way="phone", sent_at=at + timedelta(minutes=80), by=by,
                         at=at + timedelta(minutes=80))
    actions.settle(incoming=one, by=by, at=at + timedelta(minutes=85))


def _name(letter, village, names, by, at):
    told = [actions.Told(Somebody(name), "close", exposed_on=day_of(at) - timedelta(days=2), unit_id=village.pk) for name in names]
    return actions.name_people(incoming=letter, people=told, by=by, at=at)


def _classmate(pupil, by, at):
    """Named by the pupil's father; accepted, and so another county is asked; its receipt came."""
    [index] = traced.indexes_of([pupil.pk])
    named = tracing.Named(Somebody("康北辰"), "work", pupil.onset_on - timedelta(days=1), pupil.onset_on, elsewhere="邻县",
                          near="same_room")
    exposure = tracing.name_contact(index=index, named=named, by=by, at=at)
    [contact] = tracing.accept(index=index, people=[exposure.person_id], by=by, at=at + timedelta(minutes=5))
    said = Said("邻县疾控中心流调科", "田禾", "0000-5550101", at + timedelta(minutes=40), number="邻疾控收〔演练〕3号")
    tracing.receive(contact=contact, said=said, by=by, at=at + timedelta(minutes=45))
