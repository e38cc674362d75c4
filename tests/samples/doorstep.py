"""A campaign whose household is door 502, a call to be made again there, and a seal slip."""
from datetime import timedelta

from lianfang.registers.people.models import Person
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.matching import Row
from lianfang.response.doorstep.models import Call, Campaign, Mismatch, Share

from . import isolation, sample, territory


@sample("doorstep/campaigns/<uuid:pk>")
def campaign(stage):
    stage.of(territory.door)
    return actions.launch(title="三月大排查", purpose="找出返乡人员", basis="县指挥部 3 号令", areas=[stage.cast.units["丰禾社区"]],
                          from_on=stage.cast.on, until_on=stage.cast.on + timedelta(days=5), by=stage.near, at=stage.cast.at).pk


@sample("doorstep/shares/<uuid:pk>")
def share(stage):
    return Share.objects.get(campaign=stage.of(campaign)).pk


@sample("doorstep/calls/<uuid:pk>")
def call(stage):
    one = Campaign.objects.get(pk=stage.of(campaign))
    actions.visit(visits=[actions.Told(stage.unit.pk, "nobody_home", campaign=one)], by=stage.near, at=stage.cast.at)
    return Call.objects.get().pk


@sample("doorstep/doors/<int:pk>")
def door(stage):
    stage.of(campaign)
    return stage.unit.pk


@sample("doorstep/seals/<uuid:pk>")
def seal(stage):
    return actions.print_seal(units=[stage.unit.pk], by=stage.near, at=stage.cast.at)[0].pk


@sample("doorstep/compare/<uuid:pk>")
def comparison(stage):
    lists = [[Row(0, stage.unit.pk, "周建明")], [Row(1, stage.unit.pk, "吕春")], [Row(2, stage.unit.pk, "吕春")]]
    place, words = stage.cast.units["丰禾社区"], ["户籍", "居住证", "入户"]
    return actions.compare(unit=place, sources=words, lists=lists, by=stage.near, at=stage.cast.at).pk


@sample("doorstep/mismatches/<uuid:pk>")
def mismatch(stage):
    return Mismatch.objects.get(comparison=stage.of(comparison)).pk


@sample("doorstep/people/<uuid:person>")
def bound(stage):
    stage.of(isolation.order)
    return stage.of(isolation.person)


@sample("doorstep/leaves/<uuid:pk>")
def leave(stage):
    person = Person.objects.get(pk=stage.of(bound))
    return actions.let_out(person=person, purpose="medical", by=stage.near, at=stage.cast.at).pk
