"""The short form of untrained posts: how many, the hottest, from here or from elsewhere, a pass; nobody's name."""
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.queries.shut import shut_ways

from ..asking import UNKNOWN, Car, road_of, slips, way_of
from ..asking.checking import may_skip
from ..models import Passage, PassUse, Post, Vehicle
from .passing import HELD, STATES, follow, on_duty, recorded, vehicle_of

URGENT = "emergency"
ONCE = ("observe", "manual_review")  # somebody among them is held


@dataclass(slots=True)
class Quick:
    """What came to a gate: so many people, the highest temperature among them (None: not measured, `skip` says why), strangers or not."""

    id: UUID
    post: Post
    at: datetime
    received_at: datetime
    people: int
    temperature: float | None
    is_stranger: bool
    direction: str = "in"
    means: str = "foot"
    purpose: str = UNKNOWN
    plate: str = ""
    slip: str = ""
    skip: str = ""


def quick_of(said, *, pk, post, at, received_at) -> Quick:
    """A short record out of the answers of its form; who is in need of help needs no other reason not to be measured."""
    is_urgent = said["is_urgent"] == "yes"
    return Quick(pk, post, at, received_at, said["people"], said["temperature"], said["is_stranger"] == "yes", said["direction"],
                 "car" if said["plate"] else "foot", URGENT if is_urgent else UNKNOWN, said["plate"], said["slip"],
                 said["skip_temperature"] or (URGENT if is_urgent else ""))


def rule_quick(one):
    """(ruling of the table, the pass that was shown) of a short record."""
    slip = slips.shown([one.slip]).get(one.slip) if one.slip else None
    word = slips.word_of(slip, one) if one.slip else "none"
    [shut] = shut_ways([way_of(one.post, one.purpose, one.plate)], one.at)
    facts = {"direction": one.direction, "road": "closed" if shut else road_of(one.post, one.purpose), "stranger": one.is_stranger,
             "temperature": "not_measured" if one.temperature is None else one.temperature, "pass": word,
             "purpose": one.purpose if one.purpose == URGENT else UNKNOWN}
    return decisions.decide("quick", facts, unit=one.post.unit.path, on=day_of(one.at)), slip


@everything()
def pass_quick(*, quicks, by, at) -> list[Vehicle]:
    """Record these in short and do what the table says; whoever is hot or was not measured is held. Returns the vehicles, `checked` held.

    Raises Refused where nobody was measured and no reason of the list is given.
    """
    quicks = list(quicks)
    for one in quicks:
        refuse_unmeasured(one)
    ruled = [(one, *rule_quick(one)) for one in quicks]
    try:
        with transaction.atomic():
            return _write(ruled, by, at)
    except IntegrityError:
        return recorded(quicks, lambda vehicle, one: vehicle.people == one.people)


def refuse_unmeasured(one):
    """Nobody passes unmeasured without a reason."""
    if one.temperature is None and not may_skip("temperature", one.skip, day_of(one.at)):
        raise Refused(_("还没有测温。测不了的，请选原因。"))


def _write(ruled, by, at):
    shifts, made, held, uses, lines = on_duty([one for one, *_rest in ruled]), [], [], [], []
    for one, ruling, slip in ruled:
        outcome = ruling.result["outcome"]
        car = Car(one.id, one.post, one.at, one.received_at, [], one.direction, one.means, one.purpose, one.plate)
        vehicle = vehicle_of(car, shifts[one.id], outcome, by, people=one.people, is_quick=True)
        told = line("checkpoints.pass_quick", kind="vehicle", record=vehicle.pk, by=by.id, at=at, unit=vehicle.unit_id,
                    data={"people": one.people, "outcome": outcome})
        vehicle.because, vehicle.checked = told.id, []
        if outcome in ONCE:
            vehicle.checked = [_held(one, vehicle, ruling, slip, by)]
        elif slip is not None and outcome == "pass":
            uses.append(rows.fresh(PassUse, slip_id=slip.pk, direction=one.direction, at=one.at))
        made.append(vehicle)
        held += vehicle.checked
        lines.append(told)
    rows.insert(made)
    rows.insert(held)
    rows.insert(uses)
    journal.write([*lines, *follow(held, by, at)])
    return made


def _held(one, vehicle, ruling, slip, by) -> Passage:
    outcome = ruling.result["outcome"]
    return rows.fresh(Passage, vehicle_id=vehicle.pk, post_id=vehicle.post_id, unit_id=vehicle.unit_id, seat=1, state=STATES[outcome],
                      temperature=one.temperature, symptoms="unknown", skips={"temperature": one.skip} if one.skip else {},
                      slip_id=slip.pk if slip else None, outcome=outcome, table="quick", version=ruling.version or "", row=ruling.row,
                      facts=ruling.as_stored()[0], at=vehicle.at, by_id=by.pk, keeper_id=by.pk,
                      closed_at=None if STATES[outcome] in HELD else vehicle.at, because=vehicle.because)


@everything()
def asks_all(one) -> bool:
    """Whether the short form will not do: everybody is to be asked."""
    return rule_quick(one)[0].result["outcome"] == "full"
