"""What is counted at the gates: vehicles and people checked, turned back, taken to the site; who waits; posts with nobody on duty."""
from django.db.models import Q

from lianfang.ground.days import day_of
from lianfang.ground.indicators import Indicator

from .models import Notice, Passage, Post, Vehicle
from .queries.standing import lacks_watch


def _up_to(at):
    return Q(on__lte=day_of(at), at__lte=at)


def _today(at):
    return Q(on=day_of(at), at__lte=at)


def _held(at):
    return Q(at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _with(first, **also):
    return lambda at: first(at) & Q(**also)


def _of(outcome):
    return lambda at: Q(at__lte=at, outcome=outcome)


def _waits(at):
    return Q(told_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _one(model, code, zh, en, where, page, meaning_zh, meaning_en):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page)


ALL = [
    _one(Vehicle, "gate_vehicles", "累计检查车辆", "vehicles checked", _up_to, "checkpoints:vehicles",
         "截至此刻各卡口登记的车次（步行的每批计一次）",
         "vehicles recorded at all posts so far; people on foot count once a group"),
    _one(Vehicle, "gate_vehicles_today", "今日检查车辆", "vehicles checked today", _today, "checkpoints:vehicles",
         "今日零时到此刻各卡口登记的车次",
         "vehicles recorded at all posts since midnight"),
    _one(Vehicle, "gate_turned_vehicles", "累计劝返车辆", "vehicles turned back", _with(_up_to, outcome="turn_back"),
         "checkpoints:vehicles", "截至此刻结果为劝返的车次", "vehicles turned back so far"),
    _one(Passage, "gate_turned_people", "累计劝返人员", "people turned back", _of("turn_back"), "checkpoints:passages",
         "截至此刻结果为劝返的人次",
         "people turned back so far"),
    _one(Passage, "gate_transferred", "卡口转运", "taken from a gate to the site", _of("transfer"), "checkpoints:passages",
         "截至此刻由卡口转运到指定地点的人次", "people taken from a gate to the site so far"),
    _one(Passage, "gate_registered", "卡口登记放行", "let in to be registered", _of("register"), "checkpoints:passages",
         "截至此刻登记放行、由属地落实的人次", "people let in to be registered at home so far"),
    _one(Passage, "gate_held", "卡口没了结", "held at a gate", _held, "checkpoints:passages", "在卡口等复核、留观、待转运的人",
         "people who wait at a gate for a review, are observed or are to be taken to the site"),
    _one(Notice, "gate_notices", "目的地未回复", "notices not answered", _waits, "checkpoints:notices",
         "告知目的地、还没有登记、签收或告知外县的",
         "notices to a destination not yet registered, seen or told"),
    _one(Post, "gate_unwatched", "卡口空岗", "posts with nobody on duty", lacks_watch, "checkpoints:posts",
         "开放时间内没有人在岗、超过规定分钟数的卡口",
         "posts open now with nobody on duty for longer than the rules of duty let pass"),
]
