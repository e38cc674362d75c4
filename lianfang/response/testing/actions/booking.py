"""Places at a sampling point: given away as long as there are some, waited for, cancelled, kept or missed."""
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.keys import id_blind
from lianfang.registers.people.models import Person
from lianfang.registers.people.queries import known_people

from ..models import Booking, DueTest, Slot
from ..queries.booking import missed_after, opens_until
from .dues import note_samples

NUMBERS = 5_130_215  # whoever counts bookings on waits for the one before


@dataclass(slots=True)
class Wish:
    """Who wishes to be tested, as he says."""

    name: str
    id_kind: str
    id_number: str
    phone: str


@everything()
def book(*, slot, wish, channel, by, at, because=None) -> Booking:
    """Give somebody (a Wish) a place at a time or, where none is free, put him on its waiting list; whose test is due has it booked.

    Raises Refused where the time is over or too far, or the point is closed; at the desk also where he has a place already. Whoever books
    on a page is never told of a place that a number has: he gets one more or, where the phone is the same too, the one that is there.
    """
    if not wish.id_number or not wish.name:
        raise Refused(_("请写姓名和证件号。"))
    if slot.point.closed_at or slot.until_at <= at or slot.from_at > opens_until(at):
        raise Refused(_("这个时段现在不能预约，请另选一个。"))
    with transaction.atomic():
        rows.one_at_a_time(NUMBERS)
        blind = id_blind(wish.id_number)
        held = list(Booking.objects.filter(id_blind=blind, closed_at=None).select_related("slot__point").order_by("number"))
        if held and channel == "desk":
            raise Refused(_("这个证件号已经有一个预约；要换时间，先取消再约。"))
        own = next((one for one in held if wish.phone and one.phone.open() == wish.phone), None)
        return own or _book(slot, wish, blind, channel, by, at, because)


def _book(slot, wish, blind, channel, by, at, because) -> Booking:
    number = (Booking.objects.aggregate(top=Max("number"))["top"] or 0) + 1
    made = Booking(number=number, slot=slot, unit_id=slot.point.unit_id, state="booked" if _take(slot) else "waiting", channel=channel,
                   name=wish.name, id_kind=wish.id_kind, id_number=wish.id_number, phone=wish.phone, id_blind=blind, made_at=at,
                   ends_at=slot.until_at, due=_due_of(blind))
    told = line_of(made, "testing.reserve", kind="booking", by=by, at=at, because=because, data={"state": made.state})
    made.because = told.id
    rows.insert([made])
    journal.write([told])
    _follow(made, "book", by, at)
    return made


def _take(slot) -> bool:
    """Whether there was a place left: asked and taken in one question, so that two at once never get the same."""
    return bool(Slot.objects.filter(pk=slot.pk, taken__lt=F("quota")).update(taken=F("taken") + 1))


def _due_of(blind):
    """The test that is due of whom the number belongs to."""
    known = known_people([blind]).get(blind)
    return DueTest.objects.filter(person=known.pk, closed_at=None, state="due").first() if known else None


def _follow(booking, step, by, at):
    """The test that is due goes with its booking."""
    due = booking.due
    wanted = "due" if step == "book" else "booked"
    if due is not None and booking.state in ("booked", "cancelled", "missed") and due.state == wanted:
        advance([due], step, flow="due_test", by=by, at=at, because=booking.because)


@everything()
def cancel(*, booking, by, at, because=None) -> Booking:
    """Give the place back: the first who waits has it then. Raises Refused where it is over."""
    return _close(booking, "cancelled", ("booked", "waiting"), by, at, because)


@everything()
def arrive(*, booking, by, at, because=None) -> Booking:
    """He came, and a sample was taken of him; what else his number has that day is given back."""
    with transaction.atomic():
        day = day_of(booking.slot.from_at)
        more = Booking.objects.filter(id_blind=booking.id_blind, closed_at=None).exclude(pk=booking.pk).select_related("slot", "due")
        others = [one for one in more.order_by("number") if day_of(one.slot.from_at) == day]
        for one in others:
            if one.due is not None and booking.due is None:
                booking.due, one.due = one.due, None
                rows.amend([booking, one], "due")
        came = _close(booking, "came", ("booked", "waiting", "missed"), by, at, because)
        for one in others:
            _close(one, "cancelled", ("booked", "waiting"), by, at, because)
    return came


@everything()
def arrive_sampled(*, taken, by, at, because) -> int:
    """Samples were taken: moments and lines that told of them, by person (by id); who had booked for that day has come. How many had."""
    blinds = dict(Person.objects.filter(pk__in=list(taken)).exclude(id_blind="").values_list("id_blind", "pk"))
    open_now = Booking.objects.filter(id_blind__in=blinds, state__in=("booked", "waiting", "missed")).select_related("slot")
    today = [one for one in open_now.order_by("-number") if day_of(one.slot.from_at) == day_of(taken[blinds[one.id_blind]])]
    came = {one.id_blind: one for one in sorted(today, key=lambda one: one.state != "missed")}.values()  # the first that is open
    for one in came:
        arrive(booking=one, by=by, at=at, because=because[blinds[one.id_blind]])
    return len(came)


@everything()
def miss(*, by, at) -> int:
    """Those who did not come are missed when their time is over for a while, and who still waits gets no place; returns how many."""
    over = Booking.objects.filter(state__in=("booked", "waiting"), ends_at__lt=at - missed_after(at)).order_by("pk")
    found = list(over)
    for one in found:
        _close(one, "missed" if one.state == "booked" else "lapsed", (one.state,), by, at, None)
    return len(found)


def _close(booking, state, sources, by, at, because):
    with transaction.atomic():
        one = Booking.objects.select_for_update(of=("self",)).select_related("slot", "due").get(pk=booking.pk)
        if one.state not in sources:
            raise Refused(_("这个预约现在是“{state}”，请刷新再看。").format(state=one.get_state_display()))
        before, one.state, one.closed_at = one.state, state, at
        rows.amend([one], "state", "closed_at")
        [told] = journal.write([line_of(one, f"testing.{VERBS[state]}", kind="booking", by=by, at=at, because=because)])
        if state == "came" and one.due is not None:
            note_samples(taken={one.due.person_id: at}, by=by, at=at, because=told.id)
        else:
            _follow(one, "cancel", by, at)
        if state == "cancelled" and before == "booked":
            Slot.objects.filter(pk=one.slot_id).update(taken=F("taken") - 1)
            promote(one.slot, by=by, at=at, because=told.id)
    return one


VERBS = {"cancelled": "cancel_booking", "came": "arrive", "missed": "miss", "lapsed": "miss"}


def promote(slot, *, by, at, because):
    """Who waits longest has the place that is free, as long as there are any, in the caller's transaction."""
    for one in Booking.objects.select_for_update(of=("self",)).select_related("due").filter(slot=slot, state="waiting").order_by("number"):
        if not _take(slot):
            return
        one.state = "booked"
        rows.amend([one], "state")
        journal.write([line_of(one, "testing.promote", kind="booking", by=by, at=at, because=because)])
        _follow(one, "book", by, at)
