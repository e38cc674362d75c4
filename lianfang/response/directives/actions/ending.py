"""How open tasks end without being done: with a reason, and all that was split from them with it."""
from lianfang.ground.workflow.actions import advance

from ..models import OPEN, Task


def end_tasks(tasks, step, why, by, at, because=None):
    """End these and all that is open below them; returns the lines."""
    found = [one for one in with_parts(tasks) if one.state in OPEN]
    for one in found:
        one.why, one.closed_at = why, at
    return advance(found, step, flow="task", by=by, at=at, because=because, also=("why", "closed_at"))


def with_parts(tasks) -> list[Task]:
    """These and all that was split from them, level by level, each once."""
    found, level = {}, list(tasks)
    while level:
        found |= {one.pk: found.get(one.pk, one) for one in level}
        level = [one for one in Task.objects.filter(parent__in=level) if one.pk not in found]
    return list(found.values())


def parts_open(task) -> list[Task]:
    """What was split from a task and is still open."""
    return [one for one in with_parts([task])[1:] if one.state in OPEN]
