"""Exceptions to the table: asked for by one, granted by another of another unit, for hours a table names; then the table holds again."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held, units_of
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.queries import EVIDENCE, minutes_for

from ..models import Deviation, Order
from .ends import close
from .hold import too_many
from .issue import put, replace

REASONS = "deviation"
NONE = "none_asked"


@everything()
def deviate(*, order, measure, reason, evidence, by, at, right="manage", because=None) -> Deviation:
    """Ask that an open order have another measure for a while, or none; nothing changes until another unit approves.

    Raises Refused when the list of reasons has no row for it, evidence is missing, or `by` lacks the right there.
    """
    if order.closed_at is not None or measure == order.measure:
        raise Refused(_("只有管控中的人，才能申请改为另一种措施。"))
    if not evidence.strip():
        raise Refused(_("请写清楚依据：谁出的证明、编号、说了什么。"))
    ruling = decisions.decide(REASONS, {"reason": reason, "asked_measure": measure}, unit=order.unit.path, on=day_of(at))
    if ruling.manual_review or not ruling.result["hours"]:
        raise Refused(_("例外理由表里没有这一条：这个理由不能改成这种措施。"))
    place, because = _post(by, order.unit, at, right), because or order.because
    try:
        with transaction.atomic():
            verdict = decisions.verdict(ruling, subject=order.person_id, unit_id=order.unit_id, on=day_of(at), at=at, because=because)
            rows.insert([verdict])
            asked = Deviation(id=uuid7(), order=order, person_id=order.person_id, unit_id=order.unit_id, measure=measure, reason=reason,
                              evidence=evidence, verdict=verdict, asked_by=by, asked_unit=place, asked_at=at, because=because)
            rows.insert([asked])
            [told] = advance([asked], "deviate", flow="deviation", by=by, at=at, because=because, content=_content)
            open_turns("deviation", [asked], at=at, because={asked.pk: told.id})
            if place.level == "county":
                advance([asked], "pass_down", flow="deviation", by=by, at=at, because=told.id)
    except IntegrityError:
        raise Refused(_("这个人已经有一个例外在办，请先办完。")) from None
    return asked


@everything()
def approve_deviation(*, deviation, by, at):
    """Grant it from now until its hours are over: by another person of another unit; the order gives way to one with the other measure."""
    with transaction.atomic():
        order = Order.objects.select_for_update(of=("self",)).select_related("unit").get(pk=deviation.order_id)
        place = _another_post(deviation, order, by, at)
        if order.closed_at is not None:
            raise Refused(_("管控令已经结束，不用例外了。"))
        if too_many(1, by=by, at=at) is not None:
            raise Refused(_("您短时间内管控的人太多了：请督查核定以后再批。"))
        deviation.approved_by, deviation.approved_unit, deviation.approved_at = by, place, at
        deviation.expires_at = at + timedelta(hours=Verdict.objects.get(pk=deviation.verdict_id).result["hours"])
        also = ("approved_by_id", "approved_unit_id", "approved_at", "expires_at")
        [told] = advance([deviation], "approve_deviation", flow="deviation", by=by, at=at, also=also, content=_content)
        _stand_in(order, deviation, told.id, by, at)


def _another_post(deviation, order, by, at):
    """The unit at which `by` may grant it: he is not who asked, and shares no unit with him."""
    place = _post(by, order.unit, at)
    if by.pk == deviation.asked_by_id:
        raise Refused(_("申请人不能批准自己的申请：例外要两个单位的两个人。"))
    if units_of(by, day_of(at)) & {deviation.asked_unit_id, *units_of(deviation.asked_by, day_of(at))}:
        raise Refused(_("您和申请人是同一个单位：例外要由另一个单位的人批准。"))
    check_apart(by, deviation.asked_by_id, at=at)
    return place


def open_evidence(*, deviation, reason, by, at) -> str:
    """The evidence of an exception, once it is written down who read it and why; the reasons are a closed dated list."""
    if minutes_for(EVIDENCE, reason, day_of(at)) is None:
        raise Refused(_("请选一个理由。"))
    with transaction.atomic():
        journal.write([line_of(deviation, "isolation.open_evidence", kind="deviation", by=by, at=at, data={"reason": reason})])
    return deviation.evidence.open()


def refuse_deviation(*, deviation, by, at):
    """Not granted: the order stands as it is. Whoever asked may withdraw it so."""
    return _end(deviation, "refuse_deviation", by, at)


def see_deviation(*, deviation, by, at):
    """The supervisor has looked at it; it runs on until its end."""
    return advance([deviation], "see_deviation", flow="deviation", by=by, at=at)


def stop_deviation(*, deviation, by, at):
    """The supervisor ends it before its time: the table's own verdict holds again at once."""
    return _give_back(deviation, "stop_deviation", by, at)


@everything()
def expire_deviations(*, by, at) -> int:
    """End every exception whose hours are over; what nobody has granted within the day of asking's hours stays somebody's turn."""
    over = list(Deviation.objects.filter(ended_at=None, expires_at__lte=at).order_by("expires_at"))
    for deviation in over:
        _give_back(deviation, "expire_deviation", by, at)
    return len(over)


@everything()
def _give_back(deviation, step, by, at):
    with transaction.atomic():
        [told] = _end(deviation, step, by, at)
        table = Order.objects.select_related("unit", "verdict").get(pk=deviation.order_id)
        now_open = Order.objects.select_for_update().filter(person=deviation.person_id, closed_at=None).first()
        if now_open and now_open.deviation_id == deviation.pk:
            put([back := _copy(now_open, table.measure, None, told.id, at)], by, at, _replaced(now_open, back, told.id, by, at))
        elif now_open is None and table.state == "set_aside" and table.until_on > day_of(at):
            put([_copy(table, table.measure, None, told.id, at)], by, at)
    return [told]


def _end(deviation, step, by, at):
    deviation.ended_at = at
    return advance([deviation], step, flow="deviation", by=by, at=at, also=("ended_at",))


def _stand_in(order, deviation, because, by, at):
    if deviation.measure == NONE:
        close([order], "set_aside", by=by, at=at, because=because)
        return
    other = _copy(order, deviation.measure, deviation, because, at)
    put([other], by, at, _replaced(order, other, because, by, at))


def _replaced(before, after, because, by, at):
    replace(before, because, by, at)
    return [(before, after)]


def _copy(order, measure, deviation, because, at) -> Order:
    """The same row's days under another measure, from today on; never past the row's own end."""
    return Order(id=uuid7(), person_id=order.person_id, unit_id=order.unit_id, measure=measure, verdict_id=order.verdict_id,
                 deviation=deviation, base_on=order.base_on, days=order.days, from_on=min(day_of(at), order.last_on),
                 until_on=order.until_on, test_days=order.test_days, release=order.release, later=order.later,
                 is_from_abroad=order.is_from_abroad, origin=order.origin, issued_at=at, because=because)


def _post(account, unit, at, right="manage"):
    """The unit at which somebody may manage this place, the nearest; raises Refused where there is none."""
    roles = holders(right)
    held_here = [a.unit for a in held(account, day_of(at)) if a.role in roles and unit.path.startswith(a.unit.path)]
    if not held_here:
        raise Refused(_("这里的管控不归您办。"))
    return max(held_here, key=lambda u: len(u.path))


def _content(deviation):
    return {"measure": deviation.measure, "reason": deviation.reason,
            "until": deviation.expires_at.isoformat() if deviation.expires_at else ""}
