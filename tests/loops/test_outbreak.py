"""From a positive tube to the last release: ten held, a case, 37 contacts, one of them ill, an edition that changes on day five."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.workflow.models import Turn
from lianfang.overview.situation import actions as situation
from lianfang.response.cases import actions as cases
from lianfang.response.cases.models import Case
from lianfang.response.cases.tests.conftest import Team
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Check, Order, SwitchLine
from lianfang.response.laboratory.tests.conftest import Point
from lianfang.response.risk.models import Level, Ring
from lianfang.response.tracing import actions as tracing
from lianfang.response.tracing.models import Contact, Exposure, Index

DAY0 = date(2022, 11, 6)
LOCAL, AWAY = 33, 4


def when(day, clock):
    return moment(DAY0 + timedelta(days=day), clock)


class Outbreak:
    """The cast's county in November 2022, in the last days of the ninth edition."""

    def __init__(self, cast, client):
        self.cast, self.client, self.system = cast, client, named(SYSTEM)
        cast.at, cast.on = when(0, "12:30"), DAY0
        self.point, self.team = Point(cast), Team(cast)

    def sees(self, who, address, *words, at):
        """A page as somebody of the county sees it at a moment."""
        self.client.force_login(self.cast.accounts[who])
        with time_machine.travel(at, tick=False):
            page = self.client.get(address).content.decode()
        assert [word for word in words if word not in page] == [], address
        return page

    def is_reported(self, case, at, **said):
        days = {"onset_on": (at - timedelta(days=1)).date(), "diagnosed_at": at - timedelta(minutes=15)}
        answers = self.team.said(name=case.person.name, **days, **said)
        cases.report(case=case, said=answers, by=self.cast.epi, at=at)
        return Index.objects.get(record=case.pk)

    def names_contacts(self, index, count, prefix, on, at):
        for n in range(count):
            who = tracing.Somebody(f"{prefix}{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{'一二三四'[n // 10]}", door=self.cast.units["601"].pk)
            tracing.name_contact(index=index, named=tracing.Named(who, "meal", on, on), by=self.cast.epi, at=at)


@pytest.fixture
def outbreak(cast, client):
    with everything():
        yield Outbreak(cast, client)


def who_met(index):
    return list(Exposure.objects.filter(index=index).values_list("person_id", flat=True))


def open_orders(**which):
    return Order.objects.filter(closed_at=None, **which)


def test_from_a_positive_tube_to_the_last_release(outbreak):
    case = a_pool_is_positive(outbreak)
    index = the_case_is_reported(outbreak, case)
    contacts_are_traced_and_placed(outbreak, index)
    one_contact_turns(outbreak, index)
    the_edition_changes(outbreak)
    everybody_is_released(outbreak)


def a_pool_is_positive(outbreak):
    point = outbreak.point
    point.report(point.filled(point.people, at=when(0, "12:40")), "positive", when(0, "14:00"))
    held = open_orders()
    assert held.count() == 10 and max(order.issued_at for order in held) <= when(0, "14:30")
    outbreak.sees("cadre", reverse("home:home"), "15:00", at=when(0, "14:10"))
    for n, who in enumerate(point.people):
        tube = point.filled([who], 1, when(0, "14:40") + timedelta(minutes=n))
        point.report(tube, "negative" if n else "positive", when(0, "19:30"))
    assert [order.person for order in open_orders()] == [point.people[0]]
    return Case.objects.get()


def the_case_is_reported(outbreak, case):
    index = outbreak.is_reported(case, when(0, "20:00"))
    high = Level.objects.get(unit__level="compound")
    assert (high.level, high.state, Ring.objects.get().state) == ("high", "proposed", "proposed")
    outbreak.sees("officer", reverse("home:home"), "核定风险等级：高风险", "核定环状防控圈", "22:00", "21:00", at=when(0, "20:05"))
    return index


