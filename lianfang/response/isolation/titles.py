"""What a turn asks for, in the words of the street."""
from django.utils.dateformat import format
from django.utils.translation import gettext as _

from .clocks import check_opens
from .models import HALVES, NEEDS, SYMPTOMS, Alarm, Check, Deviation, Easing, Handover, Held, Need, Order, Switch
from .words import asked_word, eased_word


def check_titles(ids) -> dict:
    """晨检, 晚检, with the day when it is another than the turn's own."""
    return {pk: _("{day}{half}").format(day=format(on, _("n月j日")), half=HALVES[half])
            for pk, on, half in Check.objects.filter(pk__in=ids).values_list("pk", "on", "half")}


def need_titles(ids) -> dict:
    """买药; what exactly is read on its page, for a reason."""
    return {pk: str(NEEDS[kind]) for pk, kind in Need.objects.filter(pk__in=ids).values_list("pk", "kind")}


def alarm_titles(ids) -> dict:
    """告警 37.8℃ 咳嗽: what was seen, so that nobody has to open it to know."""
    found = {}
    for alarm in Alarm.objects.filter(pk__in=ids):
        seen = [f"{alarm.temperature}℃"] if alarm.temperature is not None else []
        words = " ".join([*seen, *(str(SYMPTOMS[code]) for code in alarm.symptoms.split("|") if code)])
        found[alarm.pk] = _("告警 {seen}").format(seen=words).rstrip()
    return found


def order_titles(ids) -> dict:
    """送达告知书 while it is issued, 解除管控 while it runs; before that whoever is watched one to one needs a minder."""
    asked = {"issued": _("送达告知书"), "running": _("解除管控")}
    found = {pk: asked[state] for pk, state in Order.objects.filter(pk__in=ids, state__in=asked).values_list("pk", "state")}
    unwatched = Order.objects.filter(pk__in=ids, state="issued").watched("nobody").values_list("pk", flat=True)
    return found | dict.fromkeys(unwatched, _("先指定包保人，再送达告知书"))


def handover_titles(ids) -> dict:
    """接收转来的人."""
    return dict.fromkeys(Handover.objects.filter(pk__in=ids).values_list("pk", flat=True), _("接收转来的人"))


def deviation_titles(ids) -> dict:
    """批准例外：集中改居家, and for the supervisor that one stands."""
    asked = {"standing": _("督查例外：{measure}"), "watched": _("例外到期：{measure}")}
    rows = Deviation.objects.filter(pk__in=ids).values_list("pk", "state", "measure")
    return {pk: asked.get(state, _("批准例外：{measure}")).format(measure=asked_word(measure)) for pk, state, measure in rows}


def easing_titles(ids) -> dict:
    """核实放宽：离县."""
    found = Easing.objects.filter(pk__in=ids).values_list("pk", "step")
    return {pk: _("核实放宽：{step}").format(step=eased_word(step)) for pk, step in found}


def held_titles(ids) -> dict:
    """核定成批名单：30 人."""
    return {pk: _("核定成批名单：{n} 人").format(n=n) for pk, n in Held.objects.filter(pk__in=ids).values_list("pk", "people")}


def switch_titles(ids) -> dict:
    """核定换版名单：36 人的措施要变."""
    found = Switch.objects.filter(pk__in=ids).values_list("pk", "people")
    return {pk: _("核定换版名单：{n} 人的措施要变").format(n=n) for pk, n in found}


def checks_open(ids) -> dict:
    """From when each of these checks may be filled."""
    return {pk: check_opens(on, half) for pk, on, half in Check.objects.filter(pk__in=ids).values_list("pk", "on", "half")}


titles = {"check": check_titles, "need": need_titles, "alarm": alarm_titles, "order": order_titles, "handover": handover_titles,
          "deviation": deviation_titles, "easing": easing_titles, "held": held_titles, "switch": switch_titles}
opens = {"check": checks_open}
