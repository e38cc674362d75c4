"""A national edition changes on its day: everybody under an open order decided by both editions and listed; then carried out."""
import time
from datetime import date, datetime, timedelta

PEOPLE, AT_ONCE = 100_000, 2_000
ISSUED_ON, ON = date(2022, 11, 9), date(2022, 11, 11)


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
        return {"ours": {"switch_listed": listed * PEOPLE / wanted, "switch_applied": (time.perf_counter() - begun) * PEOPLE / wanted}}


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
