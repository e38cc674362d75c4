"""A notice leaves the house: who printed which, for whom; and is handed over at the door."""

from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow.actions import advance


def print_notice(*, order, paper, by, at):
    """Tell that a notice of an order was made; it carries a full name."""
    with transaction.atomic():
        journal.write(
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
                    data={"paper": paper},
                )
            ]
        )


def serve(*, orders, by, at):
    """The person has the notice; the order runs."""
    orders = list(orders)
    for order in orders:
        order.served_at = at
    return advance(orders, "serve", flow="order", by=by, at=at, also=("served_at",))
