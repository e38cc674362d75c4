"""An ending that has been proposed, of the county as a whole: it belongs to no unit."""
from lianfang.overview.ending import actions

from . import free


@free("ending/<uuid:pk>")
def ending(stage):
    return actions.propose(unit=stage.cast.units["青禾县"], basis="青防指〔2020〕88号", by=stage.cast.leader, at=stage.cast.at).pk


@free("ending/<uuid:pk>/certificate.<slug:form>")
def form(stage):
    return "pdf"
