"""A notice leaves the house: who printed which, for whom; and is handed over at the door."""

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import ONE_TO_ONE
from .minder import watched


def print_notice(*, order, paper, by, at):
    """Tell that a notice of an order was made, which carries a full name; returns the line, whose number stands in the paper's foot."""
    with transaction.atomic():
        [told] = journal.write(
            [
                line(
                    "isolation.print_notice",
                    kind="order",
                    record=order.pk,
                    by=by.id,
                    at=at,
                    unit=order.unit_id,
                    subject=order.person_id,
                    because=order.because,
                    data={"paper": paper, "reason": "paper"},
                )
            ]
        )
    return told


def serve(*, orders, by, at):
    """The person has the notice; the order runs. Who is watched one to one has a minder by name before that (S0-38)."""
    orders = list(orders)
    if ONE_TO_ONE in watched([order for order in orders if order.minder_id is None]).values():
        raise Refused(_("按规定要一对一盯防，还没有包保人：请先指定包保人，再送达。"))
    for order in orders:
        order.served_at = at
    return advance(orders, "serve", flow="order", by=by, at=at, also=("served_at",))