def contacts_are_traced_and_placed(outbreak, index):
    on, told = DAY0 - timedelta(days=1), {"by": outbreak.cast.epi, "at": when(1, "07:00")}
    outbreak.names_contacts(index, LOCAL, "近", on, when(0, "22:00"))
    outbreak.names_contacts(index, AWAY, "远", on, when(0, "22:30"))
    found = tracing.accept(index=index, people=who_met(index), kind="close", reason="list_checked", **told)
    away = tracing.hand_over(contacts=[one for one in found if one.person.name.startswith("远")], to="邻县", **told)
    outbreak.client.force_login(outbreak.cast.epi)
    letters = [outbreak.client.post(reverse("tracing:letter", args=[one.pk, "docx"])) for one in away]
    assert [letter.content[:2] for letter in letters] == [b"PK"] * AWAY
    placed = open_orders(person__in=[one.person_id for one in found], measure="central_quarantine")
    assert len(found) == LOCAL + AWAY and placed.count() >= LOCAL and max(order.issued_at for order in placed) <= when(1, "08:00")
    bulletin = situation.freeze(unit=outbreak.cast.units["青禾县"], cut_off_at=when(1, "08:00"), by=outbreak.system, at=when(1, "08:00"))
    assert bulletin.pk


def one_contact_turns(outbreak, index):
    contact = Contact.objects.filter(index=index, state="watched").order_by("pk").first()
    point = outbreak.point
    point.report(point.filled([contact.person], 1, when(3, "08:00"), "contact"), "positive", when(3, "11:00"))
    case = Case.objects.get(person=contact.person_id)
    second = outbreak.is_reported(case, when(3, "12:00"), id_number="220722198103120501")
    contact.refresh_from_db()
    assert contact.ended_at and second.pk != index.pk and Ring.objects.count() == 1 + 1
    outbreak.names_contacts(second, 2, "次", DAY0 + timedelta(days=2), when(3, "13:00"))
    tracing.accept(index=second, people=who_met(second), kind="close", reason="list_checked", by=outbreak.cast.epi, at=when(3, "15:00"))


def the_edition_changes(outbreak):
    before = {order.pk: order.verdict.version for order in open_orders().select_related("verdict")}
    [switch] = isolation.propose_switches(by=outbreak.system, at=when(5, "00:10"))
    assert switch.people == SwitchLine.objects.count() and switch.people >= LOCAL
    assert {order.pk: order.verdict.version for order in open_orders().select_related("verdict")} == before, "a list is only a list"
    outbreak.sees("officer", reverse("isolation:switch", args=[switch.pk]), "集中隔离7天＋居家健康监测3天", "集中隔离5天＋居家隔离3天",
                  f"给这 {switch.people} 人换措施", at=when(5, "08:00"))
    isolation.confirm_switch(switch=switch, by=outbreak.cast.officer, at=when(5, "08:05"))
    if switch.state == "confirmed":
        isolation.let_switch(switch=switch, by=outbreak.cast.leader, at=when(5, "08:20"))
    assert isolation.run_switches(by=outbreak.system, at=when(5, "08:30")) == switch.people
    home = open_orders(measure="home_quarantine", base_on=DAY0 + timedelta(days=4))
    assert home.count() >= LOCAL - 1, "five days are over: three at home"
    assert open_orders(measure="central_quarantine").count() == 2, "those of the second case"


def everybody_is_released(outbreak):
    ill = set(Case.objects.values_list("person_id", flat=True))
    for day in range(6, 14):
        at = when(day, "20:30")
        due = list(open_orders(until_on__lte=at.date() + timedelta(days=1)).exclude(person__in=ill))
        isolation.serve(orders=[order for order in due if order.state == "issued"], by=outbreak.cast.grid, at=at)
        due = list(Order.objects.filter(pk__in=[order.pk for order in due]))
        _are_well(due, outbreak, at)
        isolation.release(orders=due, by=outbreak.cast.cadre, at=at)
    assert not open_orders().exclude(person__in=ill).exists()
    assert not Turn.objects.filter(flow__in=("order", "check", "recall"), closed_at=None,
                                   subject__in=Contact.objects.exclude(person__in=ill).values("person")).exists()


def _are_well(orders, outbreak, at):
    """Checked that evening, and negative as often as their rows ask."""
    isolation.plan_checks(on=at.date(), by=outbreak.system, at=at - timedelta(hours=6))
    checks = Check.objects.filter(order__in=orders, on=at.date(), half="pm", state="due")
    isolation.record_checks(readings=[isolation.Reading(check, 36.5) for check in checks], by=outbreak.cast.grid, at=at)
    negative = [isolation.Sampled(order, at.date(), "negative", "县疾控") for order in orders for _day in order.test_days]
    isolation.record_results(results=negative, by=outbreak.cast.epi, at=at)
