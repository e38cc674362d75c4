"""What a turn of sites asks for, in a few words."""
from django.utils.translation import gettext as _

from .models import TRIPS, Cleaning, Counsel, Placement, Round, Trip
from .queries import rule_word


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


def round_titles(ids) -> dict:
    """送早饭."""
    return {pk: rule_word(kind) for pk, kind in Round._base_manager.filter(pk__in=ids).values_list("pk", "kind")}


def counsel_titles(ids) -> dict:
    """安排心理疏导."""
    return dict.fromkeys(Counsel._base_manager.filter(pk__in=ids).values_list("pk", flat=True), _("安排心理疏导"))


def rounds_open(ids) -> dict:
    """From when a round may be done."""
    return dict(Round._base_manager.filter(pk__in=ids, state="due").values_list("pk", "opens_at"))


def trip_titles(ids) -> dict:
    """送医院：出车."""
    says = {"planned": _("{what}：出车"), "under_way": _("{what}：送到了登记"), "arrived": _("{what}：车辆消毒")}
    found = Trip._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "kind")
    return {pk: says[state].format(what=TRIPS[kind]) for pk, state, kind in found}


titles = {"placement": placement_titles, "cleaning": cleaning_titles, "round": round_titles, "counsel": counsel_titles, "trip": trip_titles}
opens = {"round": rounds_open}
