"""What phones send of this loop: a problem put right, with its photo."""
from django.utils.translation import gettext_lazy as _

from lianfang.ground.outbox import Taken
from lianfang.ground.workflow import Refused

from ..models import Problem
from .fixing import fix_problem

NOT_HERE = _("这条记录不在您的辖区里，或者已经不在了。")


def take_fixes(entries, *, by, at):
    """Problems put right: what is no longer open is not put right again."""
    wanted = {entry.cleaned["record"] for entry in entries}
    found = Problem.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=wanted)
    there = {one.pk: one for one in found.order_by("pk")}
    return [_each(there.get(entry.cleaned["record"]), entry, by) for entry in entries]


def _each(problem, entry, by):
    if problem is None:
        return Refused(str(NOT_HERE))
    try:
        fix_problem(problem=problem, words=entry.cleaned["words"], by=by, at=entry.at)
    except Refused as refused:
        return refused
    return Taken.of(problem)
