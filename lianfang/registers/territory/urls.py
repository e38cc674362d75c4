"""Addresses of the territory."""
from django.urls import path

from .views import buildings, editions, outlines, places, positions

app_name = "territory"
urlpatterns = [
    path("", places.start, name="start"),
    path("editions/", editions.editions, name="editions"),
    path("editions/take-over/", editions.take_over, name="take_over"),
    path("editions/<uuid:pk>/", editions.edition, name="edition"),
    path("<int:pk>/", places.unit, name="unit"),
    path("<int:pk>/vacant/", places.vacant, name="vacant"),
    path("<int:pk>/add/", places.add, name="add"),
    path("<int:pk>/rename/", places.rename, name="rename"),
    path("<int:pk>/close/", places.close, name="close"),
    path("<int:pk>/merge/", places.merge, name="merge"),
    path("<int:pk>/move/", places.move, name="move"),
    path("<int:pk>/figure/", places.figure, name="figure"),
    path("<int:pk>/appoint/", places.appoint, name="appoint"),
    path("<int:pk>/wizard/", buildings.wizard, name="wizard"),
    path("<int:pk>/lanes/", buildings.lanes, name="lanes"),
    path("<int:pk>/addresses/", buildings.addresses, name="addresses"),
    path("<int:pk>/outlines/", outlines.outlines, name="outlines"),
    path("<int:pk>/positions/", positions.positions, name="positions"),
    path("<int:pk>/lines/", buildings.lines, name="lines"),
    path("<int:pk>/building/", buildings.building, name="building"),
    path("<int:pk>/mark-site/", buildings.mark_site, name="mark_site"),
    path("<int:pk>/door/", buildings.door, name="door"),
]
