"""A member next door whose test is due, with a result kept, and his place in a group."""
from datetime import date, timedelta

from lianfang.registers.enterprises.models import Firm
from lianfang.response.testing import actions
from lianfang.response.testing.models import Belonging, DueTest, Member, Slot

from . import free, sample
from .enterprises import firm


@sample("testing/members/<uuid:pk>")
def member(stage):
    who = actions.Somebody("安平", "id_card", "220722197605140030", door=stage.cast.units["601"].pk)
    place = stage.cast.units["601"].pk
    actions.enrol_people(people=[who], group="inpatient", unit_id=place, source="名册", by=stage.near, at=stage.cast.at)
    one = Member.objects.get(person__name="安平")
    told = actions.Told(one.person_id, "nucleic", stage.cast.at - timedelta(days=10), "negative", "paper", "县医院")
    actions.note_results(results=[told], by=stage.near, at=stage.cast.at)
    actions.enrol(entries=[actions.Entry(one.person_id, "inbound", "名册", stage.cast.at)], by=stage.near, at=stage.cast.at)
    return one.pk


@sample("testing/belongings/<uuid:pk>")
def belonging(stage):
    return Belonging.objects.filter(member=stage.of(member)).first().pk


@sample("testing/dues/<uuid:pk>")
def due(stage):
    return DueTest.objects.get(member=stage.of(member), closed_at=None).pk


@sample("testing/points/<uuid:pk>")
def point(stage):
    made = actions.open_point(unit=stage.cast.units["丰禾社区"], title="社区采样点", place="卫生站门口", by=stage.near, at=stage.cast.at)
    actions.open_slots(point=made, first=date(2020, 3, 10), last=date(2020, 3, 10), begin="14:00", end="15:00", minutes=60, quota=2,
                       by=stage.near, at=stage.cast.at)
    return made.pk


@sample("testing/slots/<uuid:pk>")
def slot(stage):
    return Slot.objects.get(point=stage.of(point)).pk


@sample("testing/bookings/<uuid:pk>")
def booking(stage):
    wish = actions.Wish("安平", "id_card", "220722197605140030", "13800005678")
    return actions.book(slot=Slot.objects.select_related("point").get(pk=stage.of(slot)), wish=wish, channel="desk", by=stage.near,
                        at=stage.cast.at).pk


@sample("testing/batches/<uuid:pk>")
def batch(stage):
    who = actions.Somebody("安平", "id_card", "220722197605140030", door=stage.cast.units["601"].pk)
    return actions.walk_in(firm=Firm.objects.get(pk=stage.of(firm)), who=who, by=stage.near, at=stage.cast.at).pk


@sample("testing/passes/<uuid:pk>")
def work_pass(stage):
    who = actions.Somebody("安平", "id_card", "220722197605140030", door=stage.cast.units["601"].pk)
    one = actions.apply_pass(firm=Firm.objects.get(pk=stage.of(firm)), who=who, origin="本县", by=stage.near, at=stage.cast.at)
    return actions.allow(work_pass=one, by=stage.near, at=stage.cast.at).pk


@free("testing/passes/<uuid:pk>/paper.<slug:form>")
def form(stage):
    return "pdf"
