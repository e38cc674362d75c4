"""What a turn of sites asks for, in a few words."""
from django.utils.translation import gettext as _

from .models import Cleaning, Placement


def placement_titles(ids) -> dict:
    """定房间, 等入住 302, 302 期满办离开."""
    says = {"proposed": _("定隔离房间"), "awaited": _("等人入住 {room}"), "admitted": _("期满办离开：{room}"),
            "in_hospital": _("外出就医，等返回：{room}")}
    found = Placement._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "room__unit__name")
    return {pk: says[state].format(room=room) for pk, state, room in found}


def cleaning_titles(ids) -> dict:
    """302 终末消毒."""
    found = Cleaning._base_manager.filter(pk__in=ids).values_list("pk", "unit__name")
    return {pk: _("终末消毒：{room}").format(room=room) for pk, room in found}


titles = {"placement": placement_titles, "cleaning": cleaning_titles}
