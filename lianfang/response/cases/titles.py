"""What a turn asks for, in the words of the team."""
from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.registers.diseases.queries import disease_word

from .models import Case, Revisit, ShiftNote


def case_titles(ids) -> dict:
    """报告病例：新冠肺炎."""
    says = {"to_report": _("报告病例：{disease}"), "reported": _("基本流调：{disease} {number}"),
            "sketched": _("完整流调：{disease} {number}"),
            "investigated": _("核实转归：{disease} {number}"), "discharged": _("复诊结案：{disease} {number}")}
    return {one.pk: says[one.state].format(disease=disease_word(one.disease, day_of(one.told_at)), number=one.number)
            for one in Case.objects.filter(pk__in=ids, state__in=says)}


def revisit_titles(ids) -> dict:
    """复诊：990100202000001."""
    found = Revisit.objects.filter(pk__in=ids).values_list("pk", "case__number")
    return {pk: _("复诊：{number}").format(number=number) for pk, number in found}


def shift_titles(ids) -> dict:
    """接收沈知微的交班：3 件."""
    found = ShiftNote.objects.filter(pk__in=ids, state="offered").select_related("giver")
    return {one.pk: _("接收{name}的交班：{n} 件").format(name=one.giver.name, n=one.count) for one in found}


titles = {"case": case_titles, "revisit": revisit_titles, "shift_note": shift_titles}
