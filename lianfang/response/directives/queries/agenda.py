"""What a meeting is to talk of: tasks due by its day and not closed, what is latest on top."""
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import end_words
from lianfang.ground.workflow.agenda import Item, both

from .tasks import not_closed_by


def agenda_items(unit, _since, at) -> list[Item]:
    """One item a task: its words, whose it is, by when it was due."""
    return [Item(f"task:{one.pk}", {"zh": one.words, "en": one.words}, _note(one, at), reverse("directives:task", args=[one.pk]),
                 unit=one.unit_id, weight=(at - one.due_at).total_seconds()) for one in not_closed_by(at, unit)]


def _note(one, at) -> dict:
    said = _("{who}，{due} 到期，没有办结") if one.due_at <= at else _("{who}，{due} 前办，还没有办结")
    return both(said, who=one.whose, due=end_words(one.due_at)[5:])
