"""A letter of another county about a contact, with its file; a case of ours who went there."""
from lianfang.ground.ids import uuid7
from lianfang.registers.people.actions import Somebody
from lianfang.response.cases.models import Case
from lianfang.response.transfers import actions
from lianfang.response.transfers.models import Incoming, Named

from . import free, sample
from .cases import case as a_case


@sample("transfers/<uuid:pk>")
def incoming(stage):
    letter = actions.Letter("邻县疾控中心", "田禾", "0000-5550101", stage.cast.at, "covid_19", note="同车来的",
                            number="邻疾控函〔2020〕9号")
    one = actions.take_letter(id=uuid7(), letter=letter, unit=stage.cast.units["601"], by=stage.near, at=stage.cast.at,
                              content=b"\x89PNG\r\n\x1a\n letter")
    told = actions.Told(Somebody("方远", phone="13800004411", door=stage.cast.units["601"].pk), "close", exposed_on=stage.cast.on)
    actions.name_people(incoming=one, people=[told], by=stage.near, at=stage.cast.at)
    return one.pk


@sample("transfers/people/<uuid:pk>")
def named(stage):
    return Named.objects.get(incoming=Incoming.objects.get(pk=stage.of(incoming))).pk


@sample("transfers/departures/<uuid:pk>")
def departure(stage):
    one = Case.objects.select_related("person").get(pk=stage.of(a_case))
    made = actions.send_case(case=one.pk, person=one.person_id, unit=one.person.unit_id, number=one.number, disease=one.disease,
                             to="邻县人民医院", reason="hospital", by=stage.near, at=stage.cast.at)
    made.why = "已到"
    made.save()
    return made.pk


@free("transfers/<uuid:pk>/receipt.<slug:form>")
@free("transfers/departures/<uuid:pk>/letter.<slug:form>")
def form(_stage):
    return "pdf"
