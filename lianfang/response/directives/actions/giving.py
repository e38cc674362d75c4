"""Something is given to be done, split among those below, given more time, let go with a reason, or taken back."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, close_turns, open_turns
from lianfang.registers.people.typed.telling import said

from ..clocks import due_of
from ..models import Task
from .closing import settle
from .ending import end_tasks, with_parts
from .handing_on import hand_on, lapse_with
from .posts import giver, must_lead, must_own, seat

FLOW = "task"


@everything()
def give(*, tasks, source, by, at, because=None, origin=None, directive=None, parent=None, given_unit=None) -> list[Task]:
    """Give these (TaskSpec) to be done; `origin` is the id of the record they come from. Returns the tasks, in their order.

    Raises Refused for words that name a number, a time that is past, or a place outside the giver's.
    """
    made = [_made(one, source, by, at, because, origin, directive, parent, given_unit) for one in tasks]
    if not made:
        return []
    with transaction.atomic():
        rows.insert(made)
        lines = advance(made, "give", flow=FLOW, by=by, at=at, because=because,
                        content=lambda one: {"source": one.source, "urgency": one.urgency})
        open_turns(FLOW, made, at=at, because={told.record: told.id for told in lines})
    return made


def _made(spec, source, by, at, because, origin, directive, parent, given_unit) -> Task:
    due = spec.due_at or (parent.due_at if parent else due_of(source, spec.unit, spec.urgency, at))
    if due <= at and spec.due_at:
        raise Refused(_("“{words}”的时限已经过了，请改。").format(words=spec.words[:20]))
    return Task(id=uuid7(), directive=directive, parent=parent, unit=seat(spec.account, spec.unit, at), role=spec.role,
                account=spec.account, group=spec.group,
                group_name=spec.group_name, words=said(spec.words, _("要办的事")), evidence=spec.evidence, source=source, origin=origin,
                urgency=spec.urgency, tags=list(spec.tags), due_at=due, given_by=by,
                given_unit=given_unit or giver(by, spec.unit, at, because), given_at=at, because=because)


@everything()
def pass_down(*, task, tasks, by, at) -> list[Task]:
    """Split a task among units below its own; each part shows this one's words as they stand, none is due later. Returns the parts."""
    must_own(task, by, at)
    if not tasks:
        raise Refused(_("请选至少一个下级单位。"))
    for one in tasks:
        if not one.unit.path.startswith(task.unit.path) or (one.unit.pk == task.unit_id and not one.account):
            raise Refused(_("“{unit}”不在“{own}”下面，不能分给它。").format(unit=one.unit.name, own=task.unit.name))
        if one.due_at and one.due_at > task.due_at:
            raise Refused(_("分下去的时限不能晚于本级的时限。"))
    with transaction.atomic():
        if task.taken_at is None:
            task.taken_by, task.taken_at = by, at
        [told] = advance([task], "pass_down", flow=FLOW, by=by, at=at, also=("taken_by_id", "taken_at"),
                         content=lambda _one: {"parts": len(tasks)})
        made = give(tasks=tasks, source=task.source, by=by, at=at, because=told.id, origin=task.origin, directive=task.directive,
                    parent=task, given_unit=task.unit)
        hand_on(made, by=by, at=at, because=told.id)
        return made


@everything()
def defer(*, task, due_at, why, by, at):
    """It may take until another time: said by whoever gave it, with the reason."""
    must_lead(task.given_unit, by, at)
    if due_at <= at:
        raise Refused(_("新的时限要在现在以后。"))
    task.due_at, task.why = due_at, said(why, _("为什么改时限"))
    with transaction.atomic():
        [told] = advance([task], "defer", flow=FLOW, by=by, at=at, also=("due_at", "why"),
                         content=lambda one: {"due_at": one.due_at.isoformat()})
        close_turns([task], by=by, at=at)
        open_turns(FLOW, [task], at=at, because={task.pk: told.id})
    return told


@everything()
def excuse(*, task, why, by, at, because=None):
    """It need not be done, and nothing below it either: the reason stands on each."""
    must_lead(task.given_unit, by, at)
    return end([task], "excuse", why, by, at, because)


@everything()
def withdraw_task(*, task, why, by, at, because=None):
    """It was given wrongly, or is no longer wanted; what was split from it goes with it."""
    must_lead(task.given_unit, by, at)
    return end([task], "withdraw_task", why, by, at, because)


def end(tasks, step, why, by, at, because=None):
    """End these and all below them, and the directives of which nothing is open then."""
    with transaction.atomic():
        lines = end_tasks(tasks, step, said(why, _("理由")), by, at, because)
        because = lines[0].id if lines else because
        lapse_with(with_parts(tasks), at=at, because=because)
        settle({one.directive_id for one in tasks}, at=at, because=because)
    return lines
