"""A notice leaves the house: who printed which, for whom."""

from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line


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
