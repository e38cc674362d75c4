"""An order is proposed, approved by a second person where the table says so, extended, looked at again, and over on its day."""
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import Area, Closure
from ..rules import rules_of
from ..words import OF_KIND
from .events import decide_again
from .exempting import drop_exemptions
from .proving import ask_checks, drop_checks
from .shared import must_approve, must_direct, said

NARROWEST, FLOW = "compound", "closure"


@dataclass(frozen=True)
class Order:
    """What is ordered: `what` are codes of trades, services or events, `units` where; `until_at` None: until it is lifted."""

    number: str
    kind: str
    units: tuple[Unit, ...]
    words: str
    from_at: datetime
    until_at: datetime | None = None
    what: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    basis: str = ""


@everything()
def propose_closure(*, unit, order: Order, by, at, because=None) -> Closure:
    """A new order of a unit's command room. Where the table asks for one person it is in force at once; else another approves it.

    Raises Refused for a scope or a time that does not fit, a number that another has, or a place outside the writer's.
    """
    units = _checked(unit, order, by, at)
    rulings = rules_of(order.kind, order.what, unit, at)
    made = Closure(unit=unit, number=said(order.number, _("文号"), 60), kind=order.kind, what=list(order.what),
                   words=said(order.words, _("内容")), basis=order.basis.strip(), spared=list(order.spared), from_at=order.from_at,
                   until_at=order.until_at, needs_two=any(one.result["decide"] != "one" for one in rulings),
                   clause=rulings[0].because, proposed_by=by, proposed_at=at, because=because)
    try:
        with transaction.atomic():
            begin([made], "propose_closure", flow=FLOW, by=by, at=at, because=because, content=lambda one: {"kind": one.kind})
            rows.insert([Area(closure=made, unit=one, because=made.because) for one in units])
            if not made.needs_two:
                approve_closure(closure=made, by=by, at=at)
    except IntegrityError:
        raise Refused(_("文号“{number}”已经用过了。").format(number=made.number)) from None
    return made


def _checked(unit, order, by, at) -> list[Unit]:
    """The places of an order, none within another."""
    if order.kind not in OF_KIND or set(order.what) - set(OF_KIND[order.kind]):
        raise Refused(_("没有这一种，请重新选。"))
    if order.kind != "place" and not order.what:
        raise Refused(_("请选关停、停办哪些：行业、线路种类或活动种类。"))
    if not order.units:
        raise Refused(_("请选在哪些地方执行。"))
    if order.until_at is not None and order.until_at <= max(order.from_at, at):
        raise Refused(_("结束时间要晚于开始时间，也要晚于现在；定不了的，选“到另行通知解除为止”。"))
    for one in order.units:
        if not one.path.startswith(unit.path):
            raise Refused(_("“{unit}”不在“{own}”辖区里。").format(unit=one.name, own=unit.name))
        if RANK[one.level] > RANK[NARROWEST]:
            raise Refused(_("“{unit}”太小：封闭、关停最小到小区，不到楼和户。").format(unit=one.name))
    must_direct(by, [unit, *order.units], at)
    paths = {one.path for one in order.units}
    wide = [one for one in order.units if not any(one.path != path and one.path.startswith(path) for path in paths)]
    return sorted({one.pk: one for one in wide}.values(), key=lambda one: one.path)


@everything()
def approve_closure(*, closure, by, at):
    """In force from its beginning: whoever must prove it has his turn; events that it forbids are decided anew."""
    must_approve(by, closure.unit, at)
    if closure.needs_two and by.pk == closure.proposed_by_id:
        raise Refused(_("自己提的，要由另一个人批准。"))
    if closure.until_at is not None and closure.until_at <= at:
        raise Refused(_("结束时间已经过了，请另提一份。"))
    closure.approved_by, closure.approved_at = by, at
    with transaction.atomic():
        [told] = advance([closure], "approve_closure", flow=FLOW, by=by, at=at, also=("approved_by_id", "approved_at"))
        ask_checks(closure, by=named(SYSTEM), at=at, because=told.id)
        if closure.kind == "event":
            decide_again(closure, at=at, because=told.id)
    return told


@everything()
def refuse_closure(*, closure, by, at):
    """It stays open."""
    must_approve(by, closure.unit, at)
    closure.ended_by, closure.ended_at = by, at
    return advance([closure], "refuse_closure", flow=FLOW, by=by, at=at, also=("ended_by_id", "ended_at"))


@everything()
def extend_closure(*, closure, until_at, number, by, at):
    """It holds longer, by a document's number: until a later moment, or (None) until it is lifted; events that it now forbids are decided
    anew."""
    must_approve(by, closure.unit, at)
    if closure.until_at is None:
        raise Refused(_("这份令没有期限，不用延长；看过了请按“继续执行”。"))
    if until_at is not None and until_at <= max(closure.until_at, at):
        raise Refused(_("延长后的结束时间，要晚于原来的。"))
    before, closure.until_at, closure.looked_at = closure.until_at, until_at, at
    told = {"number": said(number, _("文号"), 60), "from": before.isoformat(), "until": until_at and until_at.isoformat()}
    with transaction.atomic():
        [line] = advance([closure], "extend_closure", flow=FLOW, by=by, at=at, also=("until_at", "looked_at"), content=lambda one: told)
        if closure.kind == "event":
            decide_again(closure, at=at, because=line.id)
    return line


@everything()
def keep_closure(*, closure, by, at):
    """Looked at: it goes on until it is lifted; somebody looks again in time."""
    must_approve(by, closure.unit, at)
    if closure.until_at is not None:
        raise Refused(_("这份令有期限，到期会自己结束：要继续请延长，要提前开请解除。"))
    closure.looked_at = at
    return advance([closure], "keep_closure", flow=FLOW, by=by, at=at, also=("looked_at",))


@everything()
def pass_closures(*, at) -> list[Closure]:
    """Orders whose own end has come are over; what holds until it is lifted never is."""
    with transaction.atomic():
        ending = Closure.objects.filter(state="in_force", until_at__lte=at)
        over = list(ending.select_for_update().order_by("pk"))  # none of them is extended meanwhile
        end_closures(over, "pass_closure", by=named(SYSTEM), at=at)
    return over


def end_closures(closures: Iterable[Closure], step, *, by, at, also=()):
    """They end: nobody has to prove anything of them any more, or to decide who is exempt; returns the lines."""
    closures = list(closures)
    for one in closures:
        one.ended_by, one.ended_at = by, at
    with transaction.atomic():
        lines = advance(closures, step, flow=FLOW, by=by, at=at, also=("ended_by_id", "ended_at", *also))
        for one, told in zip(closures, lines, strict=True):
            drop_checks(one.checks.all(), at=at, because=told.id)
            drop_exemptions(one.exemptions.filter(state="proposed"), at=at, because=told.id)
    return lines
