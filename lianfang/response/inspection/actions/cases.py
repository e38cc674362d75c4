"""A problem referred to a case file, which only those with that right see, and closed with its outcome."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import OUTCOMES, CaseFile
from .shared import allowed, said


@everything()
def open_case(*, problem, number, note, by, at) -> CaseFile:
    """Refer it: nothing of that stands on the problem or its place. Refused without the right, and where there is a file already."""
    county = above(problem.unit, "county") or problem.unit
    allowed(by, "refer", county, at)
    one = CaseFile(id=uuid7(), unit=county, problem=problem.pk, number=said(number, _("案卷号"))[:40], note=said(note, _("移送事由")),
                   by=by,
                   opened_at=at)
    try:
        with transaction.atomic():
            return begin([one], "open_case", flow="inspection_case", by=by, at=at)[0]
    except IntegrityError:
        raise Refused(_("这个问题已经移送了。")) from None


@everything()
def close_case(*, case, outcome, note, by, at):
    """What came of it."""
    allowed(by, "refer", case.unit, at)
    if outcome not in OUTCOMES:
        raise Refused(_("请选处理结果。"))
    case.outcome, case.closed_at = outcome, at
    case.note = f"{case.note.open()}\n{said(note, _('办理情况'))}"
    return advance([case], "close_case", flow="inspection_case", by=by, at=at, also=("outcome", "closed_at", "note"))
