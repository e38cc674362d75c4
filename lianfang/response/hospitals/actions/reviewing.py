"""The county looks at what was submitted: accepts it, sends it back with what to mend, or waives a report that is not owed."""
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Filing


@everything()
def accept(*, week, by, at):
    """The report stands; whoever filed it does not accept it himself."""
    _refuse_own(week, by)
    week.closed_at = at
    return advance([week], "accept", flow="infection_week", by=by, at=at, also=("closed_at",))


@everything()
def send_back(*, week, why, by, at):
    """The hospital is to mend it: what and why."""
    _refuse_own(week, by)
    if not why.strip():
        raise Refused(_("请写明哪一项、怎么改。"))
    week.why = why.strip()
    return advance([week], "send_back", flow="infection_week", by=by, at=at, also=("why",))


def waive(*, week, why, by, at):
    """No report is owed of this week: why."""
    if not why.strip():
        raise Refused(_("请写明为什么免报。"))
    week.why, week.closed_at = why.strip(), at
    return advance([week], "waive", flow="infection_week", by=by, at=at, also=("why", "closed_at"))


def _refuse_own(week, by):
    newest = Filing.objects.filter(week=week, is_sent=True).order_by("-edition").first()
    if newest and newest.by_id == by.pk:
        raise Refused(_("自己填的周报要由另一个人审核。"))
