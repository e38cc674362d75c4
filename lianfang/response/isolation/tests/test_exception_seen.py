"""What an exception shows: its evidence for a reason that is written down, its name on the paper, an end no later than the order's."""
from datetime import date, timedelta

import pytest
from django.urls import reverse

from lianfang.ground.days import day_start
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.registers.people.queries import EVIDENCE, reasons
from lianfang.response.isolation.actions import approve_deviation, deviate, open_evidence, refuse_deviation
from lianfang.response.isolation.models import Order
from lianfang.response.isolation.papers.filled import start_notice
from lianfang.response.isolation.queries import exception_of

from .test_deviate import ASKED


@pytest.fixture
def asked(order, cast):
    return deviate(order=order, by=cast.cadre, at=cast.at, **ASKED)


@pytest.fixture
def evidence(asked):
    return reverse("isolation:open_evidence", args=[asked.pk])


def test_evidence_is_read_for_a_reason_and_it_is_told(asked, evidence, order, cast, client):
    client.force_login(cast.officer)
    assert ASKED["evidence"] not in client.get(evidence).content.decode()
    assert client.post(evidence, {"reason": "curious"}).status_code == 422
    assert not Line.objects.filter(verb="isolation.open_evidence").exists()
    assert ASKED["evidence"] in client.post(evidence, {"reason": "exception"}).content.decode()
    told = Line.objects.get(verb="isolation.open_evidence")
    assert (told.by, told.subject, told.record, told.data) == (cast.officer.pk, order.person_id, asked.pk, {"reason": "exception"})
    assert "查看例外的依据" in client.get(reverse("home:person", args=[order.person_id])).content.decode()


def test_the_reasons_are_a_dated_table(asked, cast):
    for reason, at in (("visit", cast.at), ("exception", day_start(date(2020, 1, 24)))):
        with pytest.raises(Refused, match="请选一个理由"):
            open_evidence(deviation=asked, reason=reason, by=cast.officer, at=at)
    assert set(reasons(EVIDENCE, cast.on)) == {"exception", "watch", "appeal"}
    assert not Line.objects.filter(verb="isolation.open_evidence").exists()


@pytest.mark.parametrize(("part", "status"), [("supervisor", 200), ("leader", 200), ("admin", 403), ("far_cadre", 404)])
def test_who_may_read_it(evidence, cast, client, part, status):
    client.force_login(cast.accounts[part])
    assert client.post(evidence, {"reason": "watch"}).status_code == status


def test_another_is_not_offered_while_one_is_open(asked, order, cast, client):
    ask = reverse("isolation:deviate", args=[order.pk])
    page = reverse("home:person", args=[order.person_id])
    client.force_login(cast.cadre)
    assert ask not in client.get(page).content.decode()
    refuse_deviation(deviation=asked, by=cast.officer, at=cast.at)
    assert ask in client.get(page).content.decode()


def test_the_paper_names_it_with_who_approved_and_until_when(asked, cast):
    approve_deviation(deviation=asked, by=cast.officer, at=cast.at)
    words = start_notice(Order.objects.select_related("unit", "verdict", "person").get(closed_at=None), False).words()
    assert "例外：需要就医" in words["ground"] and "青禾县批准" in words["ground"] and "3月13日" in words["ground"]
    assert words["measure"] == "居家健康监测"


def test_on_screen_it_does_not_stand_past_the_orders_end(asked, order, cast):
    late = day_start(order.until_on) - timedelta(hours=10)
    approve_deviation(deviation=asked, by=cast.officer, at=late)
    asked.refresh_from_db()
    assert asked.expires_at > day_start(order.until_on) == exception_of(order.person_id)["until"]
