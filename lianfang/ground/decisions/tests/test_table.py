"""Tables: what a cell means, which row wins, and that doubt is never a pass."""
import math
from datetime import date, datetime

import pytest

from ..evaluator.faults import Faulty, UnknownFacts
from ..evaluator.kinds import kind_of
from ..evaluator.table import EVERYWHERE, Source, Table
from .tables import HEAD, table

ON = date(2020, 3, 10)
WELL = {"temperature": 36.5, "code": "green", "came_on": date(2020, 3, 1)}


def measure(found, on=ON, path="/", **facts):
    return found.decide({**WELL, **facts}, on=on, path=path).result["measure"]


@pytest.mark.parametrize("cell, hits, misses", [
    ("-", [36.5, -1, "not_measured"], []),
    (">=37.3", [37.3, 40, 10**400], [37.29, "not_measured"]),
    ("<37.3", [37.2, 0], [37.3, "not_measured"]),
    (">37", [37.1], [37]), ("<=37", [37, 36], [37.1]),
    ("14..20", [14, 17.5, 20], [13.9, 20.1, "not_measured"]),
    ("<34|>43", [33.9, 44], [34, 43, 36, "not_measured"]),
    ("37|38", [37, 38.0], [37.5, "not_measured"]),
    ("not_measured", ["not_measured"], [36.5]), ("!not_measured", [36.5], ["not_measured"]),
    (">=37.3|not_measured", [38, "not_measured"], [36]),
])
def test_number_cells(cell, hits, misses):
    found = kind_of("number or not_measured").cell(cell)
    hit = found.hit or (lambda value: True)
    assert [v for v in hits + misses if hit(v)] == hits


@pytest.mark.parametrize("kind, cell, hits, misses", [
    ("one of a|b|c", "a|b", ["a", "b"], ["c"]), ("one of a|b|c", "!a", ["b", "c"], ["a"]), ("one of a|b|c", "!a|b", ["c"], ["a", "b"]),
    ("yes/no or unknown", "yes", ["yes"], ["no", "unknown"]), ("yes/no or unknown", "!yes", ["no", "unknown"], ["yes"]),
    ("day or unknown", ">=2020-03-01", [date(2020, 3, 1)], [date(2020, 2, 29), "unknown"]),
    ("place or unknown", "420000", ["420103", "420000", "42"], ["440300", "unknown", "JP"]),
    ("place or unknown", "420100|JP", ["420103", "JP"], ["421100"]), ("place or unknown", "unknown", ["unknown"], ["42"]),
    ("place", "371722103000", ["371722103001"], ["371722104001"]),
    ("code", "dengue|h5n1", ["dengue", "h5n1"], ["mpox"]), ("code or unknown", "unknown", ["unknown"], ["dengue"]),
])
def test_other_cells(kind, cell, hits, misses):
    hit = kind_of(kind).cell(cell).hit
    assert [v for v in hits + misses if hit(v)] == hits


@pytest.mark.parametrize("kind, good, bad", [
    ("number", [1, 36.5, -3], ["36.5", "", None, True, math.nan, math.inf, [1], ON]),
    ("number or not_measured", [1.5, "not_measured"], ["not measured", False, "unknown"]),
    ("yes/no", [True, False, "yes", "no"], ["unknown", 1, 0, "true", None]),
    ("day", [ON], ["2020-03-10", datetime(2020, 3, 10), "unknown", 20200310]),
    ("day or unknown", [ON, "unknown"], ["2020-03-10", True]),
    ("one of a|b", ["a"], ["A", "c", 1, None, ["a"], {"a": 1}]),
    ("code", ["dengue", "h5n1", "new_1"], ["登革热", "Dengue", "h5 n1", "", "!dengue", 5, None]),
    ("place", ["42", "420103", "JP"], ["武汉", "Japan", "4", 420103, "42010x"]),
])
def test_a_fact_is_of_its_kind_or_malformed(kind, good, bad):
    found = Table("t", HEAD.replace("number or not_measured", kind) + "-,-,-,-,home,14,-,2020-01-01,,d,c,\n")
    for value in good:
        assert found.decide({**WELL, "temperature": value}, on=ON).row == 3
    for value in bad:
        ruling = found.decide({**WELL, "temperature": value}, on=ON)
        assert ruling.manual_review and ruling.row is None and ruling.result == {"measure": "manual_review", "days": None}
        assert (ruling.missing or ruling.malformed) == ["temperature"]


def test_the_first_row_that_hits_wins_and_says_why():
    found = table(">=37.3,-,-,manual_review,-", "-,red,-,home,14", "<37.3,green,-,pass,-")
    assert measure(found) == "pass"
    assert measure(found, code="red") == "home"
    ruling = found.decide({**WELL, "code": "red"}, on=ON)
    assert (ruling.row, ruling.version, ruling.because, ruling.facts["days_since"]) == (4, "2020-01-01", "文件 条款", 9)
    assert found.decide({**WELL, "temperature": 38.0}, on=ON).manual_review


def test_no_row_is_manual_review():
    ruling = table("<37.3,green,-,pass,-").decide({**WELL, "temperature": "not_measured"}, on=ON)
    assert ruling.manual_review and ruling.doubts == (("", "no_row"),) and ruling.missing == ruling.malformed == []


def test_unknown_names_are_refused_with_the_known_ones():
    with pytest.raises(UnknownFacts) as refused:
        table("-,-,-,pass,-").decide({**WELL, "temprature": 36.5}, on=ON)
    assert refused.value.names == ["temprature"] and refused.value.known == ["came_on", "code", "temperature"]


