"""An appeal against the order at door 502, and a correction of its person's phone."""
from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.registers.people.models import Person
from lianfang.response.isolation.models import Order
from lianfang.response.redress import actions

from . import free, isolation, sample

PHOTO = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x08\x00\x00\x00\x08" + b"x" * 40


@sample("redress/appeals/<uuid:pk>")
def appeal(stage):
    order = Order.objects.select_related("person", "verdict").get(pk=stage.of(isolation.order))
    return actions.appeal(person=order.person, order=order.pk, unit_id=order.unit_id, verdict=order.verdict, measure=order.measure,
                          order_number="青隔〔2020〕0001号", deciders=[], words="不是外省", channel="self", by=named(PORTAL),
                          at=stage.cast.at, photo=PHOTO).pk


@sample("redress/corrections/<uuid:pk>")
def correction(stage):
    person = Person.objects.get(pk=stage.of(isolation.person))
    return actions.claim(person=person, field="phone", right="13900005678", words="换了号", channel="self", by=named(PORTAL),
                         at=stage.cast.at, photo=PHOTO).pk


@sample("desk/<uuid:pk>")
def at_the_desk(stage):
    stage.of(isolation.order)
    return stage.of(isolation.person)


@free("desk/<uuid:pk>/form.<slug:kind>")
def kind(stage):
    return "pdf"


@sample("desk/<uuid:pk>/receipt/<uuid:record>")
def handed_in(stage):
    return stage.of(appeal)
