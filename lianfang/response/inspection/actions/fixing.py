"""A problem put right with evidence, looked at again by another, closed or sent back; withdrawn where it was none."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.outbox.actions import attach_photo
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Problem
from ..rules import term
from .shared import allowed, said

FLOW = "inspection_problem"


@everything()
def fix_problem(*, problem, words, by, at, photo=None):
    """The unit says what was done, with a photo (bytes) where there is one; somebody else looks at it."""
    allowed(by, "record", problem.unit, at)
    problem.fixed, problem.fixed_at, problem.fixed_by = said(words, _("怎么改的")), at, by
    with transaction.atomic():
        told = advance([problem], "fix_problem", flow=FLOW, by=by, at=at, also=("fixed", "fixed_at", "fixed_by_id"))
        if photo:
            attach_photo(content=photo, record=problem, by=by, at=at)
    return told


@everything()
def close_problem(*, problem, words, by, at, photo=None):
    """Looked at again and in order: by another than found it, and than put it right, who inspects for the whole county."""
    _another(problem, by, at)
    problem.checked, problem.closed_at, problem.closed_by = said(words, _("复查看到什么")), at, by
    with transaction.atomic():
        told = advance([problem], "close_problem", flow=FLOW, by=by, at=at, also=("checked", "closed_at", "closed_by_id"))
        if photo:
            attach_photo(content=photo, record=problem, by=by, at=at)
    return told


@everything()
def reopen_problem(*, problem, words, by, at):
    """Looked at again and not in order: the unit's turn anew, with a term from now."""
    _another(problem, by, at)
    problem.checked, problem.reopened = said(words, _("还差什么")), problem.reopened + 1
    problem.fixed_at, problem.due = None, term(problem.grade, at, problem.unit.path)
    return advance([problem], "reopen_problem", flow=FLOW, by=by, at=at, also=("checked", "reopened", "fixed_at", "due"))


@everything()
def withdraw_problem(*, problem, words, by, at):
    """It was none: why."""
    allowed(by, "muster", problem.unit, at)
    problem.checked, problem.closed_at = said(words, _("为什么撤")), at
    return advance([problem], "withdraw_problem", flow=FLOW, by=by, at=at, also=("checked", "closed_at"))


def _another(problem: Problem, by, at):
    """Who looks again stands above the township, and neither found it nor put it right."""
    allowed(by, "inspect", above(problem.unit, "county") or problem.unit, at)
    if by.pk == problem.fixed_by_id:
        raise Refused(_("自己报的整改，要由另一个人复查。"))
    if by.pk == problem.found_by_id:
        raise Refused(_("自己查出的问题，要由另一个人复查。"))
