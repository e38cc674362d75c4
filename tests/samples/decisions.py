"""A rule table everybody may read, and a county's own version of it, which only its own people bring into force."""
from lianfang.ground.decisions.actions import draft_version
from lianfang.response.isolation.models import Order

from . import free, isolation, sample

NAME = "measure"


@free("tables/<slug:name>")
def name(stage):
    return NAME


STEPS = ("hand-in", "submit", "withdraw", "approve", "reject", "keep", "return", "add", "<int:n>")


def changes(route):
    """Whether an address does something with the version: reading it is everybody's."""
    return route.rstrip("/").endswith(STEPS)


@sample("tables/versions/<uuid:pk>", "orders/touched/<uuid:pk>", owned=changes)
def version(stage):
    return draft_version(table=NAME, area=stage.cast.units["禾阳街道"], by=stage.near, at=stage.cast.at).pk


@free("tables/versions/<uuid:pk>/<slug:kind>")
def kind(stage):
    return "rows"


@free("tables/versions/<uuid:pk>/<slug:kind>/<int:n>")
def n(stage):
    return 3


@free("tables/<slug:name>/<slug:part>")
def part(stage):
    return "examples"


@sample("tables/verdicts/<uuid:pk>")
def verdict(stage):
    return Order.objects.get(pk=stage.of(isolation.order)).verdict_id


@free("flows/<slug:code>")
def flow(stage):
    return "order"
