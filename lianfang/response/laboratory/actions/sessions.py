"""Opening and closing a sampling point."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import profile

from ..models import REASONS, Session


@everything()
def open_session(*, unit, name, disease, reason, by, at, id=None) -> Session:
    """Open a sampling point at a unit, for a disease and a usual reason; sent twice it is opened once."""
    if there := Session.objects.filter(pk=id).first():
        return there
    if not name.strip() or reason not in REASONS or reason == "resample":
        raise Refused(_("请写明采样点叫什么、采哪一类人。"))
    if profile(disease, day_of(at)) is None:
        raise Refused(_("疾病档案里没有这种病；请先在“疾病档案”添一行。"))
    made = Session(id=id or uuid7(), unit=unit, name=name.strip()[:60], disease=disease, reason=reason, by=by, opened_at=at)
    with transaction.atomic():
        _tell(made, "open_session", by, at)
        rows.insert([made])
    return made


@everything()
def close_session(*, session, by, at) -> Session:
    """Close it; Refused while a tube there is still being filled, or waits to be sent."""
    left = list(session.tubes.filter(state__in=("open", "sealed")).values_list("code", flat=True))
    if session.closed_at:
        raise Refused(_("这个采样点已经收了。"))
    if left:
        raise Refused(_("还有没有封、没有送的管：{codes}。").format(codes=_("、").join(left)))
    session.closed_at = at
    with transaction.atomic():
        rows.amend([session], "closed_at")
        _tell(session, "close_session", by, at)
    return session


def _tell(session, verb, by, at):
    [told] = journal.write([line_of(session, f"laboratory.{verb}", kind="sampling_point", by=by, at=at)])
    session.because = session.because or told.id
