"""What a result sets going, by the table: it goes out, the people are called for single resampling, or it confirms."""
from dataclasses import dataclass
from typing import Any

from lianfang.ground import rows
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import above
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Recall, Sample
from ..rules import follows

PENDING = "pending"  # of somebody whose tube is in doubt: not his own result
ENDS = {"out": "settle_recall", "confirm": "settle_recall", "recall": "again"}  # of a recall; which of the two, lies sealed


@dataclass(slots=True)
class Settled:
    """One person's sample with what was found in its tube, what that sets going, and the line that told of the tube."""

    sample: Sample
    kind: str
    outcome: str
    then: str
    held: bool
    because: Any

    @property
    def own(self) -> str:
        """What may be said of the person himself."""
        return PENDING if self.then == "recall" and self.kind == "pool" else self.outcome


def settle(*, tubes, by, at):
    """The people of tubes, {id: (tube, outcome, line)}, in the transaction of whoever reports them."""
    samples = Sample._base_manager.filter(tube__in=tubes).select_related("person").order_by("tube", "position")
    settle_samples(settled=[_settled(one, *tubes[one.tube_id]) for one in samples], by=by, at=at)


def _settled(sample, tube, outcome, because) -> Settled:
    return made(sample, tube.kind, outcome, because)


def made(sample, kind, outcome, because) -> Settled:
    """A sample with what its result sets going, by the table of the day it was taken."""
    then, held = follows(kind, outcome, day_of(sample.taken_at))
    return Settled(sample, kind, outcome, then, held, because)


def settle_samples(*, settled, by, at):
    """Write each one's result, tell of it, and do with recalls what it says."""
    settled = list(settled)
    if not settled:
        return
    lines = []
    for one in settled:
        one.sample.outcome, one.sample.reported_at, one.sample.closed_at = one.own, at, at
        lines.append(line("laboratory.give_result", kind="sample", record=one.sample.pk, by=by.id, at=at, unit=one.sample.unit_id,
                          subject=one.sample.person_id, because=one.because))
    rows.amend([one.sample for one in settled], "outcome", "reported_at", "closed_at")
    journal.write(lines)
    _recall(settled, {told.record: told.id for told in lines}, by, at)


def _recall(settled, because, by, at):
    """Answers to open recalls, and new ones."""
    open_now = {one.person_id: one for one in Recall._base_manager.filter(person__in=[one.sample.person_id for one in settled],
                                                                          closed_at=None)}
    answered: dict = {step: [] for step in ENDS.values()}
    fresh = []
    for one in settled:
        recall = open_now.get(one.sample.person_id)
        if recall and _answers(recall, one):
            recall.again_id = one.sample.pk
            answered[ENDS[one.then]].append((recall, because[one.sample.pk]))
        elif recall is None and one.then == "recall":
            fresh.append(one)
    for step, pairs in answered.items():
        _end(pairs, step, by, at)
    _call(fresh, because, by, at)


def _answers(recall, one) -> bool:
    """Whether a sample is that for which somebody was called, or one taken singly elsewhere since; in doubt again only the former."""
    if recall.again_id == one.sample.pk:
        return True
    return one.kind == "single" and one.then != "recall" and one.sample.taken_at >= recall.called_at.replace(second=0, microsecond=0)


def _end(pairs, step, by, at):
    for recall, _cause in pairs:
        if step == "again":
            recall.again_id = None
        else:
            recall.closed_at = at
    advance([recall for recall, _cause in pairs], step, flow="recall", by=by, at=at,
            because={recall.pk: cause for recall, cause in pairs}, also=("again_id", "closed_at"))


def _call(settled, because, by, at):
    """Everybody in doubt is called: somebody's turn within the hour, at the place he lives."""
    places = _villages({one.sample.person.unit_id for one in settled})
    made = [Recall(id=uuid7(), person_id=one.sample.person_id, unit_id=places[one.sample.person.unit_id], sample=one.sample,
                   disease=one.sample.disease, held=one.held, called_at=at, because=because[one.sample.pk]) for one in settled]
    if made:
        rows.insert(made)
        lines = advance(made, "recall", flow="recall", by=by, at=at)
        open_turns("recall", made, at=at, because={told.record: told.id for told in lines})


def _villages(units) -> dict[int, int]:
    """The village of each place (by id): at a door the neighbours would see whose turn it is."""
    return {one.pk: above(one, "village").pk for one in Unit.objects.filter(pk__in=units)}
