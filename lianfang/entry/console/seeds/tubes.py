"""A morning's sampling in a village: a tube being filled, one sealed, a box on its way, one in the queue, some reported, one failed."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import Person
from lianfang.response.laboratory import actions, queries

FIRST, VILLAGE, POOL = 2_020_031_801, 3, 2
LEFT = ("negative", "negative", "invalid")  # of the tubes that were reported


def begin(land, staff, until):
    """As many tubes as the people on record there fill."""
    lab, county = staff["lab"], land.county
    with everything():
        village = Unit.objects.get(pk=land.villages[VILLAGE].pk)
        people = list(Person.objects.filter(unit__path__under=village.path, is_sheltered=False).order_by("pk")[:POOL * 7])
        point = actions.open_session(unit=village, name=f"{village.name}文化广场", disease="covid_19", reason="group", by=staff["epi"],
                                     at=until - timedelta(hours=5))
        tubes = [_filled(point, n, people[at:at + POOL], staff["epi"], until - timedelta(hours=4, minutes=50 - 8 * n))
                 for n, at in enumerate(range(0, len(people), POOL))]
        done, waiting, moving = tubes[:3], tubes[3:4], tubes[4:5]
        if done:
            _sent(done + waiting, "QH-001", staff["epi"], lab, until - timedelta(hours=3))
            now = queries.tubes_now([one.pk for one in done])
            actions.run(tubes=now, machine="扩增仪 1", unit=county, by=lab, at=until - timedelta(hours=2))
            actions.report(found=[actions.Found(one, said) for one, said in zip(now, LEFT, strict=False)], by=lab,
                           at=until - timedelta(minutes=25))
        if moving:
            actions.send(box="QH-002", tubes=moving, carrier="禾A0120 李师傅", temperature=4.0, unit=village, by=staff["epi"],
                         at=until - timedelta(minutes=20))
        actions.open_tube(session=point, code=str(FIRST + 90), places=10, by=staff["epi"], at=until - timedelta(minutes=6))


def _filled(point, n, people, by, at):
    tube = actions.open_tube(session=point, code=str(FIRST + n), places=5, by=by, at=at)
    actions.take_samples(tube=tube, swabs=[actions.Swab(who) for who in people], by=by, at=at + timedelta(minutes=3))
    actions.seal(tube=tube, count=len(people), by=by, at=at + timedelta(minutes=6))
    return queries.tubes_now([tube.pk])[0]


def _sent(tubes, box, by, lab, at):
    trip = actions.send(box=box, tubes=tubes, carrier="禾A0120 李师傅", temperature=4.0, unit=tubes[0].unit, by=by, at=at)
    actions.receive(transfer=trip, codes=[one.code for one in tubes], temperature=5.0, note="", by=lab, at=at + timedelta(minutes=30))
