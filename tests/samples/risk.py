"""A level proposed for a compound next door, rings round a case there, and one measure of them."""
from datetime import UTC, datetime
from uuid import uuid4

from lianfang.response.risk import actions
from lianfang.response.risk.models import Ring, RingTask
from lianfang.response.risk.queries.counting import area_of

from . import free, sample

FACTS = {"kind": "home", "recent": 1, "total": 1, "days_clear": 0, "cluster": False, "spread": "unknown", "contacts_clear": "unknown",
         "round_negative": "unknown"}


TWENTY = datetime(2022, 11, 20, 2, 0, tzinfo=UTC)  # an edition that gives buildings a level, not the whole county only


@sample("risk/<uuid:pk>")
def level(stage):
    told = {"source": "cdc", "source_on": TWENTY.date(), "by": stage.cast.epi, "at": TWENTY}
    return actions.propose_level(unit=area_of(stage.unit, FACTS["kind"], TWENTY.date()), facts=FACTS, **told).pk


@sample("risk/rings/<uuid:pk>")
def ring(stage):
    return actions.draw_ring(case=uuid4(), unit=stage.unit.pk, disease="covid_19", by=stage.near, at=stage.cast.at).pk


@sample("risk/tasks/<uuid:pk>")
def task(stage):
    one = Ring.objects.get(pk=stage.of(ring))
    return RingTask.objects.filter(drawn=one).order_by("ring", "pk").first().pk


@free("risk/<uuid:pk>/notice.<slug:form>")
def form(_stage):
    return "pdf"


@free("risk/rings/<uuid:pk>/circle/<int:n>")
def number(_stage):
    return 2
