"""What a turn of this loop asks for, in a few words."""
from django.utils.translation import gettext as _

from .models import Level, Ring, RingTask
from .words import item_word, level_word


def level_titles(ids) -> dict:
    """核定风险等级：高风险."""
    says = {"proposed": _("核定风险等级：{level}"), "in_force": _("看能不能降：{level}")}
    return {pk: says[state].format(level=level_word(level))
            for pk, state, level in Level.objects.filter(pk__in=ids, state__in=says).values_list("pk", "state", "level")}


def ring_titles(ids) -> dict:
    """核定环状防控圈."""
    says = {"proposed": _("核定环状防控圈"), "drawn": _("看防控圈能不能解除")}
    return {pk: says[state] for pk, state in Ring.objects.filter(pk__in=ids, state__in=says).values_list("pk", "state")}


def task_titles(ids) -> dict:
    """第2圈：守住出入口."""
    return {pk: _("第{n}圈：{item}").format(n=n, item=item_word(item))
            for pk, n, item in RingTask.objects.filter(pk__in=ids).values_list("pk", "ring", "item")}


titles = {"level": level_titles, "ring": ring_titles, "ring_task": task_titles}
