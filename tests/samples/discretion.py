"""A glimpse the officer opened on somebody of the street, and a person whose address few may know."""
from datetime import timedelta

from lianfang.ground.days import now
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.models import Person
from lianfang.response.discretion import actions
from lianfang.response.discretion.models import Glimpse

from . import isolation, sample


@sample("discretion/across/<uuid:pk>", "discretion/glimpses/<uuid:pk>")
def glimpse(stage):
    person = Person.objects.get(pk=stage.of(isolation.person))
    return Glimpse.objects.create(person=person, unit=stage.cast.units["禾阳街道"], by=stage.near, by_unit=stage.cast.units["青禾县"],
                                  reason="rescue", words="走失", opened_at=now(), until_at=now() + timedelta(minutes=30)).pk


@sample("discretion/protections/add/<uuid:person>")
def somebody(stage):
    return stage.of(isolation.person)


@sample("discretion/protections/<uuid:pk>")
def protection(stage):
    found = draft_person(unit_id=stage.cast.units["601"].pk, name="隐某", at=stage.cast.at, address="向阳小区3号楼1单元601")
    [person] = people.add_people(people=[found], by=stage.near, at=stage.cast.at)
    return actions.protect(person=person, reason="informant", minder=stage.near, by=stage.cast.leader, at=stage.cast.at).pk
