"""The end of a directive: everything settled, or it is closed with a reason, taken back, or followed by another."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.typed.telling import said

from ..models import OPEN, Directive, Receipt, Task
from .ending import end_tasks
from .posts import must_lead

FLOW, ENDING = "directive", ("ended_by_id", "ended_at", "why")
WHY = 300


def settle(directives, *, at, because=None):
    """Close those of these directives (ids) of which every receipt is in and every task is settled."""
    for one in Directive.objects.filter(pk__in=set(directives) - {None}, state="issued").select_related("unit"):
        if open_of(one) == (0, 0):
            end_directive(one, "close_directive", "", named(SYSTEM), at, because)


def open_of(directive) -> tuple[int, int]:
    """How many tasks are open, and how many receipts are not in."""
    return (Task.objects.filter(directive=directive, state__in=OPEN).count(),
            Receipt.objects.filter(directive=directive, state="waiting").count())


@everything()
def close_directive(*, directive, by, at, why=""):
    """Close it. Refused while tasks are open, or receipts not in, unless a reason is given: it then stands on each of them."""
    must_lead(directive.unit, by, at)
    tasks, receipts = open_of(directive)
    if (tasks or receipts) and not why.strip():
        raise Refused(_("还不能办结：{tasks}，{receipts}。先办完，或者写明理由。").format(
            tasks=ngettext("还有 %(n)d 件事没有办结", "还有 %(n)d 件事没有办结", tasks) % {"n": tasks},
            receipts=ngettext("还有 %(n)d 家没有签收", "还有 %(n)d 家没有签收", receipts) % {"n": receipts}))
    why = said(why, _("理由"), WHY) if why.strip() else ""
    return end_directive(directive, "close_directive", why, by, at)


@everything()
def withdraw_directive(*, directive, why, by, at):
    """Taken back: what is open of it is withdrawn, who has not received it need not."""
    must_lead(directive.unit, by, at)
    return end_directive(directive, "withdraw_directive", said(why, _("为什么撤回"), WHY), by, at)


def end_directive(directive, step, why, by, at, because=None):
    """End it with all that hangs on it."""
    directive.ended_by, directive.ended_at, directive.why = by, at, why
    with transaction.atomic():
        lines = advance([directive], step, flow=FLOW, by=by, at=at, because=because, also=ENDING)
        waiting = list(Receipt.objects.filter(directive=directive, state="waiting"))
        advance(waiting, "lapse_receipt", flow="receipt", by=named(SYSTEM), at=at, because=lines[0].id)
        tasks = list(Task.objects.filter(directive=directive, state__in=OPEN))
        if tasks:
            end_tasks(tasks, "excuse" if step == "close_directive" else "withdraw_task", why, by, at, lines[0].id)
    return lines
