"""Steps of a test that is due: a sample was taken, or it is not needed any more."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import DROPPING, DueTest, Member
from .planning import reschedule


@everything()
def note_samples(*, taken, by, at, because=None) -> int:
    """Samples were taken: moments by person (by id); whose test is due waits for the result now. Returns how many do."""
    with transaction.atomic():
        dues = list(DueTest.objects.filter(person__in=list(taken), state__in=("due", "booked")))
        for one in dues:
            one.taken_at = taken[one.person_id]
        advance(dues, "note_sample", flow="due_test", by=by, at=at, because=because, also=("taken_at",))
    return len(dues)


@everything()
def drop_test(*, due, why, by, at, because=None):
    """This test is let go for one of the reasons of DROPPING; the next falls due at the group's interval from now."""
    if why not in DROPPING:
        raise Refused(_("请选为什么不用检。"))
    with transaction.atomic():
        due.closed_at = at
        [told] = advance([due], "drop_test", flow="due_test", by=by, at=at, because=because, also=("closed_at",),
                         content=lambda one: {"why": why})
        member = Member.objects.get(pk=due.member_id)
        member.excused_at = at
        rows.amend([member], "excused_at")
        reschedule([member], by=by, at=at, because=told.id)
    return told
