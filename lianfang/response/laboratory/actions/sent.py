"""What phones send from a sampling point: a sealed tube with everybody in it, whole or not at all, at the moments it was filled there."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.days import day_of
from lianfang.ground.outbox import Taken
from lianfang.ground.workflow import Refused

from ..models import Session
from ..queries.booked import booked
from .samples import Swab, somebody, take_samples
from .tubes import Used, open_tube, seal

NOT_HERE = gettext_lazy("这个采样点不在您的辖区里，或者已经不在了：点“改了再报”，另选一个采样点。")


class Undo(Exception):
    """What was only tried is taken back."""


def take_tubes(entries, *, by, at):
    """Tubes filled and sealed without a signal; of each what became of it, or why it was not taken: then nobody in it is."""
    sessions = Session.objects.select_related("unit").in_bulk({entry.cleaned["session"] for entry in entries})
    return [_one(entry, sessions.get(entry.cleaned["session"]), by) for entry in entries]


def _one(entry, session, by):
    try:
        if session is None or not entry.reach.covers(session.unit.path):
            raise Refused(str(NOT_HERE))
        swabs = _swabs(entry)
        try:
            with transaction.atomic():
                tube = _open(entry, session, by)
                take_samples(tube=tube, swabs=swabs, was_away=True, by=by, at=entry.at)
                if entry.cleaned["count"] is not None:  # else it was open when the PIN was lost: its sampler counts, and seals it here
                    seal(tube=tube, count=entry.cleaned["count"], by=by, at=entry.at)
        except Refused as refused:
            raise Refused(_whose(entry, session, swabs, by) or str(refused)) from None
    except Refused as refused:
        return refused
    return Taken.of(tube)


def _open(entry, session, by):
    said = entry.cleaned
    try:
        return open_tube(session=session, code=said["code"], places=said["places"], reason=said["reason"], id=entry.id, by=by,
                         at=entry.at - timedelta(seconds=said["ago"]))
    except Used as used:
        raise Refused(_("管码 {code} 在“{place}”用过了（{on}）。请对一对管上的号：抄错的，改成管上的号；没抄错的，"
                        "给这支管贴一张新条码，扫新码再报。{n} 个人的登记都还在。").format(
            code=used.code, place=used.place, on=used.on, n=len(said["people"]))) from None


def _swabs(entry) -> list[Swab]:
    """Whose they are: by their bookings, or as their papers say."""
    found, lost = [], []
    for said in entry.cleaned["people"]:
        who = booked(said["booking"]) if said["booking"] else somebody(said, on=day_of(entry.at))
        found.append(Swab(who, said["reason"], entry.at - timedelta(seconds=said["ago"]), said["position"]))
        if who is None:
            lost.append(_("第 {n} 位：查不到这个预约码。请重扫，或者改填证件号和姓名。").format(n=said["position"]))
    if lost:
        raise Refused(" ".join(lost))
    return found


def _whose(entry, session, swabs, by) -> str:
    """Why a tube was not taken, person by person with their positions; nothing where it is not for one of them."""
    wrong = []
    try:
        with transaction.atomic():
            tube = _open(entry, session, by)
            for swab in swabs:
                try:
                    take_samples(tube=tube, swabs=[swab], was_away=True, by=by, at=entry.at)
                except Refused as refused:
                    wrong.append(_("第 {n} 位：{why}").format(n=swab.position, why=refused))
            raise Undo
    except (Undo, Refused):
        return " ".join(wrong)
