"""Risk points come into the register: by hand, or those of the county's table that are not in it yet."""
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import begin
from lianfang.registers.people.typed.telling import said

from .. import rules
from ..models import Point, Rating
from .shared import fits, may_direct, ruled, wide_enough

FLOW, LONGEST = "risk_point", 60


@dataclass(frozen=True)
class NewPoint:
    """One to be entered: behind which gate, whose (a role at the unit, or a named account), how likely and how bad."""

    unit: Any
    gate: str
    name: str
    role: str
    likelihood: str
    harm: str
    words: str = ""
    account: Any = None
    code: str = ""


@everything()
def enter_points(*, points, by, at) -> list[Point]:
    """Enter these (NewPoint), each with its first rating; its owner looks at it again when the table says so.

    Raises Refused for an unknown gate, an owner who cannot be one there, a name that stands in the register already.
    """
    made = [_made(one, by, at) for one in points]
    if not made:
        return []
    with transaction.atomic():
        _refuse_twice(made)
        begin(made, "enter_point", flow=FLOW, by=by, at=at, content=lambda one: {"gate": one.gate, "level": one.level})
        rows.insert([first_rating(one, "", by, at) for one in made])
    return made


def _refuse_twice(made):
    list(Unit.objects.select_for_update().filter(pk__in=[one.unit_id for one in made]).order_by("pk"))  # one register at a time
    taken = set(Point.objects.filter(closed_at=None, unit__in=[one.unit_id for one in made]).values_list("unit", "name"))
    for one in made:
        if (one.unit_id, one.name) in taken:
            raise Refused(_("“{name}”已经在册。").format(name=one.name))
        taken.add((one.unit_id, one.name))


def _made(new, by, at) -> Point:
    wide_enough(new.unit)
    may_direct(by, new.unit, at)
    if new.gate not in rules.gate_words(day_of(at)):
        raise Refused(_("请选是哪道关口。"))
    if new.role not in ROLES:
        raise Refused(_("请选归谁。"))
    if not new.account:
        fits(new.role, new.unit)
    ruling = ruled(new.likelihood, new.harm, new.unit, at)
    return Point(id=uuid7(), unit=new.unit, gate=new.gate, code=new.code, name=said(new.name, _("风险点"), LONGEST),
                 words=said(new.words, _("看什么"), needed=False), role=new.role, account=new.account, likelihood=new.likelihood,
                 harm=new.harm, level=ruling.result["level"], rank=ruling.result["rank"], entered_by=by, entered_at=at,
                 review_at=rules.review_after(ruling, at), document=ruling.document, clause=ruling.clause)


def first_rating(point, words, by, at) -> Rating:
    """The rating that a point has from now on."""
    return Rating(id=uuid7(), point=point, likelihood=point.likelihood, harm=point.harm, level=point.level, rank=point.rank, words=words,
                  by=by, at=at, review_at=point.review_at)


@everything()
def take_points(*, unit, by, at) -> list[Point]:
    """Enter those points of the county's table that do not stand in a unit's register yet."""
    known = set(Point.objects.filter(unit=unit, closed_at=None).values_list("code", flat=True))
    new = [NewPoint(unit, row.says["gate"], row.says["name"], row.says["role"], row.says["likelihood"], row.says["harm"], row.says["asks"],
                    code=row.code) for row in rules.listed(rules.POINTS, "point", day_of(at)) if row.code not in known]
    if not new:
        raise Refused(_("风险点表里的都已经在册。"))
    return enter_points(points=new, by=by, at=at)
