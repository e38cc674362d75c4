"""Measures counted by officer, reason, row and unit; each number opens its list; the public form tells nobody."""
import io
from datetime import date, timedelta

import openpyxl
import pytest
from docx import Document

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.overview.analytics import papers, queries
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders
from lianfang.response.isolation.words import reason_word
from tests.samples.isolation import FACTS

DAY = "/statistics/?on=2020-03-10"


def bind(cast, names, unit="502", by=None, **changed):
    """People found by somebody's roster, and decided on by the system."""
    found = [draft_person(unit_id=cast.units[unit].pk, name=name, at=cast.at) for name in names]
    made = people.add_people(people=found, by=by or cast.officer, at=cast.at)
    causes = {told.record: told.pk for told in Line.objects.filter(verb="people.add", record__in=[p.pk for p in made])}
    findings = [isolation.Finding(p.pk, p.unit_id, FACTS | changed, cast.on, because=causes[p.pk]) for p in made]
    isolation.decide(findings=findings, by=named(SYSTEM), at=cast.at)
    return made


@pytest.fixture
def bound(cast):
    """Six by the officer in one town, two by a cadre in the other."""
    with everything():
        bind(cast, [f"返乡{n}" for n in range(6)])
        bind(cast, ["远客甲", "远客乙"], "梨花沟村12号", cast.far_cadre, origin_risk="high")
        yield


def test_by_officer_though_the_system_decided(bound, cast):
    found = queries.tallies(cast.on)
    assert found["by"]["officer"] == [("罗文舒", 6, 6), ("乌兰图雅", 2, 2)]
    assert found["by"]["unit"] == [("禾阳街道", 6, 6), ("梨花沟镇", 2, 2)]
    assert [n for _label, n, _people in found["by"]["row"]] == [6, 2] == [n for _l, n, _p in found["by"]["reason"]]
    assert queries.tallies(cast.on + timedelta(days=1))["acts"] == []


def test_an_exception_is_counted_under_its_reason(bound, cast):
    order = orders.in_state("issued", issued_before=cast.at + timedelta(minutes=1))[0]
    asked = isolation.deviate(order=order, measure="home_monitoring", reason="medical_care", evidence="证明", by=cast.cadre, at=cast.at)
    isolation.approve_deviation(deviation=asked, by=cast.officer, at=cast.at)
    reasons = queries.tallies(cast.on)["by"]["reason"]
    assert [n for label, n, _people in reasons if label.startswith(reason_word("medical_care"))] == [1]


def test_the_supervisor_opens_a_number_to_its_masked_list(bound, cast, client):
    client.force_login(cast.supervisor)
    page = client.get(DAY).content.decode()
    assert "乌兰图雅" in page and "按规则的行" in page
    opened = client.get("/statistics/acts/", {"on": "2020-03-10", "by": "officer", "key": "乌兰图雅"}).content.decode()
    assert "远＊甲" in opened and "远客甲" not in opened and "返＊" not in opened and "返乡0" not in opened
    client.force_login(cast.cadre)
    assert client.get(DAY).status_code == 403


def test_taken_away_it_says_who_when_and_under_which_number(bound, cast, client):
    client.force_login(cast.supervisor)
    book = client.get("/statistics/acts/", {"on": "2020-03-10", "export": "xlsx"})
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(b"".join(book))).active.values for cell in row]
    told = Line.objects.get(verb="ui.export")
    assert "远＊甲" in cells and "远客甲" not in cells and (told.data["list"], told.data["rows"]) == ("analytics:acts", 8)


def test_the_public_form_names_nobody_and_leaves_small_cells_out(bound, cast, client):
    client.force_login(cast.supervisor)
    page = client.get("/statistics/public/?month=2020-03").content.decode()
    csv = client.get("/statistics/public/?month=2020-03&form=csv").content.decode("utf-8-sig")
    paper = Document(io.BytesIO(client.get("/statistics/public/?month=2020-03&form=docx").content))
    word = "\n".join([p.text for p in paper.paragraphs] + [c.text for t in paper.tables for row in t.rows for c in row.cells])
    for text in (page, csv, word):
        assert "2020年3月管控措施统计" in text and "禾阳街道" in text and "不足 5 人" in text
        assert not [name for name in ("罗文舒", "乌兰图雅", "远客甲", "返乡0") if name in text.replace("石正", "")]
    assert "梨花沟镇,*,0" in csv or "梨花沟镇,0,*" in csv or "梨花沟镇,*,*" in csv, csv


def test_a_place_that_is_called_like_a_formula_is_a_word_in_the_sheet():
    told = {"begin": date(2020, 3, 1), "least": 5, "parts": [("乡镇", {"measures": ["集中"], "lines": [("=1+1", [7]), ("＝A1", [None])]})]}
    assert papers.as_csv(told).decode("utf-8-sig").splitlines()[2:4] == ["'=1+1,7", "'＝A1,*"]


@pytest.mark.parametrize("month", ["2020-01", "2019-11", "1970-01"])
def test_a_month_before_there_was_any_rule_is_empty(bound, cast, client, month):
    client.force_login(cast.supervisor)
    page = client.get("/statistics/public/", {"month": month})
    year, number = month.split("-")
    assert page.status_code == 200 and f"{year}年{int(number)}月管控措施统计" in page.content.decode()


@pytest.mark.parametrize("asked", [("--month", "9999-12"), ("--month", "0001-01"), ("--on", "0001-01-01")])
def test_no_statistics_of_days_to_come_or_before_the_clock(bound, asked):
    from django.core.management import CommandError, call_command

    with pytest.raises(CommandError, match="1970-01-01"):
        call_command("statistics", *asked)


def test_on_the_command_line(bound, cast, tmp_path, capsys):
    import json

    from django.core.management import call_command

    call_command("statistics", "--on", "2020-03-10", "--json")
    assert json.loads(capsys.readouterr().out)["officer"][0] == {"label": "罗文舒", "acts": 6, "people": 6}
    call_command("statistics", "--month", "2020-03", "--out", str(tmp_path / "m.docx"), "--json")
    assert (tmp_path / "m.docx").stat().st_size > 10_000 and json.loads(capsys.readouterr().out)["least"] == 5
