"""A rule table everybody may read, and a county's own version of it, which only its own people bring into force."""
from lianfang.ground.decisions import registry
from lianfang.ground.decisions.models import TableVersion
from lianfang.response.isolation.models import Order

from . import free, isolation, sample

NAME = "measure"


@free("tables/<slug:name>")
def name(stage):
    return NAME


@sample("tables/<slug:name>/versions/<int:number>", owned=lambda route: route.endswith("approve/"))
def version(stage):
    shipped = registry.shipped(NAME)
    TableVersion.objects.create(table=NAME, number=7, area=stage.cast.units["禾阳街道"], from_on=stage.cast.on, text=shipped.text,
                                examples=shipped.examples, drafted_by=stage.cast.admin, drafted_at=stage.cast.at)
    return 7


@free("tables/<slug:name>/<slug:part>")
def part(stage):
    return "examples"


@sample("tables/verdicts/<uuid:pk>")
def verdict(stage):
    return Order.objects.get(pk=stage.of(isolation.order)).verdict_id


@free("flows/<slug:code>")
def flow(stage):
    return "order"
