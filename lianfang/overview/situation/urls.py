"""Addresses of the situation."""
from django.urls import path

from .views import board, building, bulletins, lines, links, nodes

app_name = "situation"
urlpatterns = [
    path("", board.board, name="board"),
    path("<int:pk>/", board.board, name="board"),
    path("<int:pk>/urge/<slug:level>/", board.urge, name="urge"),
    path("lines/", lines.lines, name="lines"),
    path("lines/<int:pk>/", lines.lines, name="lines"),
    path("links/", links.links, name="links"),
    path("links/<int:pk>/", links.links, name="links"),
    path("nodes/", nodes.nodes, name="nodes"),
    path("houses/", building.houses, name="houses"),
    path("buildings/<int:pk>/", building.building, name="building"),
    path("buildings/<int:pk>/doors/", building.doors, name="doors"),
    path("compounds/<int:pk>/", building.compound, name="compound"),
    path("bulletins/", bulletins.bulletins, name="bulletins"),
    path("bulletins/make/", bulletins.make, name="make"),
    path("bulletins/<uuid:pk>/", bulletins.bulletin, name="bulletin"),
    path("bulletins/<uuid:pk>/draft/", bulletins.draft, name="draft"),
    path("bulletins/<uuid:pk>/check/", bulletins.check, name="check"),
    path("bulletins/<uuid:pk>/sign/", bulletins.sign, name="sign"),
    path("bulletins/<uuid:pk>/bulletin.<slug:form>", bulletins.file, name="file"),
]
