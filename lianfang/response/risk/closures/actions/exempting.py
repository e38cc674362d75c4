"""Who may pass or stay open all the same: proposed with a reason of the list and an end, allowed by a second person, taken back."""
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, begin

from ..models import Exemption
from ..plates import blind_of, plain_plate
from ..rules import reason_rule
from .shared import must_approve, must_direct

FLOW = "exemption"
OF_KIND = {"place": ("vehicle", "purpose", "place"), "trade": ("firm", "place"), "transport": ("place",), "event": ("place",)}


@dataclass(frozen=True)
class Exempt:
    """Whom or what: a plate, a firm, a place or a purpose, by `how`."""

    how: str
    reason: str
    until_at: datetime
    plate: str = ""
    firm: Any = None
    unit: Any = None
    purpose: str = ""
    words: str = ""


@everything()
def propose_exemption(*, closure, exempt: Exempt, by, at) -> Exemption:
    """Ask for one; Refused where the order knows none of the kind, the reason does not stand, or the end is missing or too far."""
    if closure.state != "in_force":
        raise Refused(_("这份令没有在执行，不用例外。"))
    if exempt.how not in OF_KIND[closure.kind]:
        raise Refused(_("这一种令不能这样例外。"))
    areas = [one.unit for one in closure.areas.select_related("unit").order_by("unit__path")]
    place = exempt.firm.unit if exempt.firm else exempt.unit or _own(by, areas, at)
    _check_whom(exempt, place, areas)
    must_direct(by, [place], at)
    rule = reason_rule(exempt.reason, exempt.how, place, at)
    if rule["allowed"] != "yes":
        raise Refused(_("这个理由不能这样例外，请另选。"))
    if not at < exempt.until_at <= at + timedelta(days=rule["days"]):
        raise Refused(_("请填到几时：从现在起最长 {n} 天。").format(n=rule["days"]))
    plate = plain_plate(exempt.plate)
    made = Exemption(closure=closure, unit=place, how=exempt.how, plate=plate, plate_blind=str(blind_of(plate)), firm=exempt.firm,
                     purpose=exempt.purpose if exempt.how == "purpose" else "", reason=exempt.reason, words=exempt.words.strip()[:200],
                     from_at=at, until_at=exempt.until_at, proposed_by=by, proposed_at=at)
    return begin([made], "propose_exemption", flow=FLOW, by=by, at=at, content=lambda one: {"how": one.how, "reason": one.reason})[0]


def _own(by, areas, at):
    """Of what an order shuts, the first place that this account directs, else his own that lies in it: whom it asks for goes there."""
    mine = [one.unit for one in held(by, day_of(at)) if "direct" in one.rights]
    found = [area for area in areas if any(area.path.startswith(one.path) for one in mine)]
    found += [one for one in mine if any(one.path.startswith(area.path) for area in areas)]
    return found[0] if found else areas[0]


def _check_whom(exempt, place, areas):
    lacking = {"vehicle": not plain_plate(exempt.plate), "firm": exempt.firm is None, "place": exempt.unit is None,
               "purpose": not exempt.purpose}
    if lacking[exempt.how]:
        raise Refused(_("请写明对谁例外：车牌、单位、地方或来意。"))
    if exempt.how in ("firm", "place") and not any(place.path.startswith(one.path) for one in areas):
        raise Refused(_("“{unit}”不在这份令的范围里。").format(unit=place.name))


@everything()
def allow_exemption(*, exemption, by, at):
    """From now until its end, by another than asked for it."""
    must_approve(by, exemption.closure.unit, at)
    if by.pk == exemption.proposed_by_id:
        raise Refused(_("自己提的例外，要由另一个人批准。"))
    if exemption.until_at <= at:
        raise Refused(_("期限已经过了，请另提一份。"))
    exemption.decided_by, exemption.decided_at = by, at
    return advance([exemption], "allow_exemption", flow=FLOW, by=by, at=at, also=("decided_by_id", "decided_at"))


@everything()
def refuse_exemption(*, exemption, by, at):
    """No exemption."""
    must_approve(by, exemption.closure.unit, at)
    return drop_exemptions([exemption], by=by, at=at)


def drop_exemptions(exemptions, *, at, by=None, because=None):
    """They are not allowed; nobody says so of what an order asked that is over."""
    waiting = list(exemptions)
    for one in waiting:
        one.ended_at = at
    return advance(waiting, "refuse_exemption", flow=FLOW, by=by or named(SYSTEM), at=at, because=because, also=("ended_at",))


@everything()
def end_exemption(*, exemption, by, at):
    """Taken back before its end."""
    must_approve(by, exemption.closure.unit, at)
    if exemption.state != "allowed" or exemption.ended_at is not None:
        raise Refused(_("这个例外没有在执行。"))
    exemption.ended_at = at
    with transaction.atomic():
        rows.amend([exemption], "ended_at")
        told = line_of(exemption, "closures.end_exemption", kind=FLOW, by=by, at=at)
        journal.write([told])
    return told
