"""Somebody who was held: measured and asked again, the table decides anew; what it leaves open a lead decides, by a reason of the list."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..asking import Car, Someone, slips, strictest
from ..asking.checking import Checking, may_skip
from ..models import Passage, Vehicle
from .notifying import notify
from .passing import HELD, STATES, THROUGH, shut_words, used
from .persons import FOLLOWED, persons_for

STEPS = {"pass": "let_pass", "register": "register", "observe": "observe", "transfer": "transfer", "turn_back": "turn_back"}
ASKED = ("temperature", "symptoms", "code", "proof", "origin", "home", "destination", "name", "id_kind", "id_number", "phone",
         "declared")
COLUMNS = ("temperature", "symptoms", "code", "proof", "origin", "origin_kind", "place", "home_id", "destination", "name", "id_kind",
           "id_number", "id_blind", "phone", "declared", "facts", "shut", "table", "version", "row")


@everything()
def recheck(*, passage, by, at, **changes):
    """Measure or ask somebody again who is held; what the gate table then says is done. Returns its ruling."""
    _refuse_gone(passage)
    return _twice(passage, lambda: _recheck(passage, by, at, changes))


def _twice(passage, act):
    """Once more where somebody new came on record at another gate at the same moment."""
    try:
        return act()
    except IntegrityError:
        passage.refresh_from_db()
        return act()


def _recheck(passage, by, at, changes):
    one = _anew(passage, at, changes)
    facts, _result = one.ruling.as_stored()
    said = one.someone
    for name, value in {**{name: getattr(said, name) for name in ASKED if name != "home"}, "home": said.home,
                        "origin_kind": one.origin.kind, "place": one.origin.place, "id_blind": one.blind, "facts": facts,
                        "shut": shut_words(one.shut), "table": "gate",
                        "version": one.ruling.version or "", "row": one.ruling.row}.items():
        setattr(passage, name, value)
    with transaction.atomic():
        lines = advance([passage], "recheck", flow="passage", by=by, at=at, also=COLUMNS, content=lambda p: {"row": p.row})
        outcome = one.outcome
        if outcome in STEPS and STATES[outcome] != passage.state:
            _settle(passage, one, outcome, by, at, lines[0].id)
    return one.ruling


def _decide(outcome, passage, reason, by, at):
    """By a lead's word, with a reason of the list."""
    _refuse_gone(passage)
    if not may_skip("review", reason, day_of(at), asked=outcome):
        raise Refused(_("这个理由不能这样处理，请另选。"))
    return _twice(passage, lambda: _reviewed(outcome, passage, reason, by, at))


@everything()
def _reviewed(outcome, passage, reason, by, at):
    passage.skips = {**passage.skips, "review": reason}
    with transaction.atomic():
        return _settle(passage, _anew(passage, at, {}), outcome, by, at, None, "skips")


def _refuse_gone(passage):
    if passage.state == THROUGH:
        raise Refused(_("这个人已经放行，不用再处理。"))


def let_pass(*, passage, reason, by, at):
    """A lead lets him pass."""
    return _decide("pass", passage, reason, by, at)


def register(*, passage, reason, by, at):
    """A lead lets him pass, to be registered at home."""
    return _decide("register", passage, reason, by, at)


def observe(*, passage, reason, by, at):
    """A lead keeps him here for a while."""
    return _decide("observe", passage, reason, by, at)


def transfer(*, passage, reason, by, at):
    """A lead has him taken to the site."""
    return _decide("transfer", passage, reason, by, at)


def turn_back(*, passage, reason, by, at):
    """A lead turns him back."""
    return _decide("turn_back", passage, reason, by, at)


def _settle(passage, one, outcome, by, at, because, *also):
    passage.outcome, passage.closed_at = outcome, None if STATES[outcome] in HELD else at
    if outcome in FOLLOWED:
        passage.person_id = persons_for([one], by=by, at=at, because=because or passage.because)[id(one)]
    lines = advance([passage], STEPS[outcome], flow="passage", by=by, at=at, because=because,
                    also=("outcome", "closed_at", "person_id", *also), content=lambda p: {"on": day_of(p.at).isoformat()})
    rows.insert(used(one, outcome))
    _follow_vehicle(passage)
    journal.write(notify([passage], causes={passage.pk: lines[0].id}, by=by, at=at))
    return lines


def _follow_vehicle(passage):
    """The vehicle stands as its strictest passage does now; of a short record only who was held has one, and the others passed."""
    vehicle = Vehicle.objects.select_for_update(of=("self",)).get(pk=passage.vehicle_id)
    outcomes = list(Passage.objects.filter(vehicle=vehicle).values_list("outcome", flat=True))
    vehicle.outcome = passage.vehicle.outcome = strictest([*outcomes, "pass"])
    rows.amend([vehicle], "outcome")


def _anew(passage, at, changes):
    """Somebody held, as the record knows him and with what is new, put to the tables again."""
    vehicle = passage.vehicle
    said = Someone(name=passage.name.open(), id_kind=passage.id_kind, id_number=passage.id_number.open(), phone=passage.phone.open(),
                   temperature=passage.temperature, symptoms=passage.symptoms, code=passage.code, proof=passage.proof,
                   origin=passage.origin.open(), home=passage.home, destination=passage.destination.open(), skips=passage.skips,
                   slip=slips.code_of(passage.slip) if passage.slip_id else "",
                   declared=[name for name in passage.declared if name not in changes])
    for name, value in changes.items():
        setattr(said, name, value)
    car = Car(vehicle.pk, passage.post, at, at, [said], vehicle.direction, vehicle.means, vehicle.purpose,
              vehicle.plate.open())
    return Checking([car]).everybody()[0]


def hand_to_site(*, passage, by, at):
    """The transfer team has taken him along."""
    _refuse_gone(passage)
    passage.closed_at = at
    return advance([passage], "hand_to_site", flow="passage", by=by, at=at, also=("closed_at",))
