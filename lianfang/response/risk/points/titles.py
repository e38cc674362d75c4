"""What a turn of this loop asks for, in a few words."""
from django.utils.translation import gettext as _

from .models import Point, Week


def point_titles(ids) -> dict:
    """研判风险点：外源输入."""
    says = {"watched": _("到期研判风险点：{name}"), "risen": _("有单位评高了，研判：{name}")}
    return {pk: says[state].format(name=name) for pk, state, name in
            Point._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "name")}


def week_titles(ids) -> dict:
    """交本周风险评估."""
    return {pk: _("交本周风险评估：{unit}").format(unit=unit) for pk, unit in
            Week._base_manager.filter(pk__in=ids).values_list("pk", "unit__name")}


titles = {"risk_point": point_titles, "risk_week": week_titles}
