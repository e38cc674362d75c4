"""An order of the near town over its village, exempt from it a vehicle; what is to be seen there, a line, an event that was permitted."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.response.risk.closures import actions
from lianfang.response.risk.closures.actions import Exempt, Order, Wish
from lianfang.response.risk.closures.models import Check, Closure

from . import free, sample

ROUTE = "closures/"


def _village(stage):
    return stage.cast.units["丰禾社区"]


@sample(ROUTE + "<uuid:pk>")
def closure(stage):
    order = Order("禾街防指〔2020〕1号", "place", (_village(stage),), "出入凭证。", stage.cast.at, stage.cast.at + timedelta(days=20))
    one = actions.propose_closure(unit=stage.cast.units["禾阳街道"], order=order, by=stage.cast.township, at=stage.cast.at)
    actions.approve_closure(closure=one, by=stage.cast.leader, at=stage.cast.at)
    return one.pk


@sample(ROUTE + "checks/<uuid:pk>")
def check(stage):
    return Check.objects.get(closure=stage.of(closure)).pk


@sample(ROUTE + "exemptions/<uuid:pk>")
def exemption(stage):
    one = Closure.objects.get(pk=stage.of(closure))
    exempt = Exempt("vehicle", "supplies", stage.cast.at + timedelta(days=9), plate="禾A58K21")
    return actions.propose_exemption(closure=one, exempt=exempt, by=stage.cast.township, at=stage.cast.at).pk


@sample(ROUTE + "services/<uuid:pk>")
def service(stage):
    told = {"by": stage.cast.township, "at": stage.cast.at}
    return actions.add_service(unit=stage.cast.units["禾阳街道"], kind="town_bus", title="城关 3 路", **told).pk


@sample(ROUTE + "events/<uuid:pk>")
def event(stage):
    with everything():
        wish = Wish("funeral", _village(stage), 15, stage.cast.on, name="周建明", phone="13800005678", place="向阳小区3号楼")
        one = actions.apply_event(wish=wish, by=stage.cast.cadre, at=stage.cast.at)
        actions.permit_event(event=one, by=stage.cast.township, at=stage.cast.at)
        return one.pk


@free(ROUTE + "new/<slug:kind>")
def kind(_stage):
    return "place"


@free(ROUTE + "<uuid:pk>/notice.<slug:form>", ROUTE + "<uuid:pk>/register.<slug:form>")
def form(_stage):
    return "docx"
