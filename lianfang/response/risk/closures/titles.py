"""What a turn of this loop asks for, in a few words; nobody is named."""
from django.utils.translation import gettext as _

from lianfang.ground.days import day_start

from .models import EVENTS, HOW, Check, Closure, Event, Exemption
from .words import what_words


def closure_titles(ids) -> dict:
    """批准：影剧院关停; 青防指〔2020〕5号到期，延长还是解除."""
    says = {"proposed": _("批准封闭关停：{what}"), "in_force": _("{number} {what}：看要不要延长、解除")}
    return {one.pk: says[one.state].format(what=what_words(one), number=one.number)
            for one in Closure._base_manager.filter(pk__in=ids, state__in=says)}


def check_titles(ids) -> dict:
    """去看关了没有：城关农贸市场."""
    says = {"waiting": _("去看关了没有：{title}（{number}）"), "not_shut": _("该关没关，去处理：{title}（{number}）")}
    found = Check._base_manager.filter(pk__in=ids, state__in=says).select_related("unit", "firm", "closure")
    return {one.pk: says[one.state].format(title=one.title, number=one.closure.number) for one in found}


def exemption_titles(ids) -> dict:
    """批准例外：一辆车."""
    rows = Exemption._base_manager.filter(pk__in=ids, state="proposed").values_list("pk", "how", "closure__number")
    return {pk: _("批准例外：{how}（{number}）").format(how=HOW[how], number=number) for pk, how, number in rows}


def event_titles(ids) -> dict:
    """审批婚事：03-21，40 人."""
    says = {"waiting": _("审批{kind}：{on:%m-%d}，{heads} 人"), "permitted": _("到场看{kind}：{on:%m-%d}，{heads} 人")}
    rows = Event._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "kind", "heads", "on")
    return {pk: says[state].format(kind=EVENTS[kind], on=on, heads=heads) for pk, state, kind, heads, on in rows}


def checks_open(ids) -> dict:
    """From when it is to be shut, and seen."""
    return dict(Check._base_manager.filter(pk__in=ids, state="waiting").values_list("pk", "asked_at"))


def events_open(ids) -> dict:
    """From which day somebody has to be there."""
    return {pk: day_start(on) for pk, on in Event._base_manager.filter(pk__in=ids, state="permitted").values_list("pk", "on")}


titles = {"closure": closure_titles, "closure_check": check_titles, "exemption": exemption_titles, "event_permit": event_titles}
opens = {"closure_check": checks_open, "event_permit": events_open}
