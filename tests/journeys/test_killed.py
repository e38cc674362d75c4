"""kill -9 while a roster goes in and while a day's checks are planned: no chunk is half done, and the work goes on by itself."""
import time
from random import Random

import pytest

from lianfang.overview.situation.papers.rows import CODES

from . import sheets
from .conftest import put_up
from .killed import begun, kill_when, one, runs_until

pytestmark = pytest.mark.journey
ROWS = 4_000
ARRIVED, LATER_THAT_DAY = "2020-03-04T09:00", "2020-03-04T11:00"
AFTER_THE_CUT_OFF = "2020-03-05T19:30"
NEXT_EVENING, WHEN_THE_LEASE_IS_OVER = "2020-03-05T18:30", "2020-03-05T18:41"


@pytest.fixture(scope="module")
def county(tmp_path_factory, together):
    """A small county, and a sheet of six thousand returnees, each of whom will be under an order."""
    with put_up(tmp_path_factory.mktemp("killed"), lying=together) as county:
        pass
    county.sheet = county.home / "名册.xlsx"
    county.sheet.write_bytes(sheets.book(*map(returnee, range(ROWS))))
    return county


def returnee(n):
    """One of six thousand invented people."""
    name, _identity, *rest = sheets.returnee(n, f"演{chr(0x4E00 + n)}", "")
    return [name, sheets.identity(n % 1000, born=f"199{n // 1000}0101"), *rest]


def test_a_roster_killed_again_and_again_is_in_once(county):
    chance = Random("killed")
    for _ in range(2):
        upto = rows_in(county) + chance.randint(1, 500)
        running = begun(county, "roster", "import", county.sheet, "--kind", "returnees", "--source", "community",
                        "--on", "2020-03-04", at=ARRIVED)
        kill_when(running, lambda upto=upto: rows_in(county) >= upto)
        nothing_is_half_done(county)
    assert 0 < rows_in(county) < ROWS

    runs_until(county, lambda: tally(county)["imports"], "clock", at=LATER_THAT_DAY)
    nothing_is_half_done(county)
    assert tally(county) == {"imports": 1, "next_row": ROWS, "rows": ROWS, "accepted": ROWS, "rejected": 0, "created": ROWS, "merged": 0}
    assert one(county, "SELECT count(*) FROM isolation_order") == ROWS
    assert county.answer("check-journal", at=LATER_THAT_DAY)["ok"]


def rows_in(county):
    """How far the import is."""
    return one(county, "SELECT max(next_row) FROM screening_import")


def tally(county):
    """What the import says of itself."""
    sums = {name: f"sum({name})" for name in ("next_row", "rows", "accepted", "rejected", "created", "merged")}
    asked = {"imports": "count(*)", **sums}
    return {name: one(county, f"SELECT {sql} FROM screening_import WHERE state = 'done'") for name, sql in asked.items()}


def nothing_is_half_done(county):
    """Each row that is in is a person, an arrival, its line and its verdict; each order has its line and its turn."""
    rows = rows_in(county)
    for counted in ("people_person", "screening_arrival", "journal_line WHERE verb = 'screening.find'", "decisions_verdict",
                    "journal_line WHERE verb = 'isolation.decide'"):
        assert one(county, f"SELECT count(*) FROM {counted}") == rows, counted
    orders = one(county, "SELECT count(*) FROM isolation_order")
    for counted in ("journal_line WHERE verb = 'isolation.issue'", "workflow_turn WHERE flow = 'order'"):
        assert one(county, f"SELECT count(*) FROM {counted}") == orders, counted


def test_a_days_checks_killed_in_the_middle_are_planned_once(county):
    running = begun(county, "clock", "--once", at=NEXT_EVENING)
    kill_when(running, lambda: 0 < planned(county) < ROWS * 2)
    whole_orders_only(county)
    assert 0 < planned(county) < ROWS * 2

    done = county.console("clock", "--once", at=WHEN_THE_LEASE_IS_OVER)
    assert done.returncode == 0, done.stderr
    assert planned(county) == ROWS * 2
    whole_orders_only(county)
    assert county.answer("check-journal", at=WHEN_THE_LEASE_IS_OVER)["ok"]


def planned(county):
    """Checks of the sixth of March."""
    return one(county, "SELECT count(*) FROM isolation_check WHERE \"on\" = '2020-03-06'")


def whole_orders_only(county):
    """Of each order morning and evening or neither; each check with its turn; the journal tells as many."""
    halves = "SELECT count(*) FROM (SELECT 1 FROM isolation_check WHERE \"on\" = '2020-03-06' GROUP BY order_id HAVING count(*) <> 2)"
    assert one(county, halves) == 0
    lacking = ("SELECT count(*) FROM isolation_check c WHERE \"on\" = '2020-03-06' AND NOT EXISTS "
               "(SELECT 1 FROM workflow_turn t WHERE t.record = c.id)")
    assert one(county, lacking) == 0
    told = ("SELECT sum(json_extract(data, '$.checks')) FROM journal_line WHERE verb = 'isolation.plan_checks' "
            "AND json_extract(data, '$.on') = '2020-03-06'")
    assert one(county, told) == planned(county)


def test_a_bulletin_killed_anywhere_is_there_once_or_not_at_all(county):
    chance, words = Random("bulletin"), ("bulletin", "--at", "2020-03-05T19:00", "--out", county.home / "日报.pdf")
    before = one(county, "SELECT count(*) FROM situation_bulletin")
    for _ in range(5):
        running = begun(county, *words, at=AFTER_THE_CUT_OFF)
        time.sleep(chance.uniform(0.05, 1.2))
        kill_when(running, lambda: True)
        assert one(county, "SELECT count(*) FROM situation_bulletin") in (before, before + 1)
        the_bulletin_is_whole(county)
    done = county.console(*words, at=AFTER_THE_CUT_OFF)
    assert done.returncode == 0, done.stderr
    assert one(county, "SELECT count(*) FROM situation_bulletin") == before + 1
    assert one(county, "SELECT max(number) FROM situation_bulletin") == before + 1
    the_bulletin_is_whole(county)
    assert (county.home / "日报.pdf").read_bytes().startswith(b"%PDF") and county.answer("check-journal", at=AFTER_THE_CUT_OFF)["ok"]


def the_bulletin_is_whole(county):
    """Each bulletin has its figures, its code, its line and its turn."""
    bulletins = one(county, "SELECT count(*) FROM situation_bulletin WHERE check_code <> ''")
    assert one(county, "SELECT count(*) FROM situation_bulletinfigure") == bulletins * len(CODES)
    assert one(county, "SELECT count(*) FROM journal_line WHERE verb = 'situation.freeze'") == bulletins
    assert one(county, "SELECT count(*) FROM workflow_turn WHERE flow = 'bulletin'") == bulletins
