"""An event is asked for: refused by the table with the order that stands, or the township's turn; decided anew when an order comes."""
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, day_start
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import Event
from ..queries.book import book, under_any
from ..queries.events import is_over
from ..queries.standing import risk_at
from ..rules import event_ruling, farthest
from .shared import must_direct, must_hold, said

FLOW, NUMBERS = "event_permit", 7_057
STEPS = {"refuse": "refuse_event", "free": "free_event"}


@dataclass(frozen=True)
class Wish:
    """What somebody wishes to hold: where (a village), how many people, on which day, and who asks."""

    kind: str
    unit: Any
    heads: int
    on: date
    name: str = ""
    phone: str = ""
    place: str = ""
    firm: Any = None


@everything()
def apply_event(*, wish: Wish, by, at) -> Event:
    """Put an application to the table: refused with the clause and the order, free, or the township's turn.

    Raises Refused for a day that is past or too far.
    """
    today, last = day_of(at), farthest(at)
    if not today <= wish.on <= last:
        raise Refused(_("日期要在今天以后、{n} 天以内。").format(n=(last - today).days))
    made = Event(unit=wish.unit, kind=wish.kind, heads=wish.heads, on=wish.on, ends_at=day_start(wish.on + timedelta(days=1)),
                 place=wish.place.strip(), name=wish.name.strip(), phone=wish.phone.strip(), firm=wish.firm, applied_at=at, year=today.year)
    with transaction.atomic():
        rows.one_at_a_time(NUMBERS)  # an order approved meanwhile is seen here, or sees this
        outcome = _ruled(made, at)
        made.serial = (Event.objects.filter(year=made.year).aggregate(top=Max("serial"))["top"] or 0) + 1
        begin([made], "apply_event", flow=FLOW, by=by, at=at, content=lambda one: {"kind": one.kind, "heads": one.heads, "row": one.row})
        if step := STEPS.get(outcome):
            made.decided_at = at
            advance([made], step, flow=FLOW, by=named(SYSTEM), at=at, because=made.because, also=("decided_at",))
    return made


def _ruled(event, at) -> str:
    """Put an event to the table, keep what it says on it; returns the outcome: what the table leaves open is the township's."""
    begins = max(at, day_start(event.on))
    entry = book(begins, ("event",), event.unit.ancestor_ids, before=event.ends_at).of("event", event.unit.path, event.kind)
    ruling = event_ruling(event, "banned" if entry else "none", risk_at(event.unit.path), at)
    event.facts, _result = ruling.as_stored()
    event.document, event.clause, event.version, event.row = ruling.document, ruling.clause, ruling.version or "", ruling.row
    event.conditions = list(ruling.result.get("conditions") or ()) if not ruling.manual_review else []
    event.closure = entry.closure if entry else None
    event.banned_until = entry.closure.until_at if entry else None
    return "ask" if ruling.manual_review else ruling.result["outcome"]


RULED = ("facts", "document", "clause", "version", "row", "conditions", "closure_id", "banned_until")


def decide_again(closure, *, at, because):
    """What an order forbids that was asked for, permitted or free is refused, or its permit is taken back; in the caller's transaction."""
    rows.one_at_a_time(NUMBERS)
    areas = [one.unit.path for one in closure.areas.select_related("unit")]
    near = Event.objects.filter(under_any(areas), kind__in=closure.what, state__in=("waiting", "permitted"), on__gte=day_of(at))
    for one in near.select_related("unit").select_for_update(of=("self",)).order_by("pk"):
        if _ruled(one, at) == "refuse":
            step = "refuse_event" if one.state == "waiting" else "revoke_event"
            one.decided_by, one.decided_at = None, at
            advance([one], step, flow=FLOW, by=named(SYSTEM), at=at, because=because, also=(*RULED, "decided_by_id", "decided_at"))


@everything()
def permit_event(*, event, by, at):
    """The township lets it be, under the conditions of the table; what the table refuses by now it cannot."""
    must_direct(by, [event.unit], at)
    _must_be_ahead(event, at)
    if _ruled(event, at) == "refuse":
        raise Refused(_("现在按规定不能办：{clause}").format(clause=event.clause))
    event.decided_by, event.decided_at = by, at
    return advance([event], "permit_event", flow=FLOW, by=by, at=at, also=(*RULED, "decided_by_id", "decided_at"))


def _must_be_ahead(event, at):
    if is_over(event, at):
        raise Refused(_("办的那一天已经过了。"))


@everything()
def decline_event(*, event, why, by, at):
    """The township says no, and why."""
    return _decided(event, "decline_event", why, by, at)


@everything()
def revoke_event(*, event, why, by, at):
    """The permit is taken back, and why."""
    return _decided(event, "revoke_event", why, by, at)


def _decided(event, step, why, by, at):
    must_direct(by, [event.unit], at)
    if not why.strip():
        raise Refused(_("请写明理由，申请人会看到。"))
    event.why, event.decided_by, event.decided_at = why.strip()[:300], by, at
    return advance([event], step, flow=FLOW, by=by, at=at, also=("why", "decided_by_id", "decided_at"))


@everything()
def hold_event(*, event, words, by, at):
    """It was held; somebody of the place was there: whether the conditions were kept."""
    must_hold(by, "record", event.unit, at)
    if day_of(at) < event.on:
        raise Refused(_("还没有到办的那一天。"))
    event.seen, event.decided_at = said(words, _("现场情况"), 300), event.decided_at or at
    return advance([event], "hold_event", flow=FLOW, by=by, at=at, also=("seen",))


@everything()
def withdraw_event(*, event, by, at):
    """Whoever asked for it wants it no more: until its day is over, then it was held or was not."""
    _must_be_ahead(event, at)
    event.decided_at = at
    return advance([event], "withdraw_event", flow=FLOW, by=by, at=at, also=("decided_at",))
