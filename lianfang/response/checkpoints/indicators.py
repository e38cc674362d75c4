"""What is counted at the gates: vehicles and people checked, turned back, taken to the site; who waits; posts with nobody on duty."""
from django.db.models import Exists, OuterRef, Q

from lianfang.ground.days import day_of
from lianfang.ground.indicators import Indicator

from .models import Notice, Passage, Post, Vehicle
from .queries.standing import is_open, lacks_watch

OUTER, INNER = ("county", "township"), ("village", "compound")  # tiers of the county's line, and of the hamlets'


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


def _settled(outcome):
    """What is settled stays so; before, it stood otherwise."""
    return lambda at: Q(at__lte=at, closed_at__lte=at, outcome=outcome)


def _turned(at):
    """Vehicles somebody of whom was turned back by then; of a short record without passages all were."""
    back = Passage._base_manager.filter(vehicle=OuterRef("pk"), outcome="turn_back")
    return _up_to(at) & Q(outcome="turn_back") & (Exists(back.filter(closed_at__lte=at)) | ~Exists(back))


def _waits(at):
    return Q(told_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=at))


def _entered(at):
    return (_settled("register")(at) | _of("transfer")(at)) & Q(post__tier__in=OUTER)


def _arrived(at):
    return Q(closed_at__lte=at, content="arrival", state="arrived")


def _one(model, code, zh, en, where, page, meaning_zh, meaning_en):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page)


ALL = [
    _one(Vehicle, "gate_vehicles", "累计检查车辆", "vehicles checked", _up_to, "checkpoints:vehicles",
         "截至此刻各卡口登记的车次（步行的每批计一次）",
         "vehicles recorded at all posts so far; people on foot count once a group"),
    _one(Vehicle, "gate_vehicles_today", "今日检查车辆", "vehicles checked today", _today, "checkpoints:vehicles",
         "今日零时到此刻各卡口登记的车次",
         "vehicles recorded at all posts since midnight"),
    _one(Vehicle, "gate_turned_vehicles", "累计劝返车辆", "vehicles turned back", _turned,
         "checkpoints:vehicles", "截至此刻结果为劝返的车次", "vehicles turned back so far"),
    _one(Passage, "gate_turned_people", "累计劝返人员", "people turned back", _settled("turn_back"), "checkpoints:passages",
         "截至此刻结果为劝返的人次",
         "people turned back so far"),
    _one(Passage, "gate_transferred", "卡口转运", "taken from a gate to the site", _of("transfer"), "checkpoints:passages",
         "截至此刻由卡口转运到指定地点的人次；先留观后转运的，按到卡口的时间计",
         "people taken from a gate to the site so far; whoever was observed first counts from when he came"),
    _one(Passage, "gate_registered", "卡口登记放行", "let in to be registered", _settled("register"), "checkpoints:passages",
         "截至此刻登记放行、由属地落实的人次", "people let in to be registered at home so far"),
    _one(Passage, "gate_held", "卡口没了结", "held at a gate", _held, "checkpoints:passages", "在卡口等复核、留观、待转运的人",
         "people who wait at a gate for a review, are observed or are to be taken to the site"),
    _one(Notice, "gate_notices", "目的地未回复", "notices not answered", _waits, "checkpoints:notices",
         "告知目的地、还没有登记、签收或告知外县的",
         "notices to a destination not yet registered, seen or told"),
    _one(Post, "gate_unwatched", "卡口空岗", "posts with nobody on duty", lacks_watch, "checkpoints:posts",
         "开放时间内没有人在岗、超过规定分钟数的卡口",
         "posts open now with nobody on duty for longer than the rules of duty let pass"),
    _one(Post, "line_posts_county", "县、乡卡口", "posts of county and townships", _with(is_open, tier__in=OUTER), "checkpoints:posts",
         "县防线：此刻应有人在岗的县级、乡镇级卡口", "the county's line: posts of county and townships open now"),
    _one(Post, "line_unwatched_county", "其中空岗", "of these, nobody on duty", _with(lacks_watch, tier__in=OUTER), "checkpoints:posts",
         "县防线：没有人在岗超过规定分钟数的", "the county's line: with nobody on duty for longer than the rules let pass"),
    _one(Passage, "line_entered", "进来要落实的人", "let in to be followed up", _entered, "checkpoints:passages",
         "在县、乡卡口登记放行或转运，要由村、户接着管的人次", "people let in or taken to the site at posts of county and townships"),
    _one(Post, "line_posts_hamlet", "村口、小区门", "village and compound gates", _with(is_open, tier__in=INNER), "checkpoints:posts",
         "屯（村）防线：此刻应有人在岗的村级卡口、小区门", "the hamlets' line: village and compound gates open now"),
    _one(Post, "line_unwatched_hamlet", "其中空岗", "of these, nobody on duty", _with(lacks_watch, tier__in=INNER), "checkpoints:posts",
         "屯（村）防线：没有人在岗超过规定分钟数的", "the hamlets' line: with nobody on duty for longer than the rules let pass"),
    _one(Notice, "line_awaited", "还没到家登记", "not yet registered at home", _with(_waits, content="arrival"), "checkpoints:notices",
         "卡口告知了、村里还没有登记到家的", "told by a post, not yet registered at home"),
    _one(Notice, "line_arrived", "到家已登记", "registered at home", _arrived, "checkpoints:notices",
         "卡口告知、村里已经登记到家的", "told by a post and registered at home"),
]
