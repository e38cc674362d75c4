"""A problem is found, mended, looked at again, closed."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Filing, Problem

FLOW = "infection_problem"


@everything()
def find_problem(*, week, area, ward, what, by, at, id=None) -> Problem:
    """Record what is amiss, in which ward; the clock of mending begins. The same id recorded twice is one problem."""
    if not ward.strip() or not what.strip():
        raise Refused(_("请写明哪个科室、什么问题。"))
    if there := Problem.objects.filter(pk=id).first():
        return there
    one = Problem(id=id or uuid7(), hospital=week.hospital, week=week, unit_id=week.unit_id, area=area, ward=ward.strip(),
                  what=what.strip(), found_at=at, by=by)
    with transaction.atomic():
        rows.insert([one])
        [told] = advance([one], "find_problem", flow=FLOW, by=by, at=at, content=lambda problem: {"area": problem.area})
        one.because = told.id
        rows.amend([one], "because")
        Filing.objects.filter(week=week, is_sent=False).update(nothing_found=False)
        open_turns(FLOW, [one], at=at)
    return one


def mend_problem(*, problem, done, by, at):
    """It is mended: what was done."""
    problem.done, problem.mended_at = _said(done), at
    return advance([problem], "mend_problem", flow=FLOW, by=by, at=at, also=("done", "mended_at"))


def reopen_problem(*, problem, why, by, at):
    """It is not: what is still amiss."""
    problem.why, problem.mended_at = _said(why), None
    return advance([problem], "reopen_problem", flow=FLOW, by=by, at=at, also=("why", "mended_at"))


def close_problem(*, problem, by, at):
    """Somebody of the county saw that it is; whoever recorded or mended it for the hospital does not close it."""
    if problem.by_id == by.pk:
        raise Refused(_("自己登记的问题要由另一个人核销。"))
    if Line.objects.filter(record=problem.pk, verb="hospitals.mend_problem", by=by.pk).exists():
        raise Refused(_("自己报的整改，要由另一个人复查。"))
    problem.closed_at = at
    return advance([problem], "close_problem", flow=FLOW, by=by, at=at, also=("closed_at",))


def _said(text):
    if not text.strip():
        raise Refused(_("请写明做了什么、看到了什么。"))
    return text.strip()
