"""Levels: proposed by the counts or by a person, confirmed with a document, ended by the next or lifted."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import LEVELS, Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Level
from ..queries.counting import area_of, facts_of
from ..words import kind_word

HOME, REST, COUNTY = "home", "rest", "county"


@everything()
def assess(*, units, by, at, because=None) -> list[Level]:
    """Put the counts of these places (ids of where cases live) and of their counties to the table, and propose what has changed.

    A proposal that the counts no longer bear is withdrawn. Returns the new proposals.
    """
    on, made = day_of(at), []
    found = Unit.objects.filter(pk__in=units)
    areas = {}
    for unit in found:
        own = area_of(unit, HOME, on)
        areas[own.pk] = (own, COUNTY if own.level == "county" else HOME)
        wide = area_of(unit, REST, on)
        areas.setdefault(wide.pk, (wide, REST))
    for unit, kind in areas.values():
        ruling = decisions.decide("risk_level", facts_of(unit, kind, on), unit=unit.path, on=on)
        made += _follow(unit, kind, ruling, by, at, because)
    return made


@everything()
def assess_all(*, by, at) -> list[Level]:
    """The same for every place that has a level in force or proposed: days pass without a case."""
    on, made = day_of(at), []
    for level in Level.objects.filter(state__in=("in_force", "proposed")).select_related("unit").order_by("unit__path", "-state"):
        ruling = decisions.decide("risk_level", facts_of(level.unit, level.kind, on), unit=level.unit.path, on=on)
        made += _follow(level.unit, level.kind, ruling, by, at, None)
    return made


def _follow(unit, kind, ruling, by, at, because) -> list[Level]:
    """Propose what the row says where that is neither in force nor proposed; what was proposed otherwise by the counts is withdrawn."""
    says = ruling.result["level"]
    standing = Level.objects.filter(unit=unit, state="in_force").first()
    waiting = Level.objects.filter(unit=unit, state="proposed").first()
    now = standing.level if standing else "none"
    if not standing and not waiting and not ruling.facts.get("total"):
        return []  # where no case counts and nothing holds, there is nothing to say
    if waiting and (waiting.source != "counted" or waiting.level == says):
        return []  # what a person has proposed a person answers
    with transaction.atomic():
        if waiting:
            _withdraw(waiting, by, at, because)
        if says in (now, "manual_review"):
            return []
        return [_propose(unit, kind, ruling, now, by, at, because, source="counted", source_on=day_of(at))]


def _withdraw(waiting, by, at, because):
    waiting.ended_at = at
    advance([waiting], "withdraw_level", flow="level", by=by, at=at, because=because, also=("ended_at",))


def _propose(unit, kind, ruling, before, by, at, because, **source) -> Level:
    facts, _result = ruling.as_stored()
    level = Level(id=uuid7(), unit=unit, kind=kind, level=ruling.result["level"], items=list(ruling.result["items"]), before=before,
                  facts=facts, document=ruling.document, clause=ruling.clause, version=ruling.version or "", row=ruling.row,
                  proposed_by=by, proposed_at=at, because=because, **source)
    rows.insert([level])
    [told] = advance([level], "propose_level", flow="level", by=by, at=at, because=because,
                     content=lambda one: {"level": one.level, "before": before})
    open_turns("level", [level], at=at, because={level.pk: told.id})
    return level


@everything()
def propose_level(*, unit, facts, source, source_on, by, at, source_number="", because=None) -> Level:
    """A person puts counts to the table, with their source; raises Refused where the edition of the day gives a level to a wider unit only,
    where the table leaves it open, or nothing would change."""
    on = day_of(at)
    area = area_of(unit, facts["kind"], on)
    if area.pk != unit.pk:
        raise Refused(_("按这一版规则，“{kind}”的等级划到{level}：请填“{place}”。").format(
            kind=kind_word(facts["kind"]), level=LEVELS[area.level], place=area.name))
    ruling = decisions.decide("risk_level", facts, unit=unit.path, on=on)
    if ruling.manual_review:
        raise Refused(ruling.because or _("这些数不全，等级表给不出结论：请核对以后再提。"))
    standing = Level.objects.filter(unit=unit, state="in_force").first()
    before = standing.level if standing else "none"
    if ruling.result["level"] == before:
        raise Refused(_("按这些数，等级不变，不用提。"))
    with transaction.atomic():
        if waiting := Level.objects.select_for_update().filter(unit=unit, state="proposed").first():
            _withdraw(waiting, named(SYSTEM), at, because)
        told = {"source": source, "source_on": source_on, "source_number": source_number}
        return _propose(unit, facts["kind"], ruling, before, by, at, because, **told)


@everything()
def confirm_level(*, level, number, by, at):
    """It is in force from now on by a document's number; the one before it has ended. By another than who proposed it."""
    _may(level.unit, by, at)
    if by.pk == level.proposed_by_id:
        raise Refused(_("自己提的等级，要由另一个人核定。"))
    if not number.strip():
        raise Refused(_("请填文号：没有文件的等级不能执行。"))
    with transaction.atomic():
        before = list(Level.objects.select_for_update().filter(unit=level.unit_id, state="in_force"))
        for one in before:
            one.ended_by, one.ended_at, one.end_number = by, at, number.strip()
        advance(before, "follow_level", flow="level", by=named(SYSTEM), at=at, also=("ended_by_id", "ended_at", "end_number"))
        level.confirmed_by, level.confirmed_at, level.number = by, at, number.strip()
        lines = advance([level], "confirm_level", flow="level", by=by, at=at, also=("confirmed_by_id", "confirmed_at", "number"),
                        content=lambda one: {"level": one.level, "before": one.before})
        if level.level == "none":
            level.ended_by, level.ended_at, level.end_number = by, at, level.number
            advance([level], "follow_level", flow="level", by=named(SYSTEM), at=at, because=lines[0].id,
                    also=("ended_by_id", "ended_at", "end_number"))
    return lines


@everything()
def refuse_level(*, level, by, at):
    """It stays as it was."""
    _may(level.unit, by, at)
    level.ended_by, level.ended_at = by, at
    return advance([level], "refuse_level", flow="level", by=by, at=at, also=("ended_by_id", "ended_at"))


@everything()
def end_level(*, level, number, by, at):
    """Lifted by a document: no level holds there any more."""
    _may(level.unit, by, at)
    if not number.strip():
        raise Refused(_("请填解除的文号。"))
    level.ended_by, level.ended_at, level.end_number = by, at, number.strip()
    return advance([level], "end_level", flow="level", by=by, at=at, also=("ended_by_id", "ended_at", "end_number"),
                   content=lambda one: {"level": one.level})


def _may(unit, by, at):
    """Raise Refused unless somebody may approve there."""
    if not any(one.role in holders("approve") and unit.path.startswith(one.unit.path) for one in held(by, day_of(at))):
        raise Refused(_("风险等级和防控圈，由县指挥部有批准权的人核定。"))
