"""Figures leave the house signed: CSV, and DHIS2 with the county's codes; what has none is named."""
import csv
import io
import json
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse

from lianfang.ground.indicators import INDICATORS
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.overview.ledger import actions, queries
from lianfang.overview.ledger.queries.places import below

from .conftest import CUT, LATER, ON

ELEMENT, COMBO, ATTRIBUTE, SET = "fbfJHSPpUQD", "HllvX50cXC0", "hjKlMnOpQr1", "pBOMPrpg1QX"


def mapped(told, **changed):
    places = {unit.pk: f"Place00000{n}" for n, unit in enumerate(below(told.county))}
    said = {"data_set": SET, "attribute_combo": ATTRIBUTE, "places": places,
            "elements": dict.fromkeys(INDICATORS, ("-", "")) | {"managed": (ELEMENT, COMBO)}} | changed
    return actions.map_codes(unit=told.county, by=told.cast.officer, at=LATER, **said)


def test_only_what_is_signed_leaves(told):
    with pytest.raises(Refused, match="2020-03-10：数字还没有签核"):
        queries.export_csv(told.county, [ON])
    with pytest.raises(Refused, match="2020-03-09：还没有截数"):
        queries.export_csv(told.county, [ON.replace(day=9)])


def test_csv_tells_the_first_number_beside_the_changed_one(told):
    told.late()
    actions.sign(cut=told.cut, by=told.cast.officer, at=LATER)
    actions.ask_change(cut=told.cut, figures=[(told.county.pk, "managed")], reason="=补报", by=told.cast.officer, at=LATER)
    lines = list(csv.DictReader(io.StringIO(queries.export_csv(told.county, [ON]).decode("utf-8-sig"))))
    [one] = [line for line in lines if line["indicator"] == "managed" and line["unit"] == "青禾县"]
    assert (one["value"], one["first_value"], one["cut_off"], one["signed_by"]) == ("1", "2", "2020-03-10T18:45+08:00", "罗文舒")
    assert one["reason"] == "'=补报" and one["day"] == "2020-03-10"
    assert len(lines) == 3 * len(INDICATORS)


def test_more_days_take_no_more_questions(told, django_assert_max_num_queries):
    for back in (2, 1, 0):
        cut = actions.book(unit=told.county, cut_off_at=CUT - timedelta(days=back), by=told.cast.officer, at=LATER)
        actions.sign(cut=cut, by=told.cast.officer, at=LATER)
    days = [ON - timedelta(days=back) for back in range(3)]
    with django_assert_max_num_queries(5):  # the units, the cut-offs, their figures, what was changed, which figures
        assert queries.export_csv(told.county, days).count(b",managed,") == 3 * 3


def test_dhis2_takes_each_figure_under_the_countys_codes(told):
    mapped(told)
    actions.sign(cut=told.cut, by=told.cast.officer, at=LATER)
    body = queries.export_dhis2(told.county, [ON])
    county, street = told.county.pk, told.town.pk
    places = {unit.pk: f"Place00000{n}" for n, unit in enumerate(below(told.county))}
    assert body["dataSet"] == SET and len(body["dataValues"]) == 3
    assert {"dataElement": ELEMENT, "period": "20200310", "orgUnit": places[county], "categoryOptionCombo": COMBO,
            "attributeOptionCombo": ATTRIBUTE, "value": "2"} in body["dataValues"]
    assert [one["value"] for one in body["dataValues"] if one["orgUnit"] == places[street]] == ["2"]


def test_of_one_place_and_day_the_set_is_complete(told):
    mapped(told, places={unit.pk: "PlaceCounty" if unit.pk == told.county.pk else "-" for unit in below(told.county)})
    actions.sign(cut=told.cut, by=told.cast.officer, at=LATER)
    body = queries.export_dhis2(told.county, [ON])
    assert {key: body[key] for key in body if key != "dataValues"} == {
        "dataSet": SET, "completeDate": "2020-03-10", "period": "20200310", "orgUnit": "PlaceCounty", "attributeOptionCombo": ATTRIBUTE}


def test_each_missing_code_is_named(told):
    actions.sign(cut=told.cut, by=told.cast.officer, at=LATER)
    mapped(told, places={told.county.pk: "PlaceCounty"}, elements=dict.fromkeys(INDICATORS, ("-", "")) | {"managed": ("", "")})
    with pytest.raises(Refused) as wrong:
        queries.export_dhis2(told.county, [ON])
    said = str(wrong.value)
    assert f"指标“{INDICATORS['managed']}”（managed）" in said and "单位“禾阳街道”" in said and "单位“梨花沟镇”" in said
    assert "还差 3 项" in said


def test_a_code_that_is_none_or_stands_twice_is_named(told):
    with pytest.raises(Refused) as wrong:
        mapped(told, elements={"managed": ("123", ""), "home": (ELEMENT, ""), "central": (ELEMENT, "")}, data_set="x")
    said = str(wrong.value)
    assert "“123”" in said and "“x”" in said and f"{ELEMENT} 用了不止一次" in said
    with pytest.raises(Refused):
        actions.map_codes(unit=told.county, by=told.cast.township, at=LATER, data_set="", attribute_combo="", elements={}, places={})


def test_the_page_keeps_codes_and_hands_the_file_out_with_a_line(told, client):
    actions.sign(cut=told.cut, by=told.cast.officer, at=LATER)
    client.force_login(told.cast.officer)
    codes, asked = reverse("ledger:map_codes"), {"from": "2020-03-10", "until": "2020-03-10"}
    assert client.get(codes).context["n_missing"] > len(INDICATORS)
    assert client.post(codes, {"e-managed": "zzz"}).status_code == 422
    page = client.get(reverse("ledger:take_away", args=["json"]), asked, follow=True)
    assert page.redirect_chain[-1][0] == codes, "not a hundred names in one message"
    assert "就是空着的格子" in page.content.decode()
    assert not Line.objects.filter(verb="ledger.take_away").exists()
    assert client.post(codes, {"e-managed": ELEMENT, f"u-{told.county.pk}": "PlaceCounty", "others_not": "on"}).status_code == 302
    body = json.loads(client.get(reverse("ledger:take_away", args=["json"]), asked).content)
    assert [one["value"] for one in body["dataValues"]] == ["2"]
    assert Line.objects.get(verb="ledger.take_away").data == {"form": "json", "days": ["2020-03-10"]}
    assert client.get(reverse("ledger:take_away", args=["csv"]), asked).content.startswith("\ufeffday".encode())


def test_the_command_writes_the_same(told, tmp_path):
    mapped(told)
    out = tmp_path / "values.json"
    with time_machine.travel(LATER, tick=False):
        with pytest.raises(CommandError, match="签核"):
            call_command("ledger", "export", "--dhis2", "--on", "2020-03-10")
        actions.sign(cut=told.cut, by=told.cast.officer, at=LATER)
        call_command("ledger", "export", "--dhis2", "--on", "2020-03-10", "--out", str(out), "--json", stdout=io.StringIO())
    assert json.loads(out.read_text()) == queries.export_dhis2(told.county, [ON])
