"""Everybody of chosen groups, posts and places is called back by an hour; each answers for himself, the desk sees who is there."""
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import RANK
from lianfang.ground.units.queries import ancestors
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin
from lianfang.registers.people.typed.telling import said

from ..models import Called, Cover, Holder, Recall
from .answering import end_cover
from .declaring import RIGHT
from .powers import may, tell

FLOW, DESK, NOTE, MOST = "called_back", "urge", 200, 3000


@everything()
def recall_members(*, unit, words, return_by: datetime, by, at, groups=(), roles=(), units=(), cancels_leave=True) -> Recall:
    """Call back who sits in these groups (Group), and who holds one of these roles (any, without one) in these units (the whole, without
    one). Who stands in both is called once. Raises Refused where nobody is meant, the hour is past, or a number is in the words."""
    may(by, RIGHT, unit, at)
    words = said(words, _("通知内容"))
    if return_by <= at:
        raise Refused(_("返岗的时间已经过了，请重填。"))
    groups, roles, units = list(groups), list(roles), list(units)
    seats = _seats(unit, groups, roles, units, day_of(at))
    if not seats:
        raise Refused(_("这样选没有人：请选工作组、角色或者单位。"))
    if len(seats) > MOST:
        raise Refused(_("一次最多召回 {n} 人，现在是 {found} 人；请分几次。").format(n=MOST, found=len(seats)))
    away = dict(Cover.objects.in_force(day_of(at)).filter(away__in=list(seats)).values_list("away", "until_on")) if cancels_leave else {}
    made = Recall(id=uuid7(), unit=unit, words=words, whom=_whom(groups, roles, units), return_by=return_by, cancels_leave=cancels_leave,
                  by=by, at=at)
    called = [Called(id=uuid7(), recall=made, account=account, unit=seat, leave_until=away.get(account.pk))
              for account, seat in seats.values()]
    with transaction.atomic():
        rows.insert([made])
        made.because = tell("recall", made, unit.pk, by, at, people=len(called)).id
        rows.amend([made], "because")
        begin(called, "recall_members", flow=FLOW, by=by, at=at, because=made.because)
    return made


def _seats(unit, groups, roles, units, on) -> dict:
    """Account and where he belongs, by account id: nobody is called from a place smaller than a village."""
    held = Assignment.objects.in_force(on).filter(account__is_active=True, unit__path__under=unit.path).select_related("account", "unit")
    members = set(Holder.objects.in_force(on).filter(group__in=groups, account__isnull=False).values_list("account", flat=True))
    paths = tuple(one.path for one in units)
    found, wide = {}, {}
    for one in held.order_by("unit__path"):
        is_meant = (not roles or one.role in roles) and (not paths or one.unit.path.startswith(paths)) if roles or paths else False
        if one.account_id not in found and (is_meant or one.account_id in members):
            if one.unit_id not in wide:
                wide[one.unit_id] = _office(one.unit)
            found[one.account_id] = (one.account, wide[one.unit_id])
    return found


def _office(unit):
    if RANK[unit.level] <= RANK["village"]:
        return unit
    return [one for one in ancestors(unit) if RANK[one.level] <= RANK["village"]][-1]


def _whom(groups, roles, units) -> str:
    said = [one.name for one in groups] + [str(ROLES[role].label) for role in roles] + [one.name for one in units]
    return "、".join(said)[:300]


def _desk(called, by, at):
    if called.account_id == by.pk:
        raise Refused(_("本人的事不能自己定：到岗要由另一个人点名，不回要由另一个人准许。"))
    if not may_do(by, DESK, called.unit, day_of(at)):
        raise Refused(_("这一步由“{unit}”或上级的值班台来办。").format(unit=called.unit.name))


def _own(called, by):
    if called.account_id != by.pk:
        raise Refused(_("只能由本人答复。"))


@everything()
def acknowledge(*, called, by, at, back_at=None, note=""):
    """He has read it and comes: when (the notice's hour, unless he says otherwise), and from where."""
    _own(called, by)
    called.back_at, called.note, called.answered_at = back_at or called.recall.return_by, said(note, _("从哪里回"), NOTE, needed=False), at
    return advance([called], "acknowledge", flow=FLOW, by=by, at=at, also=("back_at", "note", "answered_at"))


@everything()
def ask_excuse(*, called, why, by, at):
    """He cannot: why. Whoever leads there decides."""
    _own(called, by)
    called.note, called.answered_at, called.back_at = said(why, _("原因"), NOTE), at, None
    return advance([called], "ask_excuse", flow=FLOW, by=by, at=at, also=("note", "answered_at", "back_at"))


@everything()
def excuse_member(*, called, by, at):
    """He need not come: another says so."""
    _desk(called, by, at)
    return advance([called], "excuse_member", flow=FLOW, by=by, at=at)


@everything()
def insist(*, called, by, at):
    """He is to come all the same: he answers anew."""
    _desk(called, by, at)
    return advance([called], "insist", flow=FLOW, by=by, at=at)


@everything()
def mark_present(*, called, by, at):
    """He is there, seen at the desk; a leave that was cancelled ends with it."""
    _desk(called, by, at)
    called.seen_at, called.seen_by = at, by
    with transaction.atomic():
        if called.leave_until:
            for cover in Cover.objects.in_force(day_of(at)).filter(away=called.account_id):
                end_cover(cover, by, at)
        return advance([called], "mark_present", flow=FLOW, by=by, at=at, also=("seen_at", "seen_by_id"))


@everything()
def end_recall(*, recall, by, at):
    """It is over: who has not come need not any more."""
    may(by, RIGHT, recall.unit, at)
    if recall.ended_at:
        raise Refused(_("已经结束。"))
    recall.ended_at = at
    with transaction.atomic():
        rows.amend([recall], "ended_at")
        told = tell("end_recall", recall, recall.unit_id, by, at)
        left = list(Called.objects.filter(recall=recall, state__in=("called", "coming", "asking")))
        advance(left, "end_recall", flow=FLOW, by=by, at=at, because=told.id)
    return told
