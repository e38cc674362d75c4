"""A level follows from the counts by the edition of the day, holds by a document of another person, and is proposed down as days pass."""
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.risk import actions, queries
from lianfang.response.risk.models import Level

from .conftest import NINTH

SPRING = datetime(2020, 3, 1, 2, 0, tzinfo=UTC)


def assessed(county, at=NINTH):
    return {(one.unit.level, one.kind): one for one in actions.assess(units=[county.home.pk], by=county.system, at=at)}


def test_a_case_makes_its_compound_high_and_the_county_low_by_the_ninth_edition(county, cast):
    county.falls_ill(NINTH.date())
    found = assessed(county)
    assert {key: (one.level, one.before) for key, one in found.items()} == {("compound", "home"): ("high", "none"),
                                                                          ("county", "rest"): ("low", "none")}
    high = found["compound", "home"]
    assert "stay_home" in high.items and "第九版" in high.document
    assert Turn.objects.get(record=high.pk, closed_at=None).due == NINTH + timedelta(hours=2)
    assert assessed(county) == {}, "the same is not proposed twice"


def test_the_county_itself_is_medium_in_spring_2020_and_a_carrier_does_not_count(county):
    county.falls_ill(SPRING.date(), klass="carrier")
    assert assessed(county, SPRING) == {}
    county.falls_ill(SPRING.date())
    assert [(one.unit.level, one.level) for one in assessed(county, SPRING).values()] == [("county", "medium")]
    county.cases.clear()
    assert [one.level for one in assessed(county, SPRING).values()] == ["low"]
    assert set(Level.objects.values_list("level", "state")) == {("medium", "withdrawn"), ("low", "proposed")}


def test_it_is_confirmed_with_a_number_by_another_and_follows_the_one_before(county, cast):
    county.falls_ill(NINTH.date())
    high = assessed(county)["compound", "home"]
    with pytest.raises(Refused):
        actions.confirm_level(level=high, number=" ", by=cast.officer, at=NINTH)
    with pytest.raises(Refused):
        actions.confirm_level(level=high, number="青防指〔2022〕1号", by=cast.cadre, at=NINTH)
    actions.confirm_level(level=high, number="青防指〔2022〕1号", by=cast.officer, at=NINTH)
    assert queries.level_at(county.home).pk == high.pk and queries.risk_word_at(high.unit.path) == "high"
    asked = [high.unit.path, cast.units["青禾县"].code, cast.units["丰禾社区"].code, "420100", "", None]
    assert queries.risk_words_at(asked) == {code: word for code in asked if (word := queries.risk_word_at(code))} != {}
    assert queries.level_at(cast.units["梨花沟村"]) is None
    facts = {"kind": "home", "recent": 0, "total": 1, "days_clear": 7, "cluster": "unknown", "spread": "unknown",
             "contacts_clear": "unknown", "round_negative": True}
    later = NINTH + timedelta(days=7)
    medium = actions.propose_level(unit=high.unit, facts=facts, source="cdc", source_on=later.date(), by=cast.officer, at=later)
    with pytest.raises(Refused):
        actions.confirm_level(level=medium, number="青防指〔2022〕2号", by=cast.officer, at=later)
    actions.confirm_level(level=medium, number="青防指〔2022〕2号", by=cast.leader, at=later)
    high.refresh_from_db()
    assert (high.state, high.end_number, medium.before) == ("ended", "青防指〔2022〕2号", "high")
    assert queries.level_at(county.home, at=NINTH + timedelta(days=1)).pk == high.pk
    actions.end_level(level=medium, number="青防指〔2022〕3号", by=cast.leader, at=later)
    assert queries.level_at(county.home) is None and [one.level for one in queries.history(high.unit)] == ["medium", "high"]


def test_days_without_a_case_pass_and_the_next_edition_lowers_it_of_itself(county, cast):
    county.falls_ill(date(2022, 11, 8))
    at = datetime(2022, 11, 8, 3, 0, tzinfo=UTC)
    actions.confirm_level(level=assessed(county, at)["compound", "home"], number="1号", by=cast.officer, at=at)
    assert [one.level for one in actions.assess_all(by=county.system, at=at + timedelta(days=4))] == [], "four days: high still"
    [low] = [one for one in actions.assess_all(by=county.system, at=at + timedelta(days=5)) if one.kind == "home"]
    assert (low.level, low.before) == ("low", "high") and "二十条" in low.document


def test_what_the_table_leaves_open_is_said_and_nothing_is_proposed(county, cast):
    facts = {"kind": "county", "recent": 9, "total": 51, "days_clear": 1, "cluster": "unknown", "spread": "unknown",
             "contacts_clear": "unknown", "round_negative": "unknown"}
    with pytest.raises(Refused, match="聚集性疫情还没查清"):
        actions.propose_level(unit=cast.units["青禾县"], facts=facts, source="cdc", source_on=SPRING.date(), by=cast.epi, at=SPRING)
    assert not Level.objects.exists()