def test_days_are_counted_on_the_calendar_and_never_backwards():
    found = table("-,-,0..14,home,14", "-,-,>14,pass,-", "-,-,unknown,manual_review,-")
    assert measure(found, came_on=date(2020, 2, 25)) == "home"
    assert measure(found, came_on=date(2020, 2, 24)) == "pass"
    assert measure(found, came_on=ON) == "home"
    assert measure(found, came_on="unknown") == "manual_review"
    tomorrow = found.decide({**WELL, "came_on": date(2020, 3, 11)}, on=ON)
    assert tomorrow.manual_review and tomorrow.malformed == ["came_on"] and tomorrow.doubts == (("came_on", "after_on"),)


def test_periods_are_half_open():
    found = table("-,-,-,home,14,-,2020-02-01,2020-03-01", "-,-,-,pass,-,-,2020-03-01,2020-04-01")
    days = [date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 29), date(2020, 3, 1), date(2020, 3, 31), date(2020, 4, 1)]
    said = [measure(found, on=on, came_on="unknown") for on in days]
    assert said == ["manual_review", "home", "home", "pass", "pass", "manual_review"]


def test_the_narrowest_area_first_then_the_latest_from():
    found = table("-,-,-,pass,1,-,2020-03-01", "-,-,-,home,2,-,2020-02-01", "-,-,-,home,3,5,2020-01-01", "-,red,-,home,4,9,2020-01-01")
    def days(path, **facts):
        return found.decide({**WELL, **facts}, on=ON, path=path).result["days"]

    assert days("/") == 1 and days("/1/") == 1 and days("/1/51/") == 1
    assert days("/1/5/") == 3 and days("/1/5/7/") == 3
    assert days("/1/5/9/2/", code="red") == 4
    assert days("/1/5/9/2/") == 3, "where the narrow area says nothing, the wider one does"
    assert [row.number for row in found.in_force(ON, "/1/5/9/")] == [6, 5, 3, 4]


def test_the_row_number_is_the_one_a_spreadsheet_shows():
    text = HEAD + '-,red,-,-,home,14,-,2020-01-01,,"文件\n两行",条款,\n\n-,green,-,-,pass,-,-,2020-01-01,,文件,条款,\n'
    assert Table("t", text).decide(WELL, on=ON).row == 5


@pytest.mark.parametrize("row, code, column", [
    (">=abc,-,-,pass,-", "bad_cell", "temperature"), ("!>=37,-,-,pass,-", "bad_cell", "temperature"),
    ("20..14,-,-,pass,-", "bad_cell", "temperature"),
    (",-,-,pass,-", "bad_cell", "temperature"), ("-,blue,-,pass,-", "bad_cell", "code"), ("-,-,-,let_go,-", "bad_cell", "measure"),
    ("-,-,-,home,-14", "bad_cell", "days"), ("-,-,-,home,fourteen", "bad_cell", "days"),
    ("-,-,-,pass,-,-,2020-02-30", "bad_cell", "from"), ("-,-,-,pass,-,-,2020-02-01,2020-02-01", "bad_period", ""),
])
def test_a_bad_cell_stops_the_whole_table(row, code, column):
    found = table("-,-,-,home,14", row)
    assert [(f.code, f.row, f.column) for f in found.faults if f.code == code] == [(code, 4, column)]
    with pytest.raises(Faulty):
        found.decide(WELL, on=ON)


@pytest.mark.parametrize("text, code", [
    ("", "no_rows"), (HEAD, "no_rows"),
    (HEAD.replace(",clause", "").replace("text,text", "text") + "-,-,-,-,pass,-,-,2020-01-01,,d,\n", "missing_column"),
    (HEAD.replace("one of green", "some sort of green") + "-,-,-,-,pass,-,-,2020-01-01,,d,c,\n", "bad_type"),
    (HEAD.replace("days since came_on", "days since birth") + "-,-,-,-,pass,-,-,2020-01-01,,d,c,\n", "bad_type"),
    (HEAD + "-,-,-,-,pass,-\n", "bad_width"), (HEAD + "-,-,-,-,pass,-,-,2020-01-01,,d,,\n", "no_clause"),
    (HEAD + "-,-,-,-,pass,-,-,2020-01-01,,d,c,weather\n", "bad_cell"),
])
def test_a_bad_shape_is_named(text, code):
    assert code in {f.code for f in Table("t", text).faults}


def test_a_version_fills_empty_area_and_days_and_marks_its_rows():
    own = table("-,-,-,home,7,-,-,-", source=Source("own-2", "5", date(2020, 3, 1), date(2020, 4, 1)))
    both = table("-,-,-,home,14").with_versions([own])
    inside = both.decide(WELL, on=ON, path="/1/5/8/")
    assert (inside.version, inside.row, inside.result["days"]) == ("own-2", 3, 7)
    assert both.decide(WELL, on=ON, path="/1/6/").version == "2020-01-01"
    assert both.decide({**WELL, "came_on": "unknown"}, on=date(2020, 4, 1), path="/1/5/").result["days"] == 14
    assert own.rows[0].area == "5" and table("-,-,-,home,14").rows[0].area == EVERYWHERE


def test_a_shipped_row_for_a_unit_this_county_does_not_have_never_applies():
    found = table("-,-,-,home,14", "-,-,-,pass,-,371722", area_of=lambda code: None)
    assert [row.number for row in found.rows] == [3]


def test_what_is_returned_is_the_callers_own():
    found = table("-,-,-,home,14")
    found.decide(WELL, on=ON).result["days"] = 0
    assert found.decide(WELL, on=ON).result["days"] == 14
