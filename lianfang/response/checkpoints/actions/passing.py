"""A vehicle passes, or does not: one record with everybody in it, and what follows for each."""
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.numbers import told_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import open_turns

from ..asking import plate_blind, strictest
from ..asking.checking import Checking, lacking
from ..models import Passage, PassUse, Shift, Vehicle
from ..words import step_word
from .notifying import notify
from .persons import FOLLOWED, persons_for
from .shifts import at_its_time

THROUGH = ""  # who simply passes is in no flow: he is nobody's turn, and his vehicle's line tells of him
STATES = {"pass": THROUGH, "register": "registered", "observe": "observing", "transfer": "transferring", "turn_back": "turned_back",
          "manual_review": "waiting"}
VERBS = {outcome: f"checkpoints.{outcome}" for outcome in ("register", "observe", "transfer", "turn_back")} | {
    "manual_review": "checkpoints.ask_review"}
MOST_SHUT = 120
HELD = ("observing", "transferring", "waiting")


@everything()
def pass_vehicle(*, cars, by, at) -> list[Vehicle]:
    """Check everybody in these vehicles and do what the gate table says; returns the vehicles, each with its passages as `checked`.

    Raises Refused where a step was left out without a reason of the list. A vehicle that is on record already is left as it is.
    """
    cars = list(cars)
    for car in cars:
        refuse_skipped(car)
    try:
        return _checked_in(cars, by, at)
    except IntegrityError:  # sent twice, or somebody new came to two gates at once
        if Vehicle.objects.filter(pk__in=[car.id for car in cars]).exists():
            return recorded(cars, _is_same)
        return _checked_in(cars, by, at)


def _checked_in(cars, by, at):
    checked = Checking(cars).everybody()
    with transaction.atomic():
        return _write(cars, checked, by, at)


def refuse_skipped(car):
    """No step is left out without a reason."""
    for seat, someone in enumerate(car.people, 1):
        if steps := lacking(car, someone):
            says = _("第 {seat} 人：{steps}还没有做。做不了的，请选原因。")
            raise Refused(says.format(seat=seat, steps=_("、").join(step_word(step) for step in steps)))


class RecordedBefore(Refused):
    """Under this id something else is on record: somebody went back to a page he had sent, and wrote on it what came next."""


def recorded(cars, is_same) -> list[Vehicle]:
    """These vehicles as they stand on record: somebody was faster, or they were sent twice.

    Raises RecordedBefore where one of them is another than stands there.
    """
    found = Vehicle.objects.prefetch_related("passages").in_bulk([car.id for car in cars])
    if len(found) < len(cars):
        raise Refused(_("没有存上，请再试一次。"))
    for vehicle in found.values():
        vehicle.checked = sorted(vehicle.passages.all(), key=lambda one: one.seat)
    if not all(is_same(found[car.id], car) and _is_like(found[car.id], car) for car in cars):
        raise RecordedBefore(_("这一页刚才已经登记过一辆，内容不同。这是另一辆的，请核对后再按一次。"))
    return [found[car.id] for car in cars]


def _is_like(vehicle, car) -> bool:
    return (vehicle.post_id, vehicle.direction, vehicle.plate.open()) == (car.post.pk, car.direction, car.plate)


def _is_same(vehicle, car) -> bool:
    there, told = [(one.name.open(), one.id_number.open()) for one in vehicle.checked], [(one.name, one.id_number) for one in car.people]
    kept = [{*one.declared} for one in vehicle.checked]  # what he had declared may be gone when the record comes once more
    return len(there) == len(told) and all(
        (name == now[0] or not now[0]) and (number == now[1] or (not now[1] and "id_number" in declared))
        for (name, number), now, declared in zip(there, told, kept, strict=True))


def _write(cars, checked, by, at):
    shifts = on_duty(cars)
    of = {car.id: [one for one in checked if one.car is car] for car in cars}
    vehicles = [vehicle_of(car, shifts[car.id], strictest(one.outcome for one in of[car.id]), by) for car in cars]
    known = {pk: {one.match.person.pk for one in some if one.match.person is not None} for pk, some in of.items()}
    lines = {v.pk: line("checkpoints.pass_vehicle", kind="vehicle", record=v.pk, by=by.id, at=at, unit=v.unit_id, data={
        **told_of(known[v.pk]), "people": v.people, "outcome": v.outcome}) for v in vehicles}
    persons = persons_for([one for one in checked if one.outcome in FOLLOWED], by=by, at=at, because=lines)
    passages = []
    for vehicle in vehicles:
        vehicle.because = lines[vehicle.pk].id
        vehicle.checked = [passage_of(one, vehicle, seat, persons, by) for seat, one in enumerate(of[vehicle.pk], 1)]
        passages += vehicle.checked
    rows.insert(vehicles)
    rows.insert(passages)
    rows.insert([use for one in checked for use in used(one, one.outcome)])
    journal.write([*lines.values(), *follow(passages, by, at)])
    for pk, subjects in known.items():  # what a gate is told of somebody's number, he can see that it asked
        if subjects:
            journal.touch(lines[pk], subjects)
    return vehicles


