"""What is counted of door-to-door screening: doors of running campaigns by answer, calls to be made, seal slips."""
from django.db.models import Q

from lianfang.ground.indicators import Indicator

from .models import ANSWERED, Call, Household, Seal


def _runs(at):
    return Q(campaign__at__lte=at) & (Q(campaign__closed_at=None) | Q(campaign__closed_at__gt=at))


def _answered(at):
    return _runs(at) & Q(outcome__in=ANSWERED, visited_at__lte=at)


def _unanswered(at):
    return _runs(at) & ~Q(outcome__in=ANSWERED, visited_at__lte=at)


def _waiting(at):
    return Q(opens_at__lte=at, state__in=("due", "due_cadre")) | Q(opens_at__lte=at, made_at__gt=at)


def _posted(at):
    return Q(posted_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))


def _broken(at):
    return Q(state="broken", looked_at__lte=at)


def _figure(model, code, zh, en, where, page, meaning_zh, meaning_en, among=None, parts=()):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page, among=among, parts=parts)


ALL = [
    _figure(Household, "doors_due", "应排查户", "doors to be screened", _runs, "doorstep:households", "正在进行的入户排查要上门的户",
            "doors that running campaigns are for", _runs, (("doors_answered", "doors_unanswered"),)),
    _figure(Household, "doors_answered", "已答复户", "doors answered", _answered, "doorstep:households",
            "其中见到人、不开门、空房、出租或搬走，有了答复的户", "of these, doors with an answer", _runs),
    _figure(Household, "doors_unanswered", "没答复户", "doors not answered", _unanswered, "doorstep:households",
            "其中没去过或没人在家的户", "of these, doors nobody has been at, or nobody was home", _runs),
    _figure(Call, "calls_waiting", "待再上门", "calls to be made", _waiting, "doorstep:calls", "上次没见到人、到时候要再上门的",
            "doors to be called on again"),
    _figure(Seal, "seals_posted", "骑缝条在用", "seals posted", _posted, "doorstep:seals", "贴在空房、租房门上的骑缝条",
            "seal slips on empty and rented homes"),
    _figure(Seal, "seals_broken", "骑缝条破损", "seals broken", _broken, "doorstep:seals", "破损了、还没上门的骑缝条",
            "broken slips nobody has called about yet"),
]
