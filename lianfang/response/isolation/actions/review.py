"""A manual review: somebody completes the facts, and the table decides again; nobody binds by hand."""
from django.db import transaction

from lianfang.ground.accounts.scope import everything
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.workflow.actions import advance

from ..models import Order
from .decide import TABLE, Finding, asked, decide
from .redecide import redecide


@everything()
def complete(*, review, facts, by, at, on):
    """Close a review with completed facts and decide again; in doubt still, the table opens the next review itself.

    Where it questions an open order, that order is decided again instead: raised, lowered or lifted. Raises Refused as `redecide` does.
    """
    first = Verdict.objects.get(pk=review.verdict_id)
    known = asked(TABLE, first.facts) | facts
    with transaction.atomic():
        review.decided_at = at
        [told] = advance([review], "complete", flow="review", by=by, at=at, also=("decided_at",))
        if order := Order.objects.filter(pk=review.order_id, closed_at=None).select_related("unit").first():
            return redecide(order=order, known=known, facts={}, by=by, at=at, because=told.id)
        finding = Finding(person_id=review.person_id, unit_id=review.unit_id, facts=known, on=on, because=told.id,
                          is_from_abroad=known.get("origin") == "abroad")
        [verdict] = decide(findings=[finding], by=by, at=at)
    return verdict