def test_on_screen_it_is_read_confirmed_and_put_up(county, cast, client):
    county.falls_ill(NINTH.date())
    high = assessed(county)["compound", "home"]
    client.force_login(cast.officer)
    page = client.get(reverse("risk:level", args=[high.pk])).content.decode()
    assert "高风险" in page and "足不出户" in page and "第九版" in page
    client.post(reverse("risk:confirm_level", args=[high.pk]), {"number": "青防指〔2022〕1号"})
    assert "青防指〔2022〕1号" in client.get(reverse("risk:levels")).content.decode()
    paper = client.post(reverse("risk:notice", args=[high.pk, "docx"]))
    assert paper.status_code == 200 and paper.content[:2] == b"PK"
    wrong = client.post(reverse("risk:propose_level"), {"unit": "nowhere", "kind": "home", "recent": "2", "total": "1", "source": "cdc"})
    assert wrong.status_code == 422 and "没有叫“nowhere”的地方" in wrong.content.decode()
    typed = {"kind": "home", "recent": "1", "total": "1", "days_clear": "0", "cluster": "no", "spread": "unknown", "source": "cdc",
             "contacts_clear": "unknown", "round_negative": "unknown", "source_on": "2022-08-10", "unit": "望河社区"}
    with time_machine.travel(NINTH, tick=False):
        narrow = client.post(reverse("risk:propose_level"), {**typed, "unit": "3号楼"}).content.decode()
        assert "划到小区：请填“向阳小区”" in narrow, "the edition knows no level of a building"
        assert client.post(reverse("risk:propose_level"), typed).status_code == 302
    own = Level.objects.get(unit=cast.units["望河社区"])
    page = client.get(reverse("risk:level", args=[own.pk])).content.decode()
    assert own.source == "cdc" and "自己提的等级，要由另一个人核定" in page and reverse("risk:confirm_level", args=[own.pk]) not in page
    client.force_login(cast.grid)
    assert client.post(reverse("risk:end_level", args=[high.pk]), {"number": "2号"}).status_code == 403


def test_a_place_and_the_board_show_what_holds_there_since_when_and_by_which_document(county, cast, client, django_assert_num_queries):
    county.falls_ill(NINTH.date())
    found = assessed(county)
    actions.confirm_level(level=found["compound", "home"], number="青防指〔2022〕1号", by=cast.officer, at=NINTH)
    actions.confirm_level(level=found["county", "rest"], number="青防指〔2022〕2号", by=cast.officer, at=NINTH)
    whole, towns = cast.units["青禾县"], [cast.units["禾阳街道"], cast.units["梨花沟镇"]]
    with django_assert_num_queries(1):
        held = queries.held_in(whole, towns)
    near, far = (held[town.pk] for town in towns)
    assert (near.word, near.parts) == ("低风险", [("高风险", "bad", 1)]) and (far.level.unit, far.inside) == (whole, [])
    assert queries.held_in(whole, towns, at=NINTH - timedelta(minutes=1))[whole.pk].level is None, "as known at a moment"
    client.force_login(cast.cadre)
    with time_machine.travel(NINTH + timedelta(hours=1), tick=False):
        page = client.get(reverse("territory:unit", args=[cast.units["向阳小区"].pk])).content.decode()
        assert "高风险" in page and "青防指〔2022〕1号" in page and "2022-08-10 10:00" in page
        page = client.get(reverse("territory:unit", args=[cast.units["丰禾社区"].pk])).content.decode()
        assert "低风险" in page and "高风险 1 处" in page and "青禾县" in page
        client.force_login(cast.officer)
        page = client.get(reverse("situation:board", args=[whole.pk])).content.decode()
        assert "青防指〔2022〕2号" in page and "高风险 1" in page
        page = client.get(reverse("situation:board", args=[towns[1].pk])).content.decode()
        assert "低风险" in page and "高风险" not in page


def test_whoever_lives_under_a_level_reads_what_was_confirmed_and_decides_nothing(county, cast, client):
    county.falls_ill(NINTH.date())
    whole = assessed(county)["county", "rest"]
    address = reverse("risk:level", args=[whole.pk])
    client.force_login(cast.cadre)
    assert client.get(address).status_code == 404, "only proposed"
    actions.confirm_level(level=whole, number="青防指〔2022〕2号", by=cast.officer, at=NINTH)
    page = client.get(address).content.decode()
    assert "青防指〔2022〕2号" in page and reverse("risk:end_level", args=[whole.pk]) not in page
    assert reverse("risk:rings") not in client.get(reverse("risk:levels")).content.decode(), "rings are read by who approves them"