def on_duty(cars) -> dict:
    """The shift at whose time each of these came to its post, by its id; None where nobody was on duty."""
    if all(car.at == car.received_at for car in cars):
        now = _on_duty_now({car.post.pk for car in cars})
        return {car.id: now.get(car.post.pk) for car in cars}
    found = at_its_time([(car.id, car.post.pk, car.at) for car in cars])
    return {pk: shift and shift.pk for pk, shift in found.items()}


def _on_duty_now(posts) -> dict:
    """The shift that is on duty at each of these posts; asked with every car, and so in plain words."""
    own = Shift._meta.get_field("post")
    marks = ", ".join(["%s"] * len(posts))
    with rows.asking() as cursor:
        cursor.execute(f"SELECT post_id, id FROM checkpoints_shift WHERE closed_at IS NULL AND post_id IN ({marks})",
                       [own.get_db_prep_value(pk, connection) for pk in posts])
        found = cursor.fetchall()
    return {_uuid(post): _uuid(shift) for post, shift in found}


def _uuid(value) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=value)


def vehicle_of(car, shift, outcome, by, **more) -> Vehicle:
    """The record of a vehicle, not yet written."""
    local = car.at.astimezone(SHANGHAI)
    return rows.fresh(Vehicle, id=car.id, post_id=car.post.pk, shift_id=shift, unit_id=car.post.unit_id, at=car.at, on=local.date(),
                      hour=local.hour, received_at=car.received_at, direction=car.direction, means=car.means, purpose=car.purpose,
                      plate=car.plate, plate_blind=plate_blind(car.plate), outcome=outcome, by_id=by.pk,
                      **{"people": len(car.people), **more})


def passage_of(one, vehicle, seat, persons, by) -> Passage:
    """One person's passage, not yet written; whom the register knows is named only where something follows."""
    said, ruling = one.someone, one.ruling
    state, known = STATES[one.outcome], None if one.match.other_name else one.match.person
    facts, _result = ruling.as_stored()
    person = persons.get(id(one)) or (known.pk if known is not None and state in HELD else None)
    name = said.name or (known.name if known is not None and not known.is_sheltered else "")
    return rows.fresh(
        Passage, vehicle_id=vehicle.pk, post_id=vehicle.post_id, unit_id=vehicle.unit_id, seat=seat, state=state, person_id=person,
        name=name, id_kind=said.id_kind, id_number=said.id_number, id_blind=one.blind, phone=said.phone, temperature=said.temperature,
        symptoms=said.symptoms, code=said.code, proof=said.proof, skips=said.skips, declared=said.declared, origin=said.origin,
        origin_kind=one.origin.kind, place=one.origin.place, home_id=said.home.pk if said.home else None, destination=said.destination,
        outcome=one.outcome, slip_id=one.slip.pk if one.slip else None, keeper_id=by.pk, version=ruling.version or "", row=ruling.row,
        facts=facts, at=vehicle.at, by_id=by.pk,
        shut=shut_words(one.shut), closed_at=None if state in HELD else vehicle.at, because=vehicle.because)


def shut_words(shut) -> str:
    """The order that shuts the way, as the record keeps it."""
    return f"{shut.number}：{shut.place}"[:MOST_SHUT] if shut else ""


def used(one, outcome) -> list[PassUse]:
    """That a pass was shown, by somebody the gate opened for."""
    is_used = one.slip is not None and outcome in ("pass", "register")
    return [rows.fresh(PassUse, slip_id=one.slip.pk, direction=one.car.direction, at=one.car.at)] if is_used else []


def follow(passages, by, at) -> list:
    """The lines of passages that do not simply pass, each caused by its vehicle's; their turns are opened, their destinations told."""
    marked = [one for one in passages if one.outcome in VERBS]
    told = [line(VERBS[one.outcome], kind="passage", record=one.pk, by=by.id, at=at, unit=one.unit_id, subject=one.person_id,
                 because=one.because, data={"on": day_of(one.at).isoformat(), "row": one.row}) for one in marked]
    causes = {each.record: each.id for each in told}
    open_turns("passage", [one for one in marked if one.state in HELD], at=at, because=causes)
    return [*told, *notify(marked, causes=causes, by=by, at=at)]
