"""Addresses of levels and rings."""
from django.urls import path

from .views import circles, levels, rings

app_name = "risk"
urlpatterns = [
    path("", levels.levels, name="levels"),
    path("propose/", levels.propose_level, name="propose_level"),
    path("<uuid:pk>/", levels.level, name="level"),
    path("<uuid:pk>/confirm/", levels.confirm_level, name="confirm_level"),
    path("<uuid:pk>/refuse/", levels.refuse_level, name="refuse_level"),
    path("<uuid:pk>/end/", levels.end_level, name="end_level"),
    path("<uuid:pk>/notice.<slug:form>", levels.notice, name="notice"),
    path("rings/", rings.rings, name="rings"),
    path("rings/<uuid:pk>/", rings.ring, name="ring"),
    path("rings/<uuid:pk>/circle/<int:n>/", circles.draw_circle, name="draw_circle"),
    path("rings/<uuid:pk>/confirm/", rings.confirm_ring, name="confirm_ring"),
    path("rings/<uuid:pk>/refuse/", rings.refuse_ring, name="refuse_ring"),
    path("rings/<uuid:pk>/lift/", rings.lift_ring, name="lift_ring"),
    path("tasks/<uuid:pk>/", rings.do_task, name="ring_task"),
]
