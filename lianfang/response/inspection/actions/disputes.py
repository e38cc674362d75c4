"""What a unit says against its score before the ranking is published, and the answer to it by another than gave the score."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import Dispute, Round
from .ranking import stand
from .shared import allowed, said

FLOW = "inspection_dispute"


@everything()
def dispute(*, sheet, words, by, at) -> Dispute:
    """A unit says what is wrong with a score of its own; refused before the ranking is shown, and once its time is over."""
    allowed(by, "record", sheet.unit, at)
    of = Round.objects.select_related("unit").filter(pk=sheet.round_id).first()
    if of is None or sheet.score is None:
        raise Refused(_("这张检查表没有参加评比。"))
    if of.state != "reply" or at >= of.reply_until:
        raise Refused(_("只有公示期间可以申诉。"))
    one = Dispute(id=uuid7(), unit=sheet.unit, sheet=sheet, round=of, words=said(words, _("哪里打得不对")), by=by, at=at)
    try:
        with transaction.atomic():
            return begin([one], "dispute", flow=FLOW, by=by, at=at)[0]
    except IntegrityError:
        raise Refused(_("这张检查表已经申诉了，还没有答复。")) from None


@everything()
def uphold(*, dispute, points, words, by, at):
    """The score is changed to so many points, what it was stays beside it, and the round is ranked anew."""
    _may_decide(dispute, by, at)
    if not 0 <= points <= 100:
        raise Refused(_("分数在 0 到 100 之间。"))
    sheet = dispute.sheet
    with transaction.atomic():
        told = _decided(dispute, "uphold", words, by, at, {"from": sheet.score, "to": round(points * 100)})
        sheet.score_before, sheet.score = sheet.score_before if sheet.score_before is not None else sheet.score, round(points * 100)
        rows.amend([sheet], "score", "score_before")
        stand(dispute.round)
    return told


@everything()
def refuse_dispute(*, dispute, words, by, at):
    """The score stands: why."""
    _may_decide(dispute, by, at)
    return _decided(dispute, "refuse_dispute", words, by, at, {})


def _may_decide(dispute, by, at):
    allowed(by, "muster", dispute.round.unit, at)
    if by.pk in (dispute.sheet.done_by_id, dispute.by_id):
        raise Refused(_("打分的人和申诉的人都不能答复，要由另一个人答复。"))


def _decided(one, step, words, by, at, content):
    one.answer, one.decided_by, one.decided_at = said(words, _("理由")), by, at
    return advance([one], step, flow=FLOW, by=by, at=at, also=("answer", "decided_by_id", "decided_at"), content=lambda _one: content)
