"""A small site of four rooms beside the near compound."""
from datetime import timedelta

from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.sites import actions
from lianfang.response.sites.models import Cleaning, Placement, Room, Round, Site
from lianfang.response.sites.reading import Lodging

from . import free, sample


@sample("sites/<uuid:pk>")
def site(stage):
    made = actions.open_site(place=stage.cast.units["丰禾第四网格"], name="党校隔离点", leader=stage.cast.cadre, by=stage.near,
                             at=stage.cast.at)
    rooms = [Lodging("201"), Lodging("202"), Lodging("203"), Lodging("301", is_family=True, beds=2)]
    actions.add_rooms(site=made, rooms=rooms, by=stage.near, at=stage.cast.at)
    return made.pk


@sample("sites/rooms/<int:pk>")
def room(stage):
    return Room.objects.filter(site=Site.objects.get(pk=stage.of(site))).first().pk


@sample("sites/people/<uuid:pk>")
def placement(stage):
    return settle(stage, "夏雨来").pk


def settle(stage, name) -> Placement:
    """Somebody of door 601 in a room of the site."""
    here = Site.objects.get(pk=stage.of(site))
    [one] = add_people(people=[draft_person(unit_id=stage.cast.units["601"].pk, name=name, at=stage.cast.at)], by=stage.near,
                       at=stage.cast.at)
    guest = actions.Guest(one.pk, one.pk, one.unit_id, stage.cast.on, stage.cast.on + timedelta(days=15), here.because)
    [made] = actions.propose(guests=[guest], by=stage.near, at=stage.cast.at)
    made = Placement.objects.select_related("room__site", "room__unit", "site", "home").get(pk=made.pk)
    actions.confirm_room(placements=[made], room=made.room, by=stage.near, at=stage.cast.at)
    return actions.admit(placements=[made], by=stage.near, at=stage.cast.at)[0]


@sample("sites/cleanings/<uuid:pk>")
def cleaning(stage):
    one = settle(stage, "夏雨停")
    actions.leave(people={one.person_id: one.because}, by=stage.near, at=stage.cast.at)
    return Cleaning.objects.get(room=one.room_id).pk


@free("sites/people/<uuid:pk>/place/<slug:step>")
def step(_stage):
    return "change_room"


@sample("sites/rounds/<uuid:pk>")
def meal(stage):
    stage.of(placement)
    actions.plan_rounds(on=stage.cast.on, by=stage.near, at=stage.cast.at)
    return Round.objects.filter(site=stage.of(site)).first().pk


@sample("sites/counsel/<uuid:pk>")
def counsel(stage):
    return actions.ask_counsel(placement=Placement.objects.get(pk=stage.of(placement)), by=stage.near, at=stage.cast.at).pk


@sample("sites/trips/<uuid:pk>")
def trip(stage):
    return actions.plan_trip(placements=[settle(stage, "夏雨急")], kind="to_hospital", by=stage.near, at=stage.cast.at).pk


@free("sites/people/<uuid:pk>/trip/<slug:kind>")
def kind(_stage):
    return "home"


@free("sites/trips/<uuid:pk>/<slug:name>")
def name(_stage):
    return "cancel"


@free("sites/trips/<uuid:pk>/sheet.<slug:form>")
def form(_stage):
    return "pdf"
