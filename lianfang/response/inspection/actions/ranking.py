"""Closing the scoring of a round: standings frozen and shown to the units; publishing them once nobody waits for an answer."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Dispute, Round, Standing
from ..queries.ranked import ranked
from ..rules import ranking, scored_until
from .last import follow_last
from .shared import allowed, said

FLOW = "inspection_round"


@everything()
def close_scoring(*, round, by, at):
    """No further sheet counts; who stands where is shown to each unit, which may dispute it until the table's minutes are over.

    Raises Refused where there is no score to rank.
    """
    allowed(by, "muster", round.unit, at)
    found = ranked(round)
    if not any(found.values()):
        raise Refused(_("还没有一张打了分的检查表，排不了名。"))
    round.closed_at, round.reply_until = at, at + timedelta(minutes=ranking(round.period, round.last_on, round.unit.path)["reply"])
    with transaction.atomic():
        told = advance([round], "close_scoring", flow=FLOW, by=by, at=at, also=("closed_at", "reply_until"),
                       content=lambda one: {"units": sum(map(len, found.values()))})
        stand(round, found)
    return told


def stand(round, found=None):
    """The standings of a round as its sheets say now, in the caller's transaction."""
    Standing.objects.filter(round=round).delete()
    rows.insert([rows.fresh(Standing, id=uuid7(), round_id=round.pk, unit_id=one.unit_id, level=level, sheets=one.sheets, score=one.score,
                            problems=one.problems, place=one.place, is_tied=one.is_tied, is_first=one.is_first, is_last=one.is_last)
                 for level, ones in (found or ranked(round)).items() for one in ones])


@everything()
def close_due(*, by, at) -> int:
    """Rounds whose hour has come, by the clock; one without a score waits for a person. Returns how many."""
    closed = 0
    for one in Round.objects.filter(state="running").select_related("unit"):
        if scored_until(one.period, one.last_on, one.unit.path) <= at and any(ranked(one).values()):
            close_scoring(round=one, by=by, at=at)
            closed += 1
    return closed


@everything()
def publish(*, round, number, by, at):
    """The ranking is out, for everybody, under a document's number; what the table says of the last is somebody's turn.

    Raises Refused while units may still say something against it, and while one of them waits for an answer.
    """
    allowed(by, "muster", round.unit, at)
    if round.state == "reply" and at < round.reply_until:
        raise Refused(_("公示还没有到时间，各单位还可以申诉。"))
    if (waiting := Dispute.objects.filter(round=round, state="waiting").count()):
        raise Refused(_("还有 {n} 件申诉没有答复，答复了才能公布。").format(n=waiting))
    round.number, round.published_at, round.published_by = said(number, _("文号"))[:60], at, by
    with transaction.atomic():
        [told] = advance([round], "publish", flow=FLOW, by=by, at=at, also=("number", "published_at", "published_by_id"))
        follow_last(round=round, by=named(SYSTEM), at=at, because=told.id)
    return told
