"""The bulk evaluator says what the server's says: to every shipped table's examples, made-up facts, and rows of a place's own."""
import json
import random
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .. import examples, names, shipped
from ..evaluator.bulk import Bulk
from ..evaluator.ruling import plain
from ..evaluator.table import Source
from . import tables
from .test_against_naive import DAYS, PATHS, facts, rows

ODD = [None, True, False, "", "yes", "no", "unknown", 0, -1, 37.3, 37.2999, 1e9, "37.3", "2020-02-30", "2020-02-26", "9999-12-31",
       "0000-01-01", "42", "CN", "420000", "张", "<script>", "none", "not_measured", [1], {"a": 1}, "it's", "\u0664\u0662"]


def said(table, cases, on=None):
    """(result, doubts, row) of each (facts, on, path, counted) by the bulk evaluator, read from JSON."""
    bulk = Bulk(table, on)
    columns = [json.dumps([one[0] for one in cases]), *(list(column) for column in list(zip(*cases, strict=True))[1:])]
    with duckdb.connect() as engine:
        engine.execute("""CREATE TABLE asked AS SELECT unnest(range(?)) AS n, unnest(from_json(?, '["JSON"]')) AS facts,
                          unnest(?::DATE[]) AS "on", unnest(?::VARCHAR[]) AS path, unnest(?::DATE[]) AS counted""", [len(cases), *columns])
        read = bulk.from_json("asked", "facts", 'n, "on", path, counted')
        found = engine.sql(f"{bulk.verdicts(f'({read})', counted='counted', bad=True, keep='n')} ORDER BY n").fetchall()
    return [(bulk.result(hit), sorted(filter(None, (doubt or "").split(";"))), None if hit is None else bulk.rows[hit].number)
            for _n, hit, doubt in found]


def server(table, told, on, path, counted):
    """The same by the server's."""
    ruling = table.decide(table.from_json(told), on=on, path=path, counted=counted)
    doubts = sorted(f"{name} {why}" for name, why in ruling.doubts if why != "no_row")
    return ruling.result, doubts, ruling.row


def agree(table, cases, on=None):
    """Both say the same to each."""
    for case, found in zip(cases, said(table, cases, on), strict=True):
        assert found == server(table, *case), case


@pytest.mark.parametrize("name", names())
def test_every_example_and_made_up_facts(name):
    table, chance = shipped(name).table, random.Random(name)
    told, faults = examples.read(table, shipped(name).examples)
    assert told and not faults
    cases = [({fact: plain(value) for fact, value in one.facts.items()}, one.on, one.path, None) for one in told]
    spans = [one for row in table.rows for cell in row.conditions.values() for one in cell.spans]
    edges = [plain(edge) for one in spans for edge in (one.low, one.high) if edge]
    days = sorted({row.from_on for row in table.rows})
    for _n in range(60):
        made = {fact: chance.choice([*kind.listed * 4, *edges, *ODD]) for fact, kind in table.facts.items() if chance.random() < .97}
        on = chance.choice(days) + timedelta(days=chance.choice([-1, 0, 1, 40]))
        cases.append((made, on, "/", chance.choice([None, on - timedelta(days=3)])))
    agree(table, cases)
    if name in ("measure", "exposed"):
        agree(table, [(told, days[-1], "/", None) for told, *_where in cases], days[-1])


@settings(max_examples=25, deadline=None)
@given(st.lists(rows.filter(lambda r: r[7] == "-" or r[6] < r[7]), min_size=1, max_size=8),
       st.lists(st.tuples(facts, DAYS, st.sampled_from(PATHS)), min_size=20, max_size=20))
def test_equal_on_tables_and_facts_nobody_thought_of(lines, asked):
    table = tables.table(*(",".join(map(str, line)) for line in lines))
    agree(table, [({name: plain(value) for name, value in known.items()}, on, path, None) for known, on, path in asked])


def test_a_version_of_the_countys_own_comes_first_below_its_area():
    own = tables.table("-,red,-,home,21,-,-,-", source=Source("own-1", "7", date(2020, 3, 1)))
    table = tables.table("-,-,-,home,14", "-,-,-,home,3,9,2020-01-05,-").with_versions([own])
    cases = [({"temperature": 36.5, "code": code, "came_on": "unknown"}, day, path, None) for code in ("red", "green")
             for day in (date(2020, 1, 4), date(2020, 2, 29), date(2020, 3, 2)) for path in ("/", "/1/7/", "/1/7/9/", "/1/78/", "/1/9/7/")]
    agree(table, cases)
