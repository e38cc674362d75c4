"""What is counted at sites, now or at a past moment: people in rooms, people awaited, rooms to disinfect, rounds not done."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import Cleaning, Placement, Round


def _figure(model, code, zh, en, where, page, meaning_zh, meaning_en):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page)


def _not_over(at):
    return Q(proposed_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))


def _inside(at):
    return _not_over(at) & Q(admitted_at__lte=at)


def _awaited(at):
    return _not_over(at) & (Q(admitted_at=None) | Q(admitted_at__gt=at))


def _to_clean(at):
    return Q(asked_at__lte=at) & (Q(done_at=None) | Q(done_at__gt=at))


def _late(at):
    return Q(due__lt=at) & (Q(done_at=None) | Q(done_at__gt=at))


ALL = [
    _figure(Placement, "sites_inside", "集中隔离在住", "in rooms of sites", _inside, "sites:placements",
            "已入住、还没有离开的人（含外出就医）",
            "admitted and not left, those at the hospital among them"),
    _figure(Placement, "sites_awaited", "集中隔离待安置", "to come to a site", _awaited, "sites:placements",
            "待定房间和待入住的人",
            "whose room is to be confirmed, or who is awaited"),
    _figure(Cleaning, "sites_to_clean", "隔离房间待消毒", "rooms to disinfect", _to_clean, "sites:cleanings",
            "人已离开、终末消毒还没有做的房间",
            "rooms somebody has left and that are not disinfected yet"),
    _figure(Round, "sites_late", "隔离点日常过时未办", "rounds of sites overdue", _late, "sites:rounds",
            "过了时限还没有登记的送餐、收垃圾、消毒",
            "meals, waste and disinfection not recorded in time"),
]
