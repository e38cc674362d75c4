"""Everybody in some vehicles put to the gate table: who is known, what a pass says, which row answers; nothing is written here."""
from dataclasses import dataclass

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.registers.people import matching
from lianfang.registers.people.matching import Match
from lianfang.registers.people.queries.bound import bound, on_leave
from lianfang.registers.territory.origins import Origin
from lianfang.registers.territory.queries.shut import Shut, shut_ways

from . import UNKNOWN, Car, Someone, facts_of, risk_of, slips, way_of
from .bearings import bearings
from .declared import fill

HERE = "same_county"


@dataclass(slots=True)
class Checked:
    """Somebody with what the table said about him."""

    car: Car
    someone: Someone
    match: Match
    blind: str
    slip: object
    origin: Origin
    ruling: object
    shut: Shut | None = None

    @property
    def outcome(self) -> str:
        """What is to happen."""
        return self.ruling.result["outcome"]


class Checking:
    """Some vehicles of one county, with all that is known about their people, asked at once."""

    def __init__(self, cars):
        self.cars = list(cars)
        everybody = [someone for car in self.cars for someone in car.people]
        self.slips = slips.shown({someone.slip for someone in everybody if someone.slip})
        if self.slips:
            fill(self.cars, self.slips)
        self.keyed = matching.keyed(everybody)
        self.known = matching.Known.of(self.keyed, False) if any(number or phone for _, number, phone in self.keyed) else matching.Known()
        self.origins = bearings(self.cars[0].post.unit).origins  # places of departure, seen from the county

    def everybody(self) -> list[Checked]:
        """Each of them, in the order of the vehicles and seats."""
        matches = [self.known.match(*each) for each in self.keyed]
        held = bound(match.person.pk for match in matches if match.person is not None and not match.other_name)
        standing = {**dict.fromkeys(held, "bound"), **dict.fromkeys(on_leave(held, max(car.at for car in self.cars)), "on_leave")}
        found, places, shut = [], iter(zip(self.keyed, matches, strict=True)), iter(self._shut())
        for car in self.cars:
            for someone in car.people:
                (_, blind, _phone), match = next(places)
                found.append(self._one(car, someone, match, blind, standing, next(shut)))
        return found

    def _shut(self) -> list[Shut | None]:
        """What shuts each one's way: asked at once for all that come at one moment."""
        found = {}
        for at in {car.at for car in self.cars}:
            ways = [(id(someone), way_of(car.post, car.purpose, car.plate, someone.home))
                    for car in self.cars if car.at == at for someone in car.people]
            found |= dict(zip((key for key, _way in ways), shut_ways([way for _key, way in ways], at), strict=True))
        return [found[id(someone)] for car in self.cars for someone in car.people]

    def _one(self, car, someone, match, blind, standings, shut):
        on, slip = day_of(car.at), self.slips.get(someone.slip)
        word = slips.word_of(slip, car) if slip or someone.slip else "none"
        origin = self.origins.of(someone.origin) if someone.origin else Origin(HERE, self.origins.code) if word == "valid" else Origin()
        facts = facts_of(car, someone, origin=origin.kind, risk=risk_of(origin.place, on), slip=word, standing=_standing(match, standings),
                         shut=shut)
        ruling = decisions.decide("gate", facts, unit=car.post.unit.path, on=on)
        return Checked(car, someone, match, blind, slip, origin, ruling, shut)


def _standing(match, standings) -> str:
    """Whether he may not leave where he is; unknown where his number is recorded as somebody else's."""
    if match.other_name:
        return UNKNOWN
    return standings.get(match.person.pk, "free") if match.person is not None else "free"


def lacking(car, someone) -> list[str]:
    """The steps that were left out without a reason of the list: each is taken, or says why not."""
    left = {
        "scan": not someone.id_number and not slips.is_ours(someone.slip),
        "temperature": someone.temperature is None,
        "verify": car.direction == "in" and not _is_verified(car, someone),
    }
    return [step for step, is_left in left.items() if is_left and not may_skip(step, someone.skips.get(step), day_of(car.at))]


def _is_verified(car, someone) -> bool:
    """A pass stands for the answers; an entry code for where its bearer, and who came with him, is from, not for the health code."""
    if slips.is_ours(someone.slip) and not slips.is_entry(someone.slip):
        return True
    is_told = someone.origin or slips.is_entry(someone.slip) or slips.is_entry(car.people[0].slip)
    return bool(is_told) and someone.code != UNKNOWN


def may_skip(step, reason, on, asked="none") -> bool:
    """Whether a reason lets a step be left out, or lets a lead decide so, by the table in force on a day."""
    if not reason:
        return False
    return decisions.decide("skips", {"step": step, "reason": reason, "asked": asked}, on=on).result["allowed"] == "yes"
