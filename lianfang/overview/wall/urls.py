"""Addresses of the wall: the screen's own, open to its key only, and the desk's."""
from django.urls import path

from .views import desk, screen

app_name = "wall"
urlpatterns = [
    path("", screen.wall, name="wall"),
    path("pair/", screen.pair, name="pair"),
    path("figures.json", screen.figures, name="figures"),
    path("shape.json", screen.shape, name="shape"),
    path("screens/", desk.screens, name="screens"),
    path("screens/put-up/", desk.issue_key, name="issue_key"),
    path("screens/<uuid:pk>/", desk.screen, name="screen"),
    path("screens/<uuid:pk>/code/", desk.renew_code, name="renew_code"),
    path("screens/<uuid:pk>/steer/", desk.steer, name="steer"),
    path("screens/<uuid:pk>/revoke/", desk.revoke_key, name="revoke_key"),
]
