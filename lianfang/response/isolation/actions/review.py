"""A manual review: somebody completes the facts, and the table decides again; nobody binds by hand."""
from django.db import transaction

from lianfang.ground.decisions.models import Verdict
from lianfang.ground.workflow.actions import advance

from .decide import Finding, decide


def complete(*, review, facts, by, at, on):
    """Close a review with completed facts and decide again; in doubt still, the table opens the next review itself."""
    with transaction.atomic():
        review.decided_at, review.facts = at, {**review.facts, **facts}
        [told] = advance([review], "complete", flow="review", by=by, at=at, also=("decided_at", "facts"))
        first = Verdict.objects.get(pk=review.verdict_id)
        finding = Finding(person_id=review.person_id, unit_id=review.unit_id, facts=review.facts, on=on, because=told.id,
                          is_from_abroad=review.facts.get("origin") == "abroad", origin=first.facts.get("origin", ""))
        [verdict] = decide(findings=[finding], by=by, at=at)
    return verdict
