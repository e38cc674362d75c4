"""Deciding: what was found goes through the measure table, and the answer becomes an order, a review, or nothing."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line, line_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.actions import open_turns

from ..models import Order, Review
from ..queries.between import asked
from ..queries.longest import is_too_long
from .hold import hold, too_many
from .issue import SERIALS, Drafted, issue

TABLE, EXPOSED = "measure", "exposed"  # of those who came; of contacts, the discharged and posts at risk
TABLES = (TABLE, EXPOSED)
PASS = "pass"
__all__ = ["EXPOSED", "PASS", "TABLE", "TABLES", "Finding", "asked", "decide", "told"]


@dataclass(slots=True)
class Finding:
    """Somebody found who may need a measure: the facts its table asks for, on the day of decision, because of a journal line.

    `kept_on`: the day its verdict is kept under, where the facts are of another.
    """

    person_id: UUID
    unit_id: int
    facts: dict
    on: date
    because: UUID | None = None
    is_from_abroad: bool = False
    origin: str = ""
    table: str = TABLE
    kept_on: date | None = None


@everything()
def decide(*, findings, by, at):
    """Rule on each finding and do what the rulings say; returns the verdicts, in order."""
    findings = list(findings)
    with transaction.atomic():
        paths = dict(Unit.objects.filter(pk__in={f.unit_id for f in findings}).values_list("pk", "path"))
        rulings = [decisions.decide(f.table, f.facts, unit=paths[f.unit_id], on=f.on) for f in findings]
        drafts = told(zip(findings, rulings, strict=True), by=by, at=at)
        _follow(drafts, by, at)
    return [draft.verdict for draft in drafts]


def told(ruled, *, by, at) -> list[Drafted]:
    """Keep what the table said to findings, (finding, ruling) each, and tell of it."""
    drafts, lines = [], []
    for finding, ruling in ruled:
        verdict = decisions.verdict(ruling, subject=finding.person_id, unit_id=finding.unit_id, on=finding.kept_on or finding.on, at=at,
                                    because=finding.because)
        one = line("isolation.decide", kind="verdict", record=verdict.pk, by=by.id, at=at, unit=finding.unit_id, subject=finding.person_id,
                   because=finding.because, data={"measure": ruling.result["measure"], "row": ruling.row})
        drafts.append(Drafted(finding, ruling, verdict, one.id))
        lines.append(one)
    rows.insert([draft.verdict for draft in drafts])
    journal.write(lines)
    return drafts


def _follow(drafts, by, at):
    _one_after_another({draft.finding.person_id for draft in drafts})
    doubtful = [draft for draft in drafts if draft.ruling.manual_review or is_too_long(draft.ruling.result["days"], draft.finding.on)]
    bound = [draft for draft in drafts if draft not in doubtful and draft.ruling.result["measure"] != PASS]
    if (before := too_many(len(bound), by=by, at=at)) is not None:
        hold([draft.verdict for draft in bound], before, by=by, at=at, because=bound[0].because)
    else:
        issue(bound, by=by, at=at)
    _ask_reviews(doubtful, by, at)


def _one_after_another(people):
    """Two who decide at once: the second waits at the open order; where somebody has none yet, at the lock of whoever numbers orders."""
    open_now = Order.objects.select_for_update().filter(person__in=people, closed_at=None).order_by("pk")
    bound = set(open_now.values_list("person_id", flat=True))
    if people - bound:
        rows.one_at_a_time(SERIALS)


def _ask_reviews(doubtful, by, at):
    asked_about = [draft.finding.person_id for draft in doubtful]
    waiting = set(Review.objects.filter(person__in=asked_about, state="open").values_list("person_id", flat=True))
    reviews = [
        Review(id=uuid7(), person_id=draft.finding.person_id, unit_id=draft.finding.unit_id, verdict=draft.verdict, asked_at=at,
               because=draft.because)
        for draft in doubtful if draft.finding.person_id not in waiting
    ]
    rows.insert(reviews)
    lines = journal.write([line_of(review, "isolation.ask_review", kind="review", by=by, at=at) for review in reviews])
    open_turns("review", reviews, at=at, because={one.record: one.id for one in lines})
