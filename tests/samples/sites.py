"""A small site of two rooms beside the near compound."""
from lianfang.response.sites import actions
from lianfang.response.sites.models import Room, Site
from lianfang.response.sites.reading import Lodging

from . import sample


@sample("sites/<uuid:pk>")
def site(stage):
    made = actions.open_site(place=stage.cast.units["丰禾第四网格"], name="党校隔离点", leader=stage.cast.cadre, by=stage.near,
                             at=stage.cast.at)
    actions.add_rooms(site=made, rooms=[Lodging("201"), Lodging("202", is_family=True, beds=2)], by=stage.near, at=stage.cast.at)
    return made.pk


@sample("sites/rooms/<int:pk>")
def room(stage):
    return Room.objects.filter(site=Site.objects.get(pk=stage.of(site))).first().pk
