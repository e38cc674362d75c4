"""An order at door 502, and everything that hangs on it."""
from datetime import date

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import Finding, decide
from lianfang.response.isolation.models import Alarm, Check, Deviation, Easing, Handover, Held, Need, Order, Review, Switch

from . import free, sample

FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "arrival_on": date(2020, 3, 10), "age": 40, "special": "none", "worker": "no"}
NAME, NUMBER, PHONE = "周建明", "22072219890101123X", "13800001234"


@sample("person/<uuid:pk>", "people/<uuid:pk>")
def person(stage):
    found = draft_person(unit_id=stage.unit.pk, name=NAME, at=stage.cast.at, id_number=NUMBER, phone=PHONE)
    [made] = people.add_people(people=[found], by=stage.near, at=stage.cast.at)
    return made.pk


@sample("orders/<uuid:pk>")
def order(stage):
    finding = Finding(person_id=stage.of(person), unit_id=stage.unit.pk, facts=FACTS, on=stage.cast.on)
    decide(findings=[finding], by=named(SYSTEM), at=stage.cast.at)
    return Order.objects.get(person=stage.of(person)).pk


def hung(stage, model, **more):
    """Something that hangs on the order."""
    return model.objects.create(order_id=stage.of(order), person_id=stage.of(person), unit=stage.unit, **more).pk


@sample("orders/checks/<uuid:pk>")
def check(stage):
    return Check.objects.filter(order=stage.of(order)).first().pk


@sample("orders/alarms/<uuid:pk>")
def alarm(stage):
    return hung(stage, Alarm, kind="fever", temperature=38.1, raised_at=stage.cast.at)


@sample("orders/needs/<uuid:pk>")
def need(stage):
    return hung(stage, Need, kind="food", asked_at=stage.cast.at)


@sample("orders/handovers/<uuid:pk>")
def handover(stage):
    return hung(stage, Handover, giver=stage.unit, offered_by=stage.near, offered_at=stage.cast.at)


@sample("orders/reviews/<uuid:pk>")
def review(stage):
    verdict = Order.objects.get(pk=stage.of(order)).verdict
    return Review.objects.create(person_id=stage.of(person), unit=stage.unit, verdict=verdict, asked_at=stage.cast.at).pk


@sample("orders/deviations/<uuid:pk>")
def deviation(stage):
    verdict = Order.objects.get(pk=stage.of(order)).verdict
    verdict.result["hours"] = 72
    verdict.save()
    return hung(stage, Deviation, measure="home_monitoring", reason="medical_care", evidence="证明 1", verdict=verdict, asked_by=stage.near,
                asked_unit=stage.cast.units["青禾县"], asked_at=stage.cast.at)


@sample("orders/easings/<uuid:pk>")
def easing(stage):
    first = Order.objects.get(pk=stage.of(order))
    return hung(stage, Easing, step="leave_county", verdict=first.verdict, base_on=first.base_on, days=first.days, from_on=first.from_on,
                until_on=first.until_on, evidence="接收函", eased_by=stage.cast.cadre, eased_at=stage.cast.at)


@sample("orders/held/<uuid:pk>")
def held(stage):
    return Held.objects.create(unit=stage.unit, people=0, before=0, wanted_by=stage.near, held_at=stage.cast.at).pk


@sample("orders/switches/<uuid:pk>")
def switch(stage):
    return Switch.objects.create(unit=stage.cast.units["青禾县"], table="measure", was_on=date(2020, 5, 7), on=date(2020, 5, 8),
                                 state="proposed", listed_at=stage.cast.at).pk


@free("orders/<uuid:pk>/<slug:paper>")
def paper(stage):
    return "start"


@free("orders/<uuid:pk>/<slug:paper>.<slug:form>")
def form(stage):
    return "pdf"


@sample("orders/floors/<int:pk>")
def building(stage):
    return stage.cast.units["3号楼"].pk


@free("orders/floors/<int:pk>/<int:number>")
def storey(_stage):
    return 5
