"""A street's bulletin, and the pages of its places."""
from lianfang.overview.situation.actions import freeze

from . import free, sample, territory


@sample("situation/<int:pk>")
def unit(stage):
    return stage.of(territory.village)


@sample("situation/lines/<int:pk>", "situation/links/<int:pk>")
def line(stage):
    return stage.of(territory.village)


@sample("situation/buildings/<int:pk>")
def building(stage):
    return stage.of(territory.building)


@sample("situation/compounds/<int:pk>")
def compound(stage):
    stage.of(territory.building)
    return stage.cast.units["向阳小区"].pk


@sample("situation/bulletins/<uuid:pk>")
def bulletin(stage):
    return freeze(unit=stage.cast.units["禾阳街道"], cut_off_at=stage.cast.at, by=stage.near, at=stage.cast.at).pk


@free("situation/<int:pk>/urge/<slug:level>")
def level(stage):
    return "village"


@free("situation/bulletins/<uuid:pk>/bulletin.<slug:form>")
def form(stage):
    return "pdf"
