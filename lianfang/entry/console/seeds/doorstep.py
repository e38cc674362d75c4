"""Door to door in the first town: most have answered, some were not at home, a few grids are not done; slips on what stands empty."""
from datetime import timedelta
from random import Random

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, moment
from lianfang.registers.territory.models import Door
from lianfang.response.doorstep import actions

CHUNK = 200
SEALED = 24
SAYS = {"empty": "empty", "rented": "rented_out"}
LEFT = 0.06  # of the doors nobody has been at


def screen(land, staff, until):
    """A campaign that began two days ago, and what came of it by now."""
    began = moment(day_of(until) - timedelta(days=2), "08:00")
    place = land.villages[0]
    campaign = actions.launch(title="入户大排查", purpose="找出返乡人员和需要帮助的户", basis="县指挥部第 6 号令第二条", areas=[place],
                              from_on=day_of(began), until_on=day_of(until) + timedelta(days=3), by=staff["cadre"], at=began)
    chance, visits, vacant = Random("doorstep"), [], []
    with everything():
        doors = list(Door.objects.filter(unit__path__under=place.path, use="home").order_by("unit__path"))
    for door in doors:
        if chance.random() > LEFT:
            visits.append(_told(door, campaign, chance, began + timedelta(hours=chance.uniform(1, 10))))
            vacant += [door.unit_id] if visits[-1].outcome in ("empty", "rented_out") else []
    for start in range(0, len(visits), CHUNK):
        actions.visit(visits=visits[start:start + CHUNK], by=staff["grid"], at=began + timedelta(hours=11))
    _seal(vacant[:SEALED], staff["grid"], began + timedelta(hours=12))


def _told(door, campaign, chance, at):
    if door.occupancy in SAYS:
        return actions.Told(door.unit_id, SAYS[door.occupancy], campaign=campaign, at=at)
    outcome = chance.choices(["visited", "nobody_home", "refused", "moved"], [90, 8, 1, 1])[0]
    heads = (door.head_count or chance.randint(1, 5)) if outcome == "visited" else None
    return actions.Told(door.unit_id, outcome, heads, campaign=campaign, at=at, needs=["medicine"] if chance.random() < 0.02 else [])


def _seal(units, by, at):
    seals = actions.print_seal(units=units, by=by, at=at)
    posted = actions.post_seal(seals=seals[:-4], by=by, at=at + timedelta(hours=1))
    for n, seal in enumerate(posted[:8]):
        actions.check_seal(seal=seal, condition="broken" if n == 3 else "intact", by=by, at=at + timedelta(hours=20))
