"""Tasks: what is open, what was not closed by a moment, what a task was split from and into, which have risen."""
from collections import Counter

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from lianfang.ground.days import day_end, day_of
from lianfang.ground.workflow.models import Turn

from ..models import OPEN, Task

NEAR = ("unit", "directive", "account", "given_unit", "done_by", "taken_by", "checked_by", "given_by")


def shown(rows=None):
    """Tasks with what a list shows of them."""
    return (Task.objects.all() if rows is None else rows).select_related(*NEAR)


def open_tasks(on=None, unit=None):
    """Tasks open now, or at the end of a day, at a unit and below it (or all in scope); what is due first on top."""
    rows = shown().filter(path_of(unit))
    rows = rows.filter(state__in=OPEN) if on is None else rows.filter(Q(closed_at=None) | Q(closed_at__gte=day_end(on)),
                                                                     given_at__lt=day_end(on))
    return rows.order_by("due_at", "pk")


def not_closed_by(at, unit=None):
    """Tasks due by the end of a moment's day and not closed at that moment: what the meeting's agenda lists, what is due first on top."""
    open_then = Q(closed_at=None) | Q(closed_at__gt=at)
    return shown().filter(open_then, path_of(unit), given_at__lte=at, due_at__lte=day_end(day_of(at))).order_by("due_at", "pk")


def open_by_tag(unit) -> Counter[str]:
    """How many tasks are open at a unit and below it under each tag."""
    found = Task.objects.filter(path_of(unit), state__in=OPEN).exclude(tags=[]).values_list("tags", flat=True)
    return Counter(tag for tags in found for tag in tags)


def tagged(rows, code):
    """Those of these tasks that bear a tag."""
    return rows.annotate(tags_text=Cast("tags", TextField())).filter(tags_text__contains=f'"{code}"')


def of_origin(origins):
    """Tasks that came from these records (ids): a meeting's decisions, a visit, a call."""
    return shown().filter(origin__in=list(origins)).order_by("given_at", "pk")


def lineage(task) -> list[Task]:
    """What a task was split from, the first of all on top, past the scope: their words are what it is to do."""
    found, above = [], task.parent_id
    while above:
        one = Task._base_manager.select_related("unit", "given_unit").get(pk=above)
        found, above = [one, *found], one.parent_id
    return found


def parts_of(task):
    """What was split from it."""
    return shown().filter(parent=task).order_by("unit__path", "pk")


def risen(tasks) -> dict:
    """Of these tasks those whose turn has gone up: the unit that has it now, by task id."""
    rows = Turn.objects.open().filter(flow="task", record__in=[one.pk for one in tasks]).exclude(raised_from=None)
    return {one.record: one.owner_unit for one in rows.select_related("owner_unit")}


def turns_of(flow, records) -> dict:
    """The open turns of these records of a flow, by record id: who has it now, and how often he was urged."""
    rows = Turn.objects.open().filter(flow=flow, record__in=[one.pk for one in records])
    return {one.record: one for one in rows.select_related("owner_unit", "account")}


def path_of(unit) -> Q:
    """At a unit and below it; everywhere without one."""
    return Q(unit__path__under=unit.path) if unit is not None else Q()
