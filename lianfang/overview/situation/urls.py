"""Addresses of the situation."""
from django.urls import path

from .views import board, building, nodes

app_name = "situation"
urlpatterns = [
    path("", board.board, name="board"),
    path("<int:pk>/", board.board, name="board"),
    path("nodes/", nodes.nodes, name="nodes"),
    path("buildings/<int:pk>/", building.building, name="building"),
    path("buildings/<int:pk>/doors/", building.doors, name="doors"),
    path("compounds/<int:pk>/", building.compound, name="compound"),
]
