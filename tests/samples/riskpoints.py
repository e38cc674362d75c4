"""A risk point of the near unit, and its weekly assessment."""
from lianfang.response.risk.points import actions

from . import free, sample


@free("riskpoints/report.<slug:form>")
def form(_stage):
    return "pdf"


@sample("riskpoints/points/<uuid:pk>")
def point(stage):
    new = actions.NewPoint(stage.cast.units["丰禾社区"], "hygiene", "社区菜场", "village_cadre", "possible", "medium",
                           words="进出口、洗手、通风")
    return actions.enter_points(points=[new], by=stage.near, at=stage.cast.at)[0].pk


@sample("riskpoints/weeks/<uuid:pk>")
def week(stage):
    return actions.ask_week(units=[stage.cast.units["丰禾社区"]], by=stage.near, at=stage.cast.at)[0].pk
