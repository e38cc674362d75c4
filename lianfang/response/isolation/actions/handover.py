"""Handing an order to another unit, with a receipt; it runs on and the clock is kept (S0-09)."""

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people import actions as people
from lianfang.registers.territory.actions import NoSuchDoor, door_at

from ..models import Handover, Order
from .move import bring


@everything()
def hand_over(*, order, unit, reason, by, at):
    """Offer an order to another unit; until the receipt it stays where it is."""
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=order.pk)  # two at once: the second sees what the first has done
        if order.closed_at is not None:
            raise Refused(_("已结束的管控令不能转交"))
        if unit.pk == order.unit_id:
            raise Refused(_("人已在这个单位"))
        if Handover.objects.filter(order=order, state="offered").exists():
            raise Refused(_("已经转交，等待对方接收"))
        offer = Handover(
            id=uuid7(),
            order=order,
            person_id=order.person_id,
            giver_id=order.unit_id,
            unit=unit,
            reason=reason,
            offered_by=by,
            offered_at=at,
            because=order.because,
        )
        rows.insert([offer])
        [told] = advance([offer], "hand_over", flow="handover", by=by, at=at, content=lambda h: {"from": h.giver_id, "to": h.unit_id})
        open_turns("handover", [offer], at=at, because={offer.pk: told.id})
    return offer


@everything()
def receive(*, handover, by, at, address="", may_add=False):
    """Take an offered order over: the person, the order and what is open on it come to the door of the receiving unit that `address` names,
    or to the unit itself without one; a door that is not there is added where `may_add` says so."""
    with transaction.atomic():
        place = _place(handover.unit, address.strip(), may_add, by, at)
        order = Order.objects.select_for_update().get(pk=handover.order_id)
        handover.answered_by, handover.answered_at = by, at
        [told] = advance([handover], "receive", flow="handover", by=by, at=at, also=("answered_by", "answered_at"))
        people.move(people=[order.person], unit=place, by=by, at=at, because=told.id)
        bring(order, place.pk, by, at, told.id)
    return order


def _place(unit, address, may_add, by, at):
    try:
        return door_at(unit=unit, address=address, may_add=may_add, by=by, at=at) if address else unit
    except NoSuchDoor as missing:
        raise Refused(str(missing)) from None


def send_back(*, handover, reason, by, at):
    """Refuse an offered order with a reason; it stays with the giver."""
    if not reason.strip():
        raise Refused(_("请写明退回的原因"))
    handover.answered_by, handover.answered_at, handover.reason = by, at, reason
    return advance([handover], "send_back", flow="handover", by=by, at=at, also=("answered_by", "answered_at", "reason"))
