"""Firms' lists: who stands on them, fit or not fit or awaited; and whose results they wait for."""
from django.utils.translation import gettext as _

from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import above
from lianfang.registers.people.models import Person

from ..models import Batch, Member, Worker, WorkPass

NEWEST = 20


def awaited(people) -> dict:
    """Whose results some list or pass waits for, of these persons (by id): the village each lives in, by his id."""
    units = dict(Person.objects.filter(pk__in=_waiting(list(people))).values_list("pk", "unit"))
    villages = {one.pk: above(one, "village").pk for one in Unit.objects.filter(pk__in=set(units.values()))}
    return {person: villages[unit] for person, unit in units.items()}


def _waiting(people) -> set:
    waiting = set(Worker.objects.filter(person__in=people, batch__state__in=("open", "answered")).values_list("person", flat=True))
    return waiting | set(WorkPass.objects.filter(person__in=people, state__in=("asked", "allowed")).values_list("person", flat=True))


def waited_for(people) -> set:
    """Those of these persons (by id) whose results a group, a list or a pass within the scope waits for."""
    people = list(people)
    return _waiting(people) | set(Member.objects.present().filter(person__in=people).values_list("person", flat=True))


def lists_of(firm) -> list[tuple]:
    """A firm's newest batches, each with its workers by row: all the firm is told."""
    kept = Batch.objects.filter(firm=firm).exclude(state="cancelled").select_related("slot", "slot__point")
    found = list(kept.order_by("-begins_at", "-pk")[:NEWEST])
    workers = Worker.objects.filter(batch__in=found).select_related("person").order_by("row", "pk")
    rows: dict = {}
    for one in workers:
        rows.setdefault(one.batch_id, []).append(one)
    return [(batch, rows.get(batch.pk, [])) for batch in found]


def fit_word(is_fit) -> str:
    """合格, 不合格, or nothing known."""
    return {True: _("合格"), False: _("不合格"), None: "—"}[is_fit]


def awaited_word(is_fit) -> str:
    """合格, 不合格, or awaited: all a firm is told."""
    return _("等结果") if is_fit is None else fit_word(is_fit)
