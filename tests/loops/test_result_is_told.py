"""From a tube to whoever waits for it: the member's next test, the firm's list; a contact comes into his group and leaves it by himself."""
from datetime import date, timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow.models import Turn
from lianfang.registers.enterprises.actions import add_firm
from lianfang.registers.people.actions import add_people, move
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Order
from lianfang.response.laboratory import actions as laboratory
from lianfang.response.testing import actions
from lianfang.response.testing.models import Batch, Belonging, DueTest, Member, Outcome, Worker
from lianfang.response.tracing import actions as tracing
from lianfang.response.tracing import diary


def person(cast, name, place="502"):
    return add_people(people=[draft_person(unit_id=cast.units[place].pk, name=name, at=cast.at)], by=cast.epi, at=cast.at)[0]


def through_the_laboratory(cast, who, outcome, at):
    sampler, lab = {"by": cast.grid, "at": at}, {"by": cast.lab, "at": at}
    session = laboratory.open_session(unit=cast.units["丰禾社区"], name="采样点", disease="covid_19", reason="voluntary", **sampler)
    tube = laboratory.open_tube(session=session, code="9900001", places=1, **sampler)
    laboratory.take_samples(tube=tube, swabs=[laboratory.Swab(who, "")], **sampler)
    yield
    tube.refresh_from_db()
    laboratory.seal(tube=tube, count=1, **sampler)
    tube.refresh_from_db()
    trip = laboratory.send(box="BOX-1", tubes=[tube], carrier="禾A0001", temperature=4.0, unit=session.unit, **sampler)
    laboratory.receive(transfer=trip, codes=[tube.code], temperature=5.0, note="", **lab)
    tube.refresh_from_db()
    laboratory.run(tubes=[tube], machine="一号机", unit=cast.units["青禾县"], **lab)
    tube.refresh_from_db()
    laboratory.report(found=[laboratory.Found(tube, outcome)], **lab)
    yield


def test_a_tube_moves_the_member_and_answers_the_firm(cast):
    with everything():
        who = person(cast, "安平")
        actions.enrol(entries=[actions.Entry(who.pk, "inpatient", "名册", cast.at)], by=cast.officer, at=cast.at)
        firm = add_firm(unit=cast.units["丰禾社区"], title="青禾米业", code="91990100000000001D", office="", by=cast.officer, at=cast.at)
        at = cast.at + timedelta(hours=2)
        steps = through_the_laboratory(cast, who, "negative", at)
        next(steps)
        assert DueTest.objects.get().state == "taken"
        batch = Batch.objects.create(firm=firm, unit=firm.unit, begins_at=cast.at, size=1, made_at=cast.at)
        Worker.objects.create(batch=batch, person=who, row=1)
        next(steps)
        assert (DueTest.objects.get().state, Member.objects.get().last_at, Member.objects.get().last_fit) == ("done", at, True)
        assert Worker.objects.get().is_fit is True and Batch.objects.get().state == "answered" and Outcome.objects.get().source == "lab"


def test_a_contact_comes_into_his_group_and_what_his_minder_notes_is_his_test(cast):
    with everything():
        told = {"by": cast.epi, "at": cast.at}
        case, mate = person(cast, "周建明"), person(cast, "高原", "601")
        index = tracing.open_index(person=case, disease="covid_19", anchor="onset", anchor_on=date(2020, 3, 8), **told)
        for who in (case, mate):
            tracing.add_stays(person=who, told=meal(), **told)
        [contact] = tracing.accept(index=index, people=[mate.pk], **told)
        member = Member.objects.get()
        assert (member.person_id, member.group, member.due_at) == (mate.pk, "contact", cast.at + timedelta(hours=24))
        order = Order.objects.get(person=mate)
        isolation.record_results(results=[isolation.Sampled(order, cast.on, "negative", "县医院 7 号")], by=cast.grid, at=cast.at)
        assert Member.objects.get().last_fit is True and Outcome.objects.get().evidence.open() == "县医院 7 号"
        tracing.withdraw(contacts=[contact], **told)
        assert Belonging.objects.get().until_at and Member.objects.get().left_at


def meal():
    return diary.read("1200-1300 吃饭 同福酒家", date(2020, 3, 8))


def test_who_moves_is_asked_where_he_lives_now(cast):
    with everything():
        who = person(cast, "安平")
        actions.enrol(entries=[actions.Entry(who.pk, "inpatient", "名册", cast.at)], by=cast.officer, at=cast.at)
        move(people=[who], unit=cast.units["梨花沟村12号"], by=cast.officer, at=cast.at)
        due = DueTest.objects.get()
        assert due.unit == Member.objects.get().unit == cast.units["梨花沟村"]
        assert Turn.objects.get(record=due.pk, closed_at=None).owner_unit == cast.units["梨花沟村"]
