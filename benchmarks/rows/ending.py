"""The end of the emergency: everything of 100 000 people deleted, keys and database rewritten; comes last, since nothing is left."""
import time
from datetime import timedelta

PEOPLE, CHECKS, AT_ONCE = 100_000, 4, 5_000


def measure(county) -> dict:
    """Seconds from the start of the deletion to the certificate."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.ground.units.queries import root
    from lianfang.overview.ending import actions
    from lianfang.overview.ending.proof import proof

    county.close()
    with everything():
        at, who = now(), {login: Account.objects.get(login=login) for login in ("officer", "leader", "township")}
        _fill(1_000 if county.is_quick else PEOPLE, at)
        ending = actions.propose(unit=root(), basis="演练", by=who["officer"], at=at)
        actions.agree(ending=ending, by=who["leader"], at=at)
        actions.approve(ending=ending, by=who["township"], at=at)
        begun = time.perf_counter()
        later = ending.cooling_until + timedelta(minutes=1)
        actions.carry_out(ending=ending, by=who["officer"], at=later)
        actions.go_on(ending=ending, by=who["officer"], at=later)
        seconds = time.perf_counter() - begun
        ending.refresh_from_db()
        if faults := proof(ending):
            raise RuntimeError("; ".join(faults))
    return {"ours": {"ending": seconds}}


def _fill(wanted, at):
    """People with an order and some checks each, until there are so many."""
    from django.db import transaction

    from lianfang.ground import decisions, rows
    from lianfang.ground.days import day_of
    from lianfang.ground.ids import uuid7
    from lianfang.ground.units.models import Unit
    from lianfang.registers.people import actions as people
    from lianfang.registers.people.drafts import draft_person
    from lianfang.registers.people.models import Person
    from lianfang.response.isolation.models import Check, Order

    doors, on = list(Unit.objects.filter(level="door").values_list("pk", flat=True)[:20_000]), day_of(at)
    by, ruling = _console(), decisions.decide("measure", {}, on=on)
    for first in range(Person.objects.count(), wanted, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, wanted))
        drafts = [draft_person(unit_id=doors[n % len(doors)], name=f"结束{n:06d}", at=at, phone=f"15{n:09d}") for n in numbers]
        verdicts = [decisions.verdict(ruling, subject=one.pk, unit_id=one.unit_id, on=on, at=at) for one in drafts]
        orders = [rows.fresh(Order, id=uuid7(), year=2000, serial=n, person_id=one.pk, unit_id=one.unit_id, measure="home_quarantine",
                             verdict_id=verdict.pk, base_on=on, days=14, from_on=on, until_on=on + timedelta(days=15), issued_at=at)
                  for n, one, verdict in zip(numbers, drafts, verdicts, strict=True)]
        checks = [rows.fresh(Check, id=uuid7(), order_id=order.pk, person_id=order.person_id, unit_id=order.unit_id, half=half,
                             on=on + timedelta(days=day), due=at, made_at=at)
                  for order in orders for day in range(CHECKS // 2) for half in ("am", "pm")]
        with transaction.atomic():
            people.add_people(people=drafts, by=by, at=at)
            for found in (verdicts, orders, checks):
                rows.insert(found)


def _console():
    from lianfang.ground.accounts.queries import CONSOLE, named

    return named(CONSOLE)
