"""What a turn of this loop asks for, in a few words."""
from django.utils.translation import gettext as _

from .models import Adoption, Directive, Receipt, Shift, Task

SHORT = 60


def task_titles(ids) -> dict:
    """核查：给12户独居老人送药 — as it was told, nobody is named in it."""
    says = {"given": "{words}", "taken": "{words}", "sent_back": _("退回重办：{words}"), "done": _("核查：{words}")}
    return {pk: says[state].format(words=words[:SHORT]) for pk, state, words in
            Task.objects.filter(pk__in=ids, state__in=says).values_list("pk", "state", "words")}


def receipt_titles(ids) -> dict:
    """签收：青禾县防令〔2020〕3号."""
    rows = Receipt.objects.filter(pk__in=ids).values_list("pk", "directive__number", "directive__title")
    return {pk: _("签收 {number}：{title}").format(number=number, title=title[:SHORT]) for pk, number, title in rows}


def directive_titles(ids) -> dict:
    """办结：青禾县防令〔2020〕3号."""
    rows = Directive.objects.filter(pk__in=ids).values_list("pk", "number", "title")
    return {pk: _("盯到办结 {number}：{title}").format(number=number, title=title[:SHORT]) for pk, number, title in rows}


def shift_titles(ids) -> dict:
    """接班."""
    says = {"on": _("值班到点交班"), "handed": _("接班，看上一班留下的事")}
    return {pk: says[state] for pk, state in Shift.objects.filter(pk__in=ids, state__in=says).values_list("pk", "state")}


def adoption_titles(ids) -> dict:
    """好做法用不用：大喇叭每天三遍."""
    rows = Adoption.objects.filter(pk__in=ids).values_list("pk", "practice__title")
    return {pk: _("好做法用不用：{title}").format(title=title) for pk, title in rows}


titles = {"task": task_titles, "receipt": receipt_titles, "directive": directive_titles, "desk_shift": shift_titles,
          "adoption": adoption_titles}
