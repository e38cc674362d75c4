"""Results: a sheet of ten thousand comes in with all that follows; a positive pool holds and calls its ten people."""
import time
from datetime import timedelta
from random import Random

SAMPLES, POOL, BOUND, POSITIVE = 10_000, 10, 20, 500  # every twentieth is under an order; one pool in fifty of ten is positive


def measure(county) -> dict:
    """Seconds from the sheet's bytes to the last consequence, and from a pool's result to the last turn."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now
    from lianfang.ground.units.models import Unit
    from lianfang.response.laboratory import actions
    from lianfang.response.laboratory.models import Sample

    wanted = 500 if county.is_quick else SAMPLES
    with everything():
        by, lab, at = Account.objects.get(login="epi"), Account.objects.get(login="lab"), now().replace(microsecond=0)
        village, root = Unit.objects.filter(level="village").order_by("pk")[0], Unit.objects.get(parent=None)
        people = _people(wanted, village, by, at)
        before, sheet = Sample.objects.count(), _sheet(people, at - timedelta(hours=9))
        begun = time.perf_counter()
        taken = actions.import_results(content=sheet, name="结果.csv", disease="covid_19", unit=root, by=by, at=at)
        imported = time.perf_counter() - begun
        if taken.faults or Sample.objects.count() - before != wanted:
            raise RuntimeError(f"{taken.faults[:3]} of {wanted}")
        return {"ours": {"results_imported": imported * SAMPLES / wanted, "pool_positive": _pool(village, root, by, lab, at)}}


def _people(wanted, village, by, at):
    """So many on record with their numbers; every twentieth under an order."""
    from lianfang.entry.console.seeds.names import Numbers, name
    from lianfang.ground.days import day_of
    from lianfang.registers.people.actions import add_people
    from lianfang.registers.people.drafts import draft_person
    from lianfang.response.isolation.actions import Finding, decide

    chance = Random("tubes")
    numbers = Numbers(chance)
    numbers.sequence = numbers.line = 900_000
    told = [(name(chance), numbers.identity(1950, 2000)) for _n in range(wanted)]
    drafts = [draft_person(unit_id=village.pk, name=who, at=at, id_number=number) for who, number in told]
    people = [one for first in range(0, wanted, 2_000) for one in add_people(people=drafts[first:first + 2_000], by=by, at=at)]
    facts = {"disease": "measles", "kind": "close", "exposure_on": day_of(at) - timedelta(days=1), "age": 40, "special": "none",
             "negative": "unknown", "symptoms": "no"}
    from lianfang.ground.accounts.queries import SYSTEM, named

    decide(findings=[Finding(one.pk, one.unit_id, facts, day_of(at), table="exposed") for one in people[::BOUND]], by=named(SYSTEM), at=at)
    return told


def _sheet(people, taken_at) -> bytes:
    from lianfang.ground.days import SHANGHAI

    lines, day = ["姓名,证件号码,采样时间,采样方式,混采人数,检测机构,检测结果"], taken_at.astimezone(SHANGHAI)
    for n, (who, number) in enumerate(people):
        said = "阳性" if n % POSITIVE < POOL else "阴性"
        lines.append(f"{who},{number},{day:%Y-%m-%d %H:%M},混采,{POOL},市疾控,{said}")
    return "\n".join(lines).encode()


def _pool(village, root, by, lab, at) -> float:
    """The time of `report` alone: the tube was filled, sealed, sent, received and run before."""
    from lianfang.registers.people.models import Person
    from lianfang.response.isolation.models import Order
    from lianfang.response.laboratory import actions
    from lianfang.response.laboratory.models import Recall, Tube

    bound = Order.objects.filter(closed_at=None).values("person")
    called = Recall.objects.filter(closed_at=None).values("person")
    people = list(Person.objects.filter(unit=village).exclude(pk__in=bound).exclude(pk__in=called).order_by("pk")[:POOL])
    point = actions.open_session(unit=village, name="量一量", disease="covid_19", reason="group", by=by, at=at)
    tube = actions.open_tube(session=point, code=f"BENCH{at:%H%M%S}", places=POOL, by=by, at=at)
    actions.take_samples(tube=tube, swabs=[actions.Swab(who) for who in people], by=by, at=at)
    actions.seal(tube=tube, count=POOL, by=by, at=at)
    tube = Tube.objects.get(pk=tube.pk)
    trip = actions.send(box=f"B{at:%H%M%S}", tubes=[tube], carrier="车", temperature=4.0, unit=village, by=by, at=at)
    actions.receive(transfer=trip, codes=[tube.code], temperature=4.0, note="", by=lab, at=at)
    tube = Tube.objects.get(pk=tube.pk)
    actions.run(tubes=[tube], machine="一号机", unit=root, by=lab, at=at)
    begun = time.perf_counter()
    actions.report(found=[actions.Found(tube, "positive")], by=lab, at=at)
    spent = time.perf_counter() - begun
    if Recall.objects.filter(sample__tube=tube, state="due").count() != POOL:
        raise RuntimeError("not everybody of the pool was called")
    return spent
