"""What the county's tables say of the wall: which figure stands where, what is too small to be shown, how often it asks."""
import re
from dataclasses import dataclass
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.indicators import INDICATORS

TABLES = ("wall_figures", "wall_terms", "wall_alarms", "wall_least")
UNIT = re.compile(r"\s*[（(][^（()）]*[)）]$")
HANDS = ("epidemic", "recovery")
ORDER = (*HANDS, "none")
# what both hands want to see (S0-46, S0-48, S0-53), whether or not somebody counts it yet
HOPED = ("firms_resumed", "projects_started", "farm_supplies", "households_visited")


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure's place on the wall: in which hand, where in it, against which other figure, whether it counts persons and is on the map."""

    code: str
    hand: str
    place: int
    against: str
    is_of_people: bool
    is_on_map: bool
    tone: str


@lru_cache(maxsize=8)
def _placed(on, _edition, codes) -> tuple:
    found = []
    for code in codes:
        says = decisions.decide("wall_figures", {"figure": code}, on=on).result
        found.append(Placed(code, says["hand"], says["place"], says["against"] or "", says["people"] == "yes", says["map"] == "yes",
                            says["tone"]))
    return tuple(sorted((one for one in found if one.hand != "none" or one.is_on_map), key=lambda one: (ORDER.index(one.hand), one.place)))


def placed(on) -> tuple[Placed, ...]:
    """All figures that stand on the wall on a day, in their order; those nobody counts yet among them."""
    return _placed(on, decisions.edition(), (*INDICATORS, *(code for code in HOPED if code not in INDICATORS)))


def term(what, on) -> int:
    """Seconds, minutes, days or tries, as the table has it."""
    return decisions.decide("wall_terms", {"what": what}, on=on).result["number"]


def least(level, on) -> int:
    """How many people a count of a unit of some level must hold to be shown."""
    return decisions.decide("wall_least", {"level": level}, on=on).result["least"]


@lru_cache(maxsize=512)
def _alarm(flow, state, on, _edition):
    return decisions.decide("wall_alarms", {"flow": flow, "state": state}, on=on).result


def alarm(flow, state, on) -> dict:
    """Whether a turn of this flow and state is an alarm, and whether one person is behind each."""
    return _alarm(flow, state, on, decisions.edition())


def figure_word(code) -> str:
    """What a figure is called on the wall: as the table's labels have it, else by its own name without the unit in brackets."""
    labels = decisions.shipped("wall_figures").labels
    if labels.has("figure", code) or code not in INDICATORS:
        return labels.of("figure", code)
    return UNIT.sub("", str(INDICATORS[code]))
