"""What is counted of tracing, as SORMAS and Go.Data do: contacts found in time, seen each day, lost; new cases among contacts."""
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.indicators import Indicator, once
from lianfang.registers.people.queries import followed

from .clocks import TABLE
from .models import RULED_OUT, Contact, Index

FOLLOWED = ("close", "second")  # whom the daily checks are for; a general contact is told what to heed


@once
def _times(at) -> dict:
    """How long each of the clocks these figures use is, on the day of a moment."""
    return {clock: timedelta(minutes=decisions.decide(TABLE, {"clock": clock}, on=day_of(at)).result["within"])
            for clock in ("trace", "lost", "recent")}


def _decided(at):
    """Contacts decided on by then, and not ruled out by then."""
    return Q(decided_at__lte=at) & (~Q(state__in=RULED_OUT) | Q(ended_at__gt=at))


def _in_time(at):
    return _decided(at) & Q(decided_at__lte=F("index__opened_at") + _times(at)["trace"])


def _watched(at):
    """Close contacts and theirs whom this county watches, as it stood then."""
    open_then = Q(ended_at=None) | Q(ended_at__gt=at)
    return Q(decided_at__lte=at, kind__in=FOLLOWED, elsewhere="") & open_then


def _seen_today(at):
    return _watched(at) & followed.seen_today(OuterRef("person_id"), at)


def _seen_every_day(at):
    return _watched(at) & ~followed.left_out(OuterRef("person_id"), day_of(at) - _longest(at), at)


def _longest(at):
    """How far back a watch may reach; older checks are of another exposure."""
    return _times(at)["recent"] * 4


def _lost(at):
    """Watched for that long, and on none of these days seen; or closed as lost, since nobody found him until his watch was over."""
    long = _times(at)["lost"]
    days = [at - timedelta(days=n) for n in range(long.days + 1)]
    seen = Q(pk__in=())
    for day in days:
        seen |= followed.seen_today(OuterRef("person_id"), day)
    closed = Q(state="lost", kind__in=FOLLOWED, decided_at__lte=at, ended_at__lte=at)
    return closed | (_watched(at) & Q(decided_at__lte=at - long) & ~seen)


def _new(at):
    """Cases whose contacts began to be looked for lately, those withdrawn by then left out."""
    stands = ~Q(state="closed") | Q(closed_at__gt=at)
    return Q(opened_at__lte=at, opened_at__gt=at - _times(at)["recent"]) & stands


def _new_known(at):
    """Of these, who was somebody's contact before."""
    before = Contact._base_manager.filter(person=OuterRef("person_id"), index__disease=OuterRef("disease"), kind__in=FOLLOWED,
                                          decided_at__lt=OuterRef("opened_at")).exclude(state__in=RULED_OUT)
    return _new(at) & Exists(before)


def _figure(model, code, zh, en, where, meaning_zh, meaning_en, parts=()):
    page = "tracing:contacts" if model is Contact else "tracing:indexes"
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page, parts=parts)


ALL = [
    _figure(Contact, "contacts", "接触者", "contacts", _decided, "定为接触者、没有排除的",
            "persons decided to be contacts, none ruled out", parts=(("contacts_in_time",), ("contacts_lost",))),
    _figure(Contact, "contacts_in_time", "24小时内查到", "found within 24 h", _in_time,
            "从开始排查起，在排查时限内定下来的接触者", "contacts decided on within the time for tracing, from the opening of the index"),
    _figure(Contact, "contacts_watched", "在观察", "under follow-up", _watched,
            "本县在观察的密接和密接的密接",
            "close contacts and contacts of theirs under follow-up here",
            parts=(("contacts_seen_today",), ("contacts_seen_daily",))),
    _figure(Contact, "contacts_seen_today", "今日已随访", "seen today", _seen_today,
            "在观察的人里，今天至少有一次健康检查记录的",
            "of those under follow-up, with at least one check recorded today"),
    _figure(Contact, "contacts_seen_daily", "每天都随访", "seen every day", _seen_every_day,
            "在观察的人里，到昨天为止没有哪一天该查而一次都没查的",
            "of those under follow-up, with no planned day up to yesterday without a check"),
    _figure(Contact, "contacts_lost", "失访", "lost to follow-up", _lost,
            "在观察的人里，连着几天（时限表“失访”）都没有健康检查记录的；外地一直没有找到、按失访结案的",
            "of those under follow-up, with no check for as long as the clock “lost” says; and those never found elsewhere and closed as "
            "lost"),
    _figure(Index, "new_indexes", "近期新病例", "recent new cases", _new,
            "近7天（时限表“近期”）开始排查的病例",
            "cases whose tracing began within the clock “recent” (7 days)", parts=(("new_indexes_known",),)),
    _figure(Index, "new_indexes_known", "新病例里的密接", "known contacts among them", _new_known,
            "近期新病例里，发病前已经是别人密接的", "recent new cases who had been decided to be somebody's contact before"),
]
