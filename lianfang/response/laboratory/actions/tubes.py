"""A tube is opened by its code, once for ever; sealed with as many people as it holds; made void for a reason."""
import re
import unicodedata

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..clocks import result_due
from ..models import REASONS, Sample, Tube
from ..rules import sizes
from .settling import settle

CODE = re.compile(r"[0-9A-Z-]{4,32}")


class Used(Refused):
    """A code that was used before; when and where."""

    def __init__(self, code, on, place):
        super().__init__(_("这支管用过了：{on}在“{place}”开的，编号 {code}。管只用一次，请换一支新管。").format(
            on=on, place=place, code=code))
        self.code, self.on, self.place = code, on, place


def tube_code(text) -> str:
    """A code as it is kept: one width, capitals, no blanks; raises Refused for what is none."""
    code = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).upper()
    if not CODE.fullmatch(code):
        raise Refused(_("条码应是 4 到 32 位数字、字母或横线，请重新扫。"))
    return code


@everything()
def open_tube(*, session, code, places, by, at, reason="", id=None) -> Tube:
    """Open a tube for so many people; sent twice it is opened once. A code that was used raises Used, saying where."""
    code, reason = tube_code(code), reason or session.reason
    if there := Tube.objects.select_related("session").filter(pk=id).first():
        if there.session_id != session.pk:
            raise _used(there)
        return there
    if session.closed_at and session.closed_at <= at:
        raise Refused(_("这个采样点已经收了，请先开一个采样点。"))
    if reason not in REASONS or places not in sizes(reason, day_of(at)):
        raise Refused(_("“{reason}”的管可以是：{sizes}人一管。").format(
            reason=REASONS.get(reason, reason), sizes=_("、").join(map(str, sizes(reason, day_of(at)) if reason in REASONS else ()))))
    made = Tube(id=id or uuid7(), code=code, session=session, unit_id=session.unit_id, kind="pool" if places > 1 else "single",
                places=places, by=by, opened_at=at, because=session.because)
    try:
        with transaction.atomic():
            _refuse_used(code)
            rows.insert([made])
            lines = advance([made], "open_tube", flow="tube", by=by, at=at, content=lambda one: {"code": one.code})
            open_turns("tube", [made], at=at, because={made.pk: lines[0].id})
    except IntegrityError:  # two scanned it at once
        _refuse_used(code)
        raise
    return made


def _refuse_used(code):
    if used := Tube.objects.select_related("session").filter(code=code).first():
        raise _used(used)


def _used(tube) -> Used:
    return Used(tube.code, day_of(tube.opened_at).isoformat(), tube.session.name)


@everything()
def seal(*, tube, count, by, at):
    """Seal a tube in which so many swabs are; Refused where that is not the number of people registered."""
    with transaction.atomic():
        tube = Tube.objects.select_for_update(of=("self",)).get(pk=tube.pk)  # nobody is registered or taken out meanwhile
        there = Sample.objects.filter(tube=tube).count()
        if not there:
            raise Refused(_("管里还没有登记人，不能封。"))
        if count != there:
            raise Refused(_("登记了{there}人，管里数出来{count}支拭子，对不上：请核对，多的撤下、少的补登，再封管。").format(
                there=there, count=count))
        tube.count, tube.sealed_at, tube.due_at = count, at, result_due(tube)
        return advance([tube], "seal", flow="tube", by=by, at=at, also=("count", "sealed_at", "due_at"),
                       content=lambda one: {"count": one.count})


@everything()
def void(*, tube, why, by, at):
    """The tube cannot be tested (broken, leaked, lost): why; who is in it is called to be sampled again."""
    if not why.strip():
        raise Refused(_("请写明为什么作废。"))
    tube = Tube.objects.get(pk=tube.pk)
    tube.why, tube.closed_at = why.strip(), at
    with transaction.atomic():
        [told] = advance([tube], "void", flow="tube", by=by, at=at, also=("why", "closed_at"))
        settle(tubes={tube.pk: (tube, "invalid", told.id)}, by=by, at=at)
    return told
