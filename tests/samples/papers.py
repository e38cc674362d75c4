"""A release of the county with signed figures, a town's zero report."""
from lianfang.ground.days import day_of
from lianfang.overview.ledger import actions as ledger
from lianfang.overview.papers import actions
from lianfang.overview.papers.models import ZeroReport

from . import free, sample


@sample("papers/<uuid:pk>")
def paper(stage):
    at, county = stage.cast.at, stage.cast.units["青禾县"]
    evening = at.replace(hour=18, minute=45)
    ledger.sign(cut=ledger.book(unit=county, cut_off_at=evening, by=stage.near, at=evening), by=stage.near, at=evening)
    told = {"unit": county, "on": day_of(at), "title": "通报", "words": "在管【在管】人。"}
    return actions.draft_paper(kind="press", by=stage.near, at=evening, **told).pk


@sample("papers/zero/<uuid:pk>")
def zero(stage):
    return ZeroReport.objects.create(unit=stage.cast.units["禾阳街道"], on=stage.cast.on, due_at=stage.cast.at, opened_at=stage.cast.at).pk


@free("papers/draft/<slug:kind>")
def kind(_stage):
    return "press"


@free("papers/templates/<slug:room>")
def room(_stage):
    return "papers"


@free("papers/templates/<slug:room>/<slug:name>")
def name(_stage):
    return "press"


@free("papers/templates/<slug:room>/<slug:name>/<int:number>")
def number(_stage):
    return 0


@free("papers/<uuid:pk>/paper.<slug:form>")
def form(_stage):
    return "pdf"
