"""An index, somebody who lives next door accepted as its contact and asked of another county, and a stay."""
from lianfang.registers.outside.actions import Said
from lianfang.response.tracing import actions, diary, queries
from lianfang.response.tracing.models import Contact, Index

from . import free, sample

SOMEBODY = {"name": "程万里", "phone": "13800007788", "address": "东关大街2号"}


@sample("tracing/<uuid:pk>")
def index(stage):
    who = actions.Somebody("高原", door=stage.cast.units["601"].pk)
    return actions.report_index(who=who, unit=stage.cast.units["601"], disease="covid_19", anchor="onset", anchor_on=stage.cast.on,
                                by=stage.near, at=stage.cast.at).pk


@free("tracing/of/<uuid:record>")
def record(stage):
    return Index.objects.get(pk=stage.of(index)).pk


@sample("tracing/contacts/<uuid:pk>")
def contact(stage):
    one = Index.objects.get(pk=stage.of(index))
    who = actions.Somebody(**SOMEBODY, door=stage.cast.units["601"].pk)
    actions.name_contact(index=one, named=actions.Named(who, "meal", stage.cast.on, stage.cast.on, note="同桌吃饭"), by=stage.near,
                         at=stage.cast.at)
    found = next(each for each in queries.proposals(one, stage.cast.at) if each.person.name == SOMEBODY["name"])
    actions.accept(index=one, people=[found.person_id], by=stage.near, at=stage.cast.at)
    made = Contact.objects.get(index=one)
    actions.hand_over(contacts=[made], to="邻县", by=stage.near, at=stage.cast.at)
    said = Said("邻县疾控中心", "田禾", "0000-5550101", stage.cast.at, note="已住集中点")
    actions.receive(contact=made, said=said, by=stage.near, at=stage.cast.at)
    return actions.withdraw(contacts=[made], by=stage.near, at=stage.cast.at)[0].pk


@sample("tracing/stays/<uuid:pk>")
@sample("tracing/<uuid:pk>/stays/<uuid:stay>")
def stay(stage):
    person = Index.objects.get(pk=stage.of(index)).person
    told = diary.read("0730-0800 乘车 12路", stage.cast.on)
    return actions.add_stays(person=person, told=told, by=stage.near, at=stage.cast.at)[0].pk


@free("tracing/contacts/<uuid:pk>/letter.<slug:form>")
@free("tracing/contacts/<uuid:pk>/recall.<slug:form>")
def form(_stage):
    return "pdf"
