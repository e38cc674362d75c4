"""Where and when one can be tested, how many places are left, and what stands behind a code."""
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.days import SHANGHAI, day_of, end_clock
from lianfang.ground.documents import sign, verify

from ..models import Booking, Slot

KIND = "B"


def opens_until(at) -> datetime:
    """Until when one can book ahead."""
    return at + _minutes("bookable", at)


def missed_after(at) -> timedelta:
    """How long after its end a booking is missed."""
    return _minutes("missed", at)


def _minutes(clock, at):
    return timedelta(minutes=decisions.decide("testing_clocks", {"clock": clock}, on=day_of(at)).result["within"])


def slots_open(at) -> list[Slot]:
    """The times that can be booked now, each with its point; those that are full are there to be waited for."""
    found = Slot.objects.filter(until_at__gt=at, from_at__lte=opens_until(at), point__closed_at=None)
    return list(found.select_related("point", "point__unit").order_by("from_at", "point__title"))


def time_word(slot) -> str:
    """A time as one chooses it: when, where, how many places are left."""
    begin = slot.from_at.astimezone(SHANGHAI)
    left = _("剩 {n}").format(n=slot.left) if slot.left else _("已满，可候补")
    return f"{begin:%Y-%m-%d %H:%M}–{end_clock(slot.until_at)} {slot.point.title} {left}"


def booking_code(booking) -> str:
    """How the code of a booking is written."""
    return sign(KIND, booking.number)


def booking_of_code(code) -> Booking | None:
    """The booking a code stands for, whoever asks within his reach."""
    found = verify(code or "")
    if found is None or found.kind != KIND:
        return None
    return Booking.objects.select_related("slot", "slot__point").filter(number=found.id).first()


def waiting_before(booking) -> int:
    """How many wait before somebody who waits."""
    return Booking.objects.filter(slot=booking.slot_id, state="waiting", number__lt=booking.number).count()
