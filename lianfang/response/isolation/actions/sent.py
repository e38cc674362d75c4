"""What phones send of this loop: checks, second readings, needs met, notices delivered; each by the action that the desk uses."""
from django.utils.translation import gettext_lazy as _

from lianfang.ground.outbox import ForAbove, Taken
from lianfang.ground.workflow import Refused

from ..models import Check, Need, Order
from .checks import Reading, outcome_of, read_again, record_checks
from .needs import meet
from .papers import serve

NOT_HERE = _("这条记录不在您的辖区里，或者已经不在了。")


def take_checks(entries, *, by, at):
    """Readings at the door: the first fills the check, another is a second reading, and both stand."""
    checks = _there(Check, entries)
    first, outcomes = {}, {}
    for entry in entries:
        check = checks.get(entry.cleaned["record"])
        if check is not None and check.state == "due" and check.pk not in first:
            first[check.pk] = entry
    record_checks(readings=[_reading(checks[pk], entry) for pk, entry in first.items()], by=by, at=at)
    for entry in entries:
        check = checks.get(entry.cleaned["record"])
        if check is not None and first.get(check.pk) is entry:
            outcomes[entry.id] = Taken.of(check, _verdict(_reading(check, entry)))
        else:
            outcomes[entry.id] = _again(check, entry, by, at)
    return [outcomes[entry.id] for entry in entries]


def take_again(entries, *, by, at):
    """Second readings."""
    checks = _there(Check, entries)
    return [_again(checks.get(entry.cleaned["record"]), entry, by, at, is_beside=False) for entry in entries]


def take_met(entries, *, by, at):
    """Needs that were met."""
    needs = _there(Need, entries)
    return [_each(needs, entry, lambda need: meet(need=need, by=by, at=at)) for entry in entries]


def take_served(entries, *, by, at):
    """Notices that were delivered."""
    orders = _there(Order, entries)
    return [_each(orders, entry, lambda order: serve(orders=[order], by=by, at=at)) for entry in entries]


def _there(model, entries) -> dict:
    """The records the entries name, within the sender's reach, locked in one order."""
    found = model.objects.select_for_update(of=("self",)).filter(pk__in={entry.cleaned["record"] for entry in entries})
    return {record.pk: record for record in found.order_by("pk")}


def _each(there, entry, act):
    record = there.get(entry.cleaned["record"])
    if record is None:
        return Refused(str(NOT_HERE))
    try:
        act(record)
    except Refused as refused:
        return refused
    return Taken.of(record)


def _again(check, entry, by, at, is_beside=True):
    if check is None:
        return Refused(str(NOT_HERE))
    try:
        again = read_again(reading=_reading(check, entry), by=by, at=at)
    except Refused as refused:
        return ForAbove(str(refused)) if is_beside else refused
    return Taken(again.pk, check.unit_id, check.person_id, _verdict(_reading(check, entry)), is_beside)


def _reading(check, entry) -> Reading:
    found = entry.cleaned
    return Reading(check, found["temperature"], found["symptoms"], need=found.get("need", ""), wish=found.get("wish", ""), at=entry.at)


def _verdict(reading) -> dict:
    return {"outcome": outcome_of(reading)}
