"""Where somebody was: a day's diary as it is told, what a place's list or a record says, and what was mistyped taken out."""
from unicodedata import normalize

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.queries import one_door

from ..models import OPEN, Index, Spot, Stay
from ..queries.days import home_told
from ..queries.rings import by_day
from .deciding import recompute

AT_DOORS = ("home", "visit")  # what people do where others live


@everything()
def add_stays(*, person, told, by, at, source="diary") -> list[Stay]:
    """Keep what is told of where somebody was (`diary.Told`); a stay over midnight is two. What stands there already is not kept twice.

    Contacts of every index whose days these are, are looked at anew. Raises Refused for two places at one time and for tomorrow.
    """
    parts = [(one, begun, ended) for one in told for begun, ended in by_day(one.from_at, one.until_at)]
    if any(ended > at for _one, _begun, ended in parts):
        raise Refused(_("还没有到的时间不能写。"))
    with transaction.atomic():
        spots = _spots(person, [one for one, _begun, _ended in parts])
        there = _there(person, parts)
        fresh = [rows.fresh(Stay, person_id=person.pk, spot_id=spot, on=day_of(begun), from_at=begun, until_at=ended, activity=one.activity,
                            row=one.row, source=source)
                 for (one, begun, ended), spot in zip(parts, spots, strict=True) if (spot, begun, ended) not in there]
        _refuse_overlap(fresh, there)
        journal.write(_lines(fresh, person, by, at))
        rows.insert(fresh)
        _look(person, {stay.on for stay in fresh}, by, at)
    return fresh


@everything()
def drop_stay(*, stay, by, at):
    """Take out what was mistyped; the journal keeps that it stood there."""
    with transaction.atomic():
        journal.write([line("tracing.drop_stay", kind="stay", record=stay.pk, by=by.id, at=at, unit=stay.person.unit_id,
                            subject=stay.person_id, data={"on": stay.on.isoformat()})])
        person, on = stay.person, stay.on
        stay.delete()
        _look(person, {on}, by, at)


def _lines(fresh, person, by, at) -> list:
    """One line a day: how many stays."""
    days = {}
    for stay in fresh:
        days.setdefault(stay.on, []).append(stay)
    lines = [line("tracing.add_stays", kind="stay", record=ones[0].pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk,
                  data={"on": on.isoformat(), "stays": len(ones)}) for on, ones in sorted(days.items())]
    told = dict(zip(sorted(days), lines, strict=True))
    for stay in fresh:
        stay.because = told[stay.on].id
    return lines


def _there(person, parts) -> dict:
    days = {day_of(begun) for _one, begun, _ended in parts}
    return {(one.spot_id, one.from_at, one.until_at): one for one in Stay.objects.filter(person=person, on__in=days)}


def _refuse_overlap(fresh, there):
    for stay in fresh:
        for begun, ended in ((begun, ended) for _spot, begun, ended in there):
            if begun < stay.until_at and ended > stay.from_at:
                raise Refused(_("{on} 这一天已经有时间重叠的行程，请先删掉写错的那一条。").format(on=stay.on.isoformat()))


def _spots(person, told) -> list[int]:
    """The places of some lines by id: his own door, a door of the tree, else a place that goes by its name in this county."""
    county = above(person.unit, "county") or person.unit
    wanted = [_wanted(one, county) if one.place else _home(person, told, county) for one in told]
    there = {(spot.unit_id, spot.key): spot.pk for spot in Spot.objects.filter(
        Q(unit__in={unit for unit, _name in wanted}), key__in={plain(name) for _unit, name in wanted})}
    for unit, name in wanted:
        if (unit, plain(name)) not in there:
            there[unit, plain(name)] = Spot.objects.get_or_create(unit_id=unit, key=plain(name), defaults={"name": name})[0].pk
    return [there[unit, plain(name)] for unit, name in wanted]


def _home(person, told, county) -> tuple[int, str]:
    """Where he is at home: his own door, else what this diary says once, else where he was at home before."""
    if person.unit.level == "door":
        return person.unit_id, ""
    for one in told:
        if one.activity == "home" and one.place:
            return _wanted(one, county)
    if spot := home_told(person):
        return spot.unit_id, spot.name
    raise Refused(_("还不知道他住哪里：第一次写成“在家 小区、栋、单元、门牌”，后面只写“在家”。"))


def _wanted(one, county) -> tuple[int, str]:
    if one.activity in AT_DOORS and (door := one_door(one.place, Reach(county.path))):
        return door.pk, ""
    return county.pk, one.place


def plain(name) -> str:
    """A place's name as it is compared: widths, spaces and case aside."""
    return "".join(normalize("NFKC", name).casefold().split()).replace("·", "")[:60]


def _look(person, days, by, at):
    """Every open index whose days these are, of him or of whom he may have met, is looked at anew."""
    if not days:
        return
    mine = Q(person=person) | Q(contacts__person=person)
    for index in Index.objects.filter(mine, state__in=OPEN, from_on__lte=max(days)).distinct():
        recompute(index=index, by=by, at=at)
