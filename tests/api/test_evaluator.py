"""The phone decides as the server does: every table's own examples and many made-up facts are put to both."""
import json
import random
import shutil
import subprocess
from datetime import date, timedelta

import pytest

from lianfang.ground import decisions
from lianfang.ground.decisions import examples
from lianfang.ground.decisions.evaluator.table import Source, Table
from lianfang.ground.outbox.rulebook import as_json
from tools.checkout import ROOT

EVALUATOR = ROOT / "lianfang/ground/decisions/static/decisions/evaluator.js"
RUN = f"""
import {{decide}} from 'file://{EVALUATOR}';
const {{tables, cases}} = JSON.parse(await new Promise(done => {{
  let all = ''; process.stdin.on('data', piece => all += piece).on('end', () => done(all)); }}));
console.log(JSON.stringify(cases.map(([name, facts, how]) => decide(tables[name], facts, how))));
"""
EDGES = [None, True, False, "", "yes", "no", "unknown", 0, -1, 37.3, 37.2999, 1e9, "37.3", "2020-02-30", "2020-02-26", "9999-12-31", "42",
         "CN", "420000", "张", "<script>", "none", "not_measured"]
MADE_UP = 150
pytestmark = pytest.mark.crawl


def phone(tables, cases):
    """What the evaluator of the phone says, case by case."""
    said = json.dumps({"tables": {name: as_json(table, date.min, date.max) for name, table in tables.items()}, "cases": cases}, default=str)
    done = subprocess.run([shutil.which("node"), "--input-type=module", "-e", RUN], input=said, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def server(table, facts, how):
    """What the server says, as JSON writes it."""
    read = {name: table.facts[name].from_json(value) for name, value in facts.items()}
    ruling = table.decide(read, on=date.fromisoformat(how["on"]), path=how.get("path", "/"))
    said = {"result": ruling.result, "row": ruling.row, "version": ruling.version, "document": ruling.document, "clause": ruling.clause,
            "doubts": ruling.doubts}
    return json.loads(json.dumps(said, default=str))


def agree(tables, cases):
    """Both say the same to each."""
    for (name, facts, how), said in zip(cases, phone(tables, cases), strict=True):
        assert said == server(tables[name], facts, how), (name, facts, how)
    return len(cases)


def plain(facts):
    """Facts as JSON has them."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}


def test_every_example_of_every_table():
    tables = {name: decisions.shipped(name).table for name in decisions.names()}
    cases = []
    for name, table in tables.items():
        found, faults = examples.read(table, decisions.shipped(name).examples)
        assert not faults
        cases += [[name, plain(one.facts), {"on": one.on.isoformat()}] for one in found]
    print(f"{agree(tables, cases)} examples of {len(tables)} tables")
    assert len(cases) > 100


@pytest.mark.parametrize("name", decisions.names())
def test_made_up_facts_too(name):
    table, chance = decisions.shipped(name).table, random.Random(name)
    edges = sorted({span for row in table.rows for cell in row.conditions.values() for one in cell.spans for span in (one.low, one.high)
                    if span is not None}, key=str)
    days = sorted({row.from_on for row in table.rows})
    cases = []
    for _n in range(MADE_UP):
        some = [*plain(dict(enumerate(edges))).values(), *EDGES]
        facts = {fact: chance.choice([*kind.listed * 4, *some]) for fact, kind in table.facts.items()}
        if chance.random() < .1:
            facts.pop(chance.choice(list(facts)))
        on = chance.choice(days) + timedelta(days=chance.choice([-1, 0, 1, 40]))
        cases.append([name, facts, {"on": on.isoformat()}])
    agree({name: table}, cases)


def test_the_narrowest_area_and_the_latest_version_come_first():
    head = "heat,outcome,area,from,until,document,clause,verify\nnumber or none,result one of pass|stop,unit,day,day,text,text,columns\n"
    shipped = Table("made", head + ">=37.3,stop,-,2020-01-25,-,a,b,\n-,pass,-,2020-01-25,-,a,b,\n")
    rows = [("7", ">=37.0,stop,-,-,-,c,d,\n"), ("7", "!none,pass,-,-,-,e,f,\n"), ("8", "-,stop,-,-,-,g,h,\n")]
    own = [Table("made", head + row, source=Source(f"own-{n}", area, date(2020, 3, n), date(2020, 4, n)))
           for n, (area, row) in enumerate(rows, 1)]
    table = shipped.with_versions(own)
    days = ("2020-02-29", "2020-03-01", "2020-03-02", "2020-03-20", "2020-04-02", "2020-05-01")
    cases = [["made", {"heat": heat}, {"on": on, "path": path}] for heat in (36.5, 37.1, 37.3, "none") for on in days
             for path in ("/", "/1/", "/1/7/", "/1/7/8/9/", "/1/78/")]
    agree({"made": table}, cases)


def test_what_is_not_asked_for_is_a_mistake_of_ours():
    with pytest.raises(AssertionError, match="does not ask for"):
        phone({"fever": decisions.shipped("fever").table}, [["fever", {"colour": "green"}, {"on": "2020-03-10"}]])
