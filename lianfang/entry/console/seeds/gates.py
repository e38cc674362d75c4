"""Gates of the invented county: a joint station, a town's road, a village's station and a compound's gate, with two days of traffic."""
from datetime import timedelta
from random import Random

from lianfang.ground.ids import uuid7
from lianfang.registers.people.typed.identity import check_digit
from lianfang.response.checkpoints import actions as gates

from .names import name

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
DAYS = 2
POSTS = (
    ("青禾南收费站", "county", "expressway", "full", ["police", "transport", "health"], 0),
    ("梨花沟镇三岔路口", "township", "road", "full", ["township", "police", "health"], 3),
    ("丰禾社区东门", "village", "station", "quick", ["village", "volunteers"], None),
)


def put_up(land, *, by, at) -> list:
    """The posts, in force from the first day."""
    site = land.towns[1]
    return [gates.put_up_post(unit=land.villages[0] if town is None else land.towns[town], name=called, tier=tier, kind=kind, form=form,
                              departments=departments, site=site, team_phone="5550120", from_on=at.date(), by=by, at=at)
            for called, tier, kind, form, departments, town in POSTS]


def work(posts, people, until):
    """Two days of shifts and traffic up to a moment; nobody is let in to be registered, so that orders stay as the rosters made them."""
    chance, by = Random("gates"), people["post"]
    begun = until - timedelta(days=DAYS)
    for post in posts:
        at = begun.replace(minute=0, second=0, microsecond=0)
        while at < until - timedelta(hours=4):
            _shift(post, by, at, min(at + timedelta(hours=8), until - timedelta(hours=3)), chance)
            at += timedelta(hours=8)
        shift = gates.open_shift(post=post, people=3, stock={"masks": 120, "thermometers": 2}, by=by, at=until - timedelta(hours=3))
        _traffic(post, by, until - timedelta(hours=3), until - timedelta(minutes=30), chance, shift)
        gates.tally(shift=shift, vehicles=2, people=3, by=by, at=until - timedelta(minutes=8))
    _held(posts[0], by, until)


def _shift(post, by, first, last, chance):
    shift = gates.open_shift(post=post, people=3, stock={"masks": 150, "thermometers": 2}, by=by, at=first)
    seen = _traffic(post, by, first, last, chance)
    if seen:
        gates.tally(shift=shift, vehicles=len(seen), people=sum(seen), by=by, at=last - timedelta(minutes=10))
    gates.hand_over_shift(shift=shift, stock={"masks": 110, "thermometers": 2}, by=by, at=last)


def _traffic(post, by, first, last, chance, counted=None) -> list[int]:
    """Some cars each hour, counted one by one where a shift is given; how many people sat in each."""
    seen, at = [], first
    while at < last:
        if post.form == "quick":
            quick = gates.Quick(uuid7(), post, at, at, chance.randint(1, 3), round(chance.uniform(36.0, 36.9), 1), False,
                                chance.choice(["in", "out"]))
            gates.pass_quick(quicks=[quick], by=by, at=at)
            seen.append(quick.people)
        else:
            car = _car(post, at, chance)
            gates.pass_vehicle(cars=[car], by=by, at=at)
            seen.append(len(car.people))
        if counted:
            gates.tally(shift=counted, vehicles=1, people=seen[-1], by=by, at=at)
        at += timedelta(minutes=chance.randint(12, 40))
    return seen


def _car(post, at, chance, **said):
    number = f"229901{chance.randint(1960, 2000)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}{chance.randint(100, 999)}"
    someone = {"name": name(chance), "id_number": number + check_digit(number), "id_kind": "id_card", "symptoms": "no", "code": "green",
               "temperature": round(chance.uniform(36.0, 36.9), 1), "origin": "本省", "home": post.unit, **said}
    beside = [gates.Someone(**{**someone, "name": name(chance), "id_number": "", "id_kind": "", "skips": {"scan": "no_document"}})
              for _n in range(chance.choice([0, 0, 1, 2]))]
    plate = f"禾{chance.choice('ABCD')}{chance.randint(10, 99)}{chance.choice(LETTERS)}{chance.randint(10, 99)}"
    return gates.Car(uuid7(), post, at, at, [gates.Someone(**someone), *beside], chance.choice(["in", "in", "out"]), "car",
                     chance.choice(["home", "work", "supplies"]), plate)


def _held(post, by, until):
    """Within the last half hour one car from afar is turned back, one person waits for the lead, one is measured again."""
    chance = Random("held")
    back = {"origin": "湖北武汉", "home": None, "destination": "北屯市"}
    for minutes, said in ((25, back), (15, {"origin": ""}), (9, {"temperature": 37.4})):
        at = until - timedelta(minutes=minutes)
        car = _car(post, at, chance, **said)
        car.direction, car.people = "in", car.people[:1]
        car.people[0].skips = {"verify": "cannot_tell"}
        gates.pass_vehicle(cars=[car], by=by, at=at)
