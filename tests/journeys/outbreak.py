"""In the server's process: who lives there before the outbreak, and what of its story happens at no page of ours."""
from datetime import timedelta

from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_of, now
from lianfang.ground.units.models import Unit
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.models import Person
from lianfang.response.cases.models import Case
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Check, Order
from lianfang.response.laboratory import actions as laboratory
from lianfang.response.laboratory.models import Session, Tube
from lianfang.response.sites import actions as sites
from lianfang.response.sites.reading import Lodging

from .sheets import identity

TEN = "周建明 高原 林下 秦朗 白鹭洲 钱多多 李树生 何晓晨 安然 方舟".split()
FLOORS, ROOMS, NURSES = 5, 10, 8


def by(login):
    return {"by": Account.objects.get(login=login), "at": now()}


def begin():
    """Ten people behind ten doors, and a site of fifty rooms; the numbers on their cards."""
    doors = Unit.objects.filter(level="door", path__under=Unit.objects.get(name="向阳小区").path, door__use="home").order_by("path")
    add_people(people=[draft_person(unit_id=door.pk, name=name, at=now(), id_number=identity(n), phone=f"1380000{n:04}")
                       for n, (name, door) in enumerate(zip(TEN, doors, strict=False), 1)], **by("grid"))
    site = sites.open_site(place=Unit.objects.get(name="望河社区"), name="县委党校隔离点", leader=Account.objects.get(login="township"),
                           **by("officer"))
    rooms = [Lodging(f"{floor}{room:02}") for floor in range(1, FLOORS + 1) for room in range(1, ROOMS + 1)]
    sites.add_rooms(site=site, rooms=rooms, **by("officer"))
    return [identity(n) for n in range(1, len(TEN) + 1)]


def the_others():
    """Those of the ten who are not yet in the tube."""
    tube = Tube.objects.get(state="open")
    others = Person.objects.filter(name__in=TEN).exclude(pk__in=tube.samples.values("person"))
    laboratory.take_samples(tube=tube, swabs=[laboratory.Swab(who) for who in others], **by("grid"))


def singly(names, reason, code):
    """Each in a tube of his own, sealed, at the laboratory and on a machine; returns the machine's page."""
    session, tubes = Session.objects.get(closed_at=None), []
    for n, who in enumerate(Person.objects.filter(name__in=names).order_by("pk")):
        tube = laboratory.open_tube(session=session, code=f"{code}{n:02}", places=1, reason=reason, **by("grid"))
        laboratory.take_samples(tube=tube, swabs=[laboratory.Swab(who, reason)], **by("grid"))
        laboratory.seal(tube=tube, count=1, **by("grid"))
        tubes.append(tube.pk)
    found = list(Tube.objects.filter(pk__in=tubes).select_related("session").order_by("code"))
    trip = laboratory.send(box=f"BOX-{code}", tubes=found, carrier="禾A0001", temperature=4.0, unit=session.unit, **by("grid"))
    laboratory.receive(transfer=trip, codes=[one.code for one in found], temperature=5.0, note="", **by("lab"))
    found = list(Tube.objects.filter(pk__in=tubes).order_by("code"))
    run = laboratory.run(tubes=found, machine="扩增仪", unit=Unit.objects.get(name="青禾县"), **by("lab"))
    return f"/laboratory/runs/{run.pk}/"


def held():
    """Who is under an open order, by measure, and when the last of them was issued."""
    found = Order.objects.filter(closed_at=None).select_related("person")
    return {"names": sorted(one.person.name for one in found), "sites": sum(one.measure == "central_quarantine" for one in found),
            "home": sum(one.measure == "home_quarantine" for one in found),
            "last": max((one.issued_at for one in found), default=now()).isoformat()}


def evening():
    """Everybody who is watched was measured and, as often as his rows ask, negative; whose days are over is released."""
    ill, on = set(Case.objects.values_list("person_id", flat=True)), day_of(now())
    checks = Check.objects.filter(state="due", on__lte=on, order__closed_at=None)
    isolation.record_checks(readings=[isolation.Reading(one, 36.5) for one in checks], **by("grid"))
    due = Order.objects.filter(closed_at=None, until_on__lte=on + timedelta(days=1)).exclude(person__in=ill)
    isolation.serve(orders=list(due.filter(state="issued")), **by("grid"))
    negative = [isolation.Sampled(order, on, "negative", "县疾控") for order in due for _day in order.test_days]
    isolation.record_results(results=negative, **by("epi"))
    return due.count()


def release_all_but_one():
    """Whose days are over; of the last, who are at home already, one is left to be released by hand: where his page is."""
    ill, on = set(Case.objects.values_list("person_id", flat=True)), day_of(now())
    still = Order.objects.filter(closed_at=None).exclude(person__in=ill)
    due = list(still.filter(until_on__lte=on + timedelta(days=1)).order_by("pk"))
    last = len(due) == still.count() and all(order.measure == "home_quarantine" for order in due)
    isolation.release(orders=due[:-1] if last else due, **by("officer"))
    return f"/orders/{due[-1].pk}/release/" if last and due else ""
