"""What a person does here, or a cadre for him: comes in, tells his temperature, what he needs, what is wrong; by the account "portal"."""
from contextlib import suppress

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.registers.enterprises.queries import TAIL, firm_of_code
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.queries import deciders, open_orders_of, order_of_code, own_needs
from lianfang.response.redress import actions as redress
from lianfang.response.risk.closures import actions as closures
from lianfang.response.sensors import actions as sensors
from lianfang.response.testing import actions as testing
from lianfang.response.testing.queries import booking_of_code

from .queries import event_shown, standing_now


@everything()
def enter(*, code, birthday, at):
    """The person a notice's code and a birthday belong to, told to the journal; None when the two do not belong together."""
    order = order_of_code(code)
    if order is None or birthday is None or order.person.birth_on != birthday:
        return None
    with transaction.atomic():
        journal.write([line("portal.enter", kind="person", record=order.person_id, by=named(PORTAL).id, at=at, unit=order.person.unit_id,
                            subject=order.person_id)])
    return order.person


@everything()
def record(*, check, temperature, symptoms, at) -> bool:
    """His own reading of a check, or beside the one that stands there already; whether it is an alarm."""
    reading = isolation.Reading(check, temperature, symptoms, is_own=True)
    if check.state == "done":
        return isolation.read_again(reading=reading, by=named(PORTAL), at=at).is_alarming
    isolation.record_checks(readings=[reading], by=named(PORTAL), at=at)
    return check.is_alarming


@everything()
def want(*, person, kind, wish, at):
    """What he needs, as his minder's turn; Refused while the same is still on its way."""
    order = next((one for one in open_orders_of(person.pk) if one.closed_at is None), None)
    if order is None:
        raise Refused(_("您现在没有管控措施；有困难请打求助电话。"))
    if any(one["need"].kind == kind and one["need"].state == "open" for one in own_needs(person.pk)):
        raise Refused(_("这一样已经提过，正在办；急的话请打包保人的电话。"))
    return isolation.ask(order=order, kind=kind, wish=wish, by=named(PORTAL), at=at)


@everything()
def appeal(*, person, words, photo, channel, by, at):
    """Against his newest order; `by` a cadre who types it in, else himself."""
    told = standing_now(person, at)
    if told is None:
        raise Refused(_("没有管控令，不用申诉。"))
    order = told["order"]
    return redress.appeal(person=person, order=order.pk, unit_id=order.unit_id, verdict=order.verdict, measure=order.measure,
                          order_number=told["number"], deciders=deciders(order), words=words, photo=photo, channel=channel,
                          by=by or named(PORTAL), at=at, because=order.because)


@everything()
def claim(*, person, field, right, words, photo, channel, by, at):
    """A record of him is wrong; `by` a cadre who types it in, else himself."""
    return redress.claim(person=person, field=field, right=right, words=words, photo=photo, channel=channel, by=by or named(PORTAL), at=at)


@everything()
def take_back(*, record, at):
    """His appeal or his correction is withdrawn."""
    if hasattr(record, "verdict_id"):
        return redress.withdraw(appeal=record, by=named(PORTAL), at=at)
    return redress.drop_claim(correction=record, by=named(PORTAL), at=at)


@everything()
def withdraw_consent(*, door, at):
    """He agrees no more to the sensor at his door: it tells nothing from now on, and to fetch it is his minder's turn."""
    order = next((one for one in open_orders_of(door.person_id) if one.closed_at is None), None)
    with transaction.atomic():
        sensors.withdraw_consent(binding=door, by=named(PORTAL), at=at)
        if order is not None:
            isolation.ask(order=order, kind="other", wish=_("已撤回装门磁的同意，请来拆走"), by=named(PORTAL), at=at)


def book_test(*, slot, said, at):
    """A place at a sampling point for somebody who wishes to be tested, or on its waiting list."""
    return testing.book(slot=slot, wish=testing.Wish(**said), channel="portal", by=named(PORTAL), at=at)


@everything()
def cancel_test(*, code, at):
    """The place of a code is given back; of any other code, and of what is over, nothing."""
    booking = booking_of_code(code)
    if booking is not None and booking.closed_at is None:
        testing.cancel(booking=booking, by=named(PORTAL), at=at)


@everything()
def apply_event(*, said, at):
    """An application for an event: what the table says of it stands at once."""
    return closures.apply_event(wish=closures.Wish(**said), by=named(PORTAL), at=at)


@everything()
def withdraw_event(*, code, at):
    """The application of a code is taken back while it is open; of any other code, and of what was decided meanwhile, nothing."""
    found = event_shown(code, at)
    if found is not None and found["is_open"]:
        with suppress(Refused):
            closures.withdraw_event(event=found["event"], by=named(PORTAL), at=at)


@everything()
def enter_firm(*, code, tail, at):
    """The firm a code and the end of its credit code belong to, told to the journal; None when the two do not belong together."""
    firm = firm_of_code(code)
    if firm is None or firm.code[-TAIL:] != "".join(tail.split()).upper()[-TAIL:]:
        return None
    with transaction.atomic():
        journal.write([line("portal.enter_firm", kind="firm", record=firm.pk, by=named(PORTAL).id, at=at, unit=firm.unit_id)])
    return firm


def print_form(*, person, by, at):
    """Tell that the paper form of a person was made; it carries a full name."""
    return _printed("portal.print_form", person, by, at)


def print_receipt(*, person, by, at):
    """Tell that the receipt of what somebody handed in was made; it carries his code."""
    return _printed("portal.print_receipt", person, by, at)


def _printed(verb, person, by, at):
    with transaction.atomic():
        [told] = journal.write([line(verb, kind="person", record=person.pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk,
                                     data={"reason": "paper"})])
    return told
