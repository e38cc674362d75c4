"""A confirmed case goes up to the city within the time of its own card, and is awaited where he is sent; his page shows both."""
from datetime import date, timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.cases import actions
from lianfang.response.cases.clocks import report_due
from lianfang.response.tracing.actions import Named, Somebody, name_contact
from lianfang.response.tracing.models import Index
from lianfang.response.transfers.models import Departure
from lianfang.response.upward.actions import report_first
from lianfang.response.upward.models import Event
from lianfang.response.upward.papers.draft import draft


@pytest.fixture
def case(cast):
    told = {"by": cast.epi, "at": cast.at}
    with everything():
        word = actions.Word(unit=cast.units["丰禾社区"], name="周建明", disease="covid_19", channel="hospital", source="县医院",
                            diagnosed_at=cast.at - timedelta(minutes=30))
        [one] = actions.take_in(words=[word], **told)
        said = {"name": "周建明", "id_kind": "none", "sex": "f", "birth_on": date(1981, 3, 12), "belongs": "county", "group": "trade",
                "address": "丰禾社区", "klass": "confirmed", "disease": "covid_19", "onset_on": date(2020, 3, 8), "reporter": "县医院",
                "diagnosed_at": cast.at - timedelta(minutes=30), "remark": "急诊，证件未带"}
        actions.report(case=one, said=said, **told)
        yield one


def test_he_goes_up_with_the_deadline_of_his_card_and_counts_alone(cast, case):
    event = Event.objects.get(record=case.pk)
    assert Turn.objects.open().get(record=event.pk).due == report_due(case)
    words = draft(event, "first")
    assert "禾阳街道" in words and "确诊病例1例" in words and "周建明" not in words
    actions.rule_out(case=case, why="两次阴性", by=cast.epi, at=cast.at)
    event.refresh_from_db()
    assert event.state == "dropped"


def test_nobody_around_him_is_named_in_what_goes_up(cast, case):
    named = Named(Somebody("林下", phone="13800005678"), "meal", cast.on, cast.on)
    name_contact(index=Index.objects.get(record=case.pk), named=named, by=cast.epi, at=cast.at)
    event = Event.objects.get(record=case.pk)
    told = {"reported_at": cast.at, "way": "system", "to": "市指挥部", "by": cast.epi, "at": cast.at}
    with pytest.raises(Refused, match="不能有姓名"):
        report_first(event=event, words="确诊病例1例，与林下同餐。", **told)
    assert report_first(event=event, words="确诊病例1例，同餐1人。", **told).stage == "first"


def test_sent_to_a_hospital_elsewhere_he_is_awaited_there_and_moved_away_as_well(cast, case, client):
    with pytest.raises(Refused, match="哪个单位"):
        actions.send_out(case=case, to=" ", by=cast.epi, at=cast.at)
    client.force_login(cast.epi, backend="lianfang.ground.accounts.sessions.AccountBackend")
    client.post(reverse("cases:send_out", args=[case.pk]), {"to": "邻县人民医院"})
    page = client.get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "转到邻县人民医院" in page and "上报市指挥部" in page
    case.refresh_from_db()
    actions.move_away(case=case, to="邻县疾控中心", why="对方同意", by=cast.epi, at=cast.at)
    assert set(Departure.objects.values_list("to", "reason")) == {("邻县人民医院", "hospital"), ("邻县疾控中心", "moved")}
