"""A national edition changes on its day: everybody under an open order decided by both editions and listed; then carried out; the next one
tried on them, with its page and cells; and the evaluator that does it, alone."""
import gc
import html
import re
import time
from datetime import date, datetime, timedelta

PEOPLE, AT_ONCE, CELLS = 100_000, 2_000, 20
ISSUED_ON, ON = date(2022, 11, 9), date(2022, 11, 11)
ROWS, TABLE_ON = 2_000_000, date(2022, 7, 5)
FACTS = """
    SELECT (['same_county', 'same_province', 'other_province', 'abroad', 'unknown'])[1 + n % 5] AS origin,
           (['low', 'medium', 'high', 'unknown'])[1 + n % 4] AS origin_risk, (['red', 'yellow', 'green'])[1 + n % 3] AS code,
           36 + n % 17 / 10 AS temperature, NULL::VARCHAR AS "temperature?", (['no', 'no', 'no', 'yes'])[1 + n % 29 // 7 % 4] AS symptoms,
           DATE '2022-07-01' - (n % 20)::INT AS exposure_on, NULL::VARCHAR AS "exposure_on?",
           DATE '2022-07-01' - (n % 13)::INT AS arrival_on, NULL::VARCHAR AS "arrival_on?",
           (n % 90)::DOUBLE AS age, NULL::VARCHAR AS "age?", 'none' AS special, 'no' AS worker
    FROM range({rows}) AS t(n)"""


def measure(county) -> dict:
    """Seconds to the lists, and from the confirmation to the last order; the orders are made by the loop itself beforehand."""
    from lianfang.ground import rows
    from lianfang.ground.accounts.models import Account, Assignment
    from lianfang.ground.accounts.queries import SYSTEM, named
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import day_start
    from lianfang.response.isolation import actions

    county.close()
    wanted = 1_000 if county.is_quick else PEOPLE
    with everything():
        Assignment.objects.update(from_on=date(2020, 1, 1))  # the demo's people hold their posts since it was seeded
        system, at = named(SYSTEM), day_start(ON) + timedelta(minutes=10)
        _bind(wanted, day_start(ISSUED_ON) + timedelta(hours=8), system)
        rows.weigh()  # as the clock does every night
        begun = time.perf_counter()
        lists = actions.propose_switches(by=system, at=at)
        listed = time.perf_counter() - begun
        if (people := sum(one.people for one in lists)) < wanted:
            raise RuntimeError(f"{people} of {wanted} are listed")
        for one in lists:
            actions.confirm_switch(switch=one, by=Account.objects.get(login="officer"), at=at)
            if one.state == "confirmed":
                actions.let_switch(switch=one, by=Account.objects.get(login="leader"), at=at)
        begun = time.perf_counter()
        if (changed := actions.run_switches(by=system, at=at)) < wanted:
            raise RuntimeError(f"{changed} of {wanted} are changed")
        switched = {"switch_listed": listed * PEOPLE / wanted, "switch_applied": (time.perf_counter() - begun) * PEOPLE / wanted}
    return {"ours": switched | _tried() | _evaluated(county.is_quick)}


def _tried() -> dict:
    """Seconds until the next edition has been tried and is kept; milliseconds of its page, and of the largest of its cells."""
    from django.test import Client

    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import day_start
    from lianfang.overview.trial import actions

    with everything():
        officer = Account.objects.get(login="officer")
        begun = time.perf_counter()
        trial = actions.try_rows(table="exposed", edition_on=date(2022, 12, 7), from_on=ON + timedelta(days=1), by=officer,
                                 at=day_start(ON) + timedelta(hours=9))
        tried = time.perf_counter() - begun
    gc.collect()
    gc.freeze()  # what 100 000 changes have left in this process lies in no server's memory while it answers
    client = Client(headers={"host": "localhost"})
    client.force_login(officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page, took = _asked(client, f"/trials/{trial.pk}/")
    cells = re.findall(r'href="(/trials/[^"]+/people/[^"]+)">(?:<b>)?(\d+)<', page)
    times = sorted(_asked(client, html.unescape(url))[1] for url, _n in sorted(cells, key=lambda one: -int(one[1]))[:CELLS])
    return {"policy_tried": tried * PEOPLE / max(trial.looked, 1), "policy_page": took, "policy_cell": times[int(len(times) * .95)]}


def _asked(client, url):
    """The page, and the milliseconds of the second time."""
    client.get(url)
    begun = time.perf_counter()
    answer = client.get(url)
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")
    return answer.content.decode(), (time.perf_counter() - begun) * 1000


def _evaluated(is_quick) -> dict:
    """Verdicts of the measure table a second, over columns of facts, the best of three."""
    import duckdb

    from lianfang.ground import decisions
    from lianfang.ground.decisions.evaluator.bulk import Bulk

    rows, best = ROWS // 10 if is_quick else ROWS, float("inf")
    question = Bulk(decisions.shipped("measure").table, TABLE_ON).verdicts("facts", keep="1 AS one")
    with duckdb.connect() as engine:
        engine.execute(f"CREATE TABLE facts AS {FACTS.format(rows=rows)}")
        for _n in range(3):
            begun = time.perf_counter()
            engine.execute(f"CREATE OR REPLACE TABLE told AS {question}")
            best = min(best, time.perf_counter() - begun)
        [(missed,)] = engine.execute("SELECT count(*) FROM told WHERE doubt IS NOT NULL").fetchall()
    if missed:
        raise RuntimeError(f"{missed} facts were not read")
    return {"bulk": rows / best}


def _bind(wanted, at: datetime, by):
    """So many contacts, contacts of contacts and arrivals under orders of the ninth edition, each with its turns and checks."""
    from lianfang.ground.units.models import Unit
    from lianfang.registers.people import actions as people
    from lianfang.registers.people.drafts import draft_person
    from lianfang.response.isolation.actions import decide

    doors = list(Unit.objects.filter(level="door").order_by("pk").values_list("pk", flat=True)[:20_000])
    for first in range(0, wanted, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, wanted))
        drafts = [draft_person(unit_id=doors[n % len(doors)], name=f"换版{n:06d}", at=at) for n in numbers]
        made = people.add_people(people=drafts, by=by, at=at)
        decide(findings=[_finding(n, one) for n, one in zip(numbers, made, strict=True)], by=by, at=at)


def _finding(n, person):
    """Half are close contacts, a fifth contacts of contacts, the others arrivals from places at high risk; of all ages."""
    from lianfang.response.isolation.actions import Finding

    on, age = ISSUED_ON - timedelta(days=n % 3), 15 + n % 70
    if n % 10 < 7:
        facts = {"disease": "covid_omicron", "kind": "close" if n % 10 < 5 else "second", "exposure_on": on, "age": age, "special": "none",
                 "negative": "unknown", "symptoms": "no"}
        return Finding(person.pk, person.unit_id, facts, ISSUED_ON, table="exposed")
    facts = {"origin": "other_province", "origin_risk": "high", "code": "green", "temperature": 36.5, "symptoms": "no",
             "exposure_on": "unknown", "arrival_on": on, "age": age, "special": "none", "worker": "no"}
    return Finding(person.pk, person.unit_id, facts, ISSUED_ON)
