"""A day of arrival or exposure that cannot be is given back with its row, its column and what to write; nobody is recorded by it."""
import io
from datetime import date

import openpyxl
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.decisions.models import Verdict
from lianfang.response.screening import actions, storage
from lianfang.response.screening.models import Arrival, RowFault
from lianfang.response.screening.queries.travel import likely

from .conftest import HEADERS, ON, book, row

EXPOSED = [*HEADERS, "最后接触日期"]


def faults(roster):
    with everything():
        found = RowFault.objects.filter(roster=roster, level="error").order_by("row")
        return [(one.row, one.column, one.code) for one in found]


def test_each_is_named_with_its_row_its_column_and_its_mend_and_the_others_come_in(bring):
    rows = [row(1, on="2020-03-11"), row(2, on="2020-01-09"), row(3, on="2020-01-10"), row(4, on="2019-03-08"), row(5, on="")]
    roster = bring(book(*rows, row(6)))
    column = HEADERS[5]
    assert faults(roster) == [(3, column, "date_ahead"), (4, column, "date_long_ago"), (6, column, "date_long_ago")]
    assert (roster.accepted, roster.rejected) == (3, 3)
    with everything():
        assert set(Arrival.objects.values_list("arrived_on", flat=True)) == {date(2020, 1, 10), None, date(2020, 3, 8)}
        said = list(RowFault.objects.filter(roster=roster, level="error").order_by("row").values_list("message", flat=True))
    assert "2020-03-11晚于" in said[0] and "请核对年份" in said[1] and "2019-03-08" in said[2]


def test_the_rows_given_back_are_whole(bring):
    roster = bring(book(row(1, name="远客甲", on="2019-03-08", origin="成都")))
    sheet = openpyxl.load_workbook(io.BytesIO(storage.CORRECTION.content(roster.pk))).active
    cells = [cell for line in sheet.values for cell in line]
    assert "远客甲" in cells and "成都" in cells and "2019-03-08" in cells
    with everything():
        assert not Verdict.objects.exists() and not Arrival.objects.exists()


@pytest.mark.parametrize(("exposed", "code"), [("2020-03-11", "date_ahead"), ("2020-01-09", "date_long_ago"), ("2020-01-10", "")])
def test_the_last_exposure_too(bring, exposed, code):
    roster = bring(book([*row(1), exposed], headers=EXPOSED))
    assert [found for _row, _column, found in faults(roster)] == [code] * bool(code)


def test_before_anything_is_written_the_same_is_said(cast):
    given = {"content": book(row(1, on="2019-03-08")), "name": "名册.xlsx", "kind": "returnees", "unit": cast.units["青禾县"], "on": ON,
             "source": "community", "by": cast.officer, "at": now()}
    answer = actions.rehearse(**given)
    assert [fault["code"] for fault in answer["faults"]] == ["date_long_ago"] and answer["accepted"] == 0


def test_the_days_are_of_a_dated_table(db):
    assert likely("returnees", ON) == (date(2020, 1, 10), ON)
    assert likely("residents", ON) == likely("returnees", date(2020, 1, 24)) == (date.min, date.max), "no row, no bound"
