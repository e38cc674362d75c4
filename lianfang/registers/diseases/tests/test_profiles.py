"""A disease's profile by date: what the county's own rows add, and what nobody knows."""
from datetime import date

import pytest
import time_machine
from django.test import Client

from lianfang.ground.decisions import forget, shipped
from lianfang.ground.decisions.actions import approve_version, draft_version, faults_of, submit_version
from lianfang.registers.diseases.queries import profile, profiles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh():
    forget()
    yield
    forget()


@pytest.mark.parametrize(("on", "says"), [
    (date(2020, 3, 6), ("b_as_a", 2, 0, 14)), (date(2020, 3, 7), ("b_as_a", 2, 2, 14)),
    (date(2023, 1, 7), ("b_as_a", 2, 2, 14)), (date(2023, 1, 8), ("b", 24, 2, 0)),
])
def test_what_is_known_of_a_disease_has_a_day_it_changes_on(on, says):
    found = profile("covid_19", on)
    assert (found.legal_class, found.report_hours, found.lookback_days, found.watch_days) == says


def test_a_disease_of_no_row_is_not_guessed():
    assert profile("new_fever", date(2020, 3, 10)) is None
    assert profile("mpox", date(2019, 12, 31)) is None


def test_all_of_a_day_once_each_and_in_words():
    found = profiles(date(2022, 12, 1))
    codes = [one.code for one in found]
    assert len(codes) == len(set(codes)) == 12 and {"covid_omicron", "dengue", "mers"} < set(codes)
    omicron = next(one for one in found if one.code == "covid_omicron")
    assert str(omicron) == "新冠（奥密克戎）"
    assert (omicron.span("incubation_from", "incubation_to"), omicron.words("class")) == ("1–7", "乙类甲管")


def test_a_county_adds_one_on_screen_and_another_body_approves_it(cast):
    named = shipped("disease")
    head, types, *_rows = named.text.splitlines()
    row = ("new_fever,不明热,Fever of unknown cause,none,2,1,21,-,-,2,-,21,exposure,7;14,contact,fever,同住、同食、同病室,-,-,-,"
           "县指挥部令第1号,不明原因发热按此管理,class")
    told, *_lines = named.examples.splitlines()
    example = f"第一例不明热,2020-03-10,{','.join(row.split(',')[:17])}"
    version = draft_version(table="disease", area=cast.units["青禾县"], is_overlay=True, text="\n".join([head, types, row]) + "\n",
                            examples="\n".join([told, example]) + "\n", says="不明热", by=cast.officer, at=cast.at)
    assert faults_of(version) == []
    submit_version(version=version, by=cast.officer, at=cast.at)
    assert profile("new_fever", cast.on) is None
    with time_machine.travel(cast.at, tick=False):
        approve_version(version=version, by=cast.epi, at=cast.at)
    forget()
    found = profile("new_fever", cast.on)
    assert (str(found), found.report_hours, found.watch_days, found.test_days) == ("不明热", 2, 21, (7, 14))
    assert found in profiles(cast.on, cast.units["青禾县"].path) and profile("covid_19", cast.on).watch_days == 14


def test_the_page_says_source_and_doubt_for_the_day_asked(cast):
    client = Client()
    client.force_login(cast.cadre, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = client.get("/diseases/", {"on": "2022-11-11"}).content.decode()
    assert "二十条" in page and "待核：" in page and "2 小时内" in page and "添一种病" not in page
    assert "不管理" in client.get("/diseases/", {"on": "2023-01-08"}).content.decode()
    assert client.get("/diseases/", {"on": "昨天"}).status_code == 200
