"""Figures of the county at a cut-off: each town sees its own of them; a change that waits."""
from lianfang.overview.ledger.actions import book
from lianfang.overview.ledger.models import Change, Changed

from . import free, sample


@free("ledger/<uuid:pk>")
def cut(stage):
    return book(unit=stage.cast.units["青禾县"], cut_off_at=stage.cast.at, by=stage.near, at=stage.cast.at).pk


@sample("ledger/changes/<uuid:pk>")
def change(stage):
    county = stage.cast.units["青禾县"]
    one = Change.objects.create(cut_id=stage.of(cut), unit=county, reason="补报", by=stage.near, name=stage.near.name, at=stage.cast.at)
    Changed.objects.create(change=one, unit=county, code="managed", was=2, value=1)
    return one.pk


@free("ledger/<uuid:pk>/<int:unit>")
def unit(stage):
    return stage.cast.units["青禾县"].pk


@free("ledger/<uuid:pk>/<int:unit>/<slug:code>")
def figure(_stage):
    return "managed"


@free("ledger/file.<slug:form>")
def form(_stage):
    return "csv"
