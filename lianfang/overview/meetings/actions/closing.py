"""A meeting is closed when every decision has been read back and each has an owner and a time; then they stand, and are handed out."""
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Attendance, Decision
from .calling import grow
from .powers import may_lead


@everything()
def close(*, meeting, by, at, version=None):
    """Close it and let its decisions stand, one line each; `version`: what was read back is what stands. Who kept the minutes and who took
    the chair have come; whoever else was not ticked has not. Raises Refused naming the decision that nobody owns."""
    may_lead(by, meeting.unit, at)
    with transaction.atomic():
        now = type(meeting).objects.select_for_update().get(pk=meeting.pk)
        if version is not None and now.version != version:
            raise Refused(_("宣读以后会议记录又改过，请再看一遍再散会。"))
        decisions = list(Decision.objects.filter(meeting=now).prefetch_related("shares").order_by("number"))
        for one in decisions:
            if not one.is_owned:
                raise Refused(_("第 {n} 条决定还没有写明谁办、几时办完：{words}").format(n=one.number, words=one.words))
        unsaid = Attendance.objects.filter(meeting=now, comes="expected")
        unsaid.filter(Q(account=now.keeper_id) | Q(account__name=now.chair)).update(comes="present")
        unsaid.update(comes="absent")
        now.closed_at = at
        [closed] = advance([now], "close", flow="meeting", by=by, at=at, also=("closed_at",),
                           content=lambda one: {"decisions": len(decisions)})
        grow(now)
        told = journal.write([line("meetings.decide", kind="decision", record=one.pk, by=by.id, at=at, unit=now.unit_id, because=closed.id,
                                   data={"meeting": str(now.pk), "number": one.number}) for one in decisions])
        for one, said in zip(decisions, told, strict=True):
            one.because = said.id
        rows.amend(decisions, "because")
    meeting.state, meeting.closed_at = now.state, now.closed_at
    return closed
