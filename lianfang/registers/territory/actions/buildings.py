"""Putting up buildings, stairs and doors: one at a time by the wizard, or hundreds of thousands for a whole county."""
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units import actions as tree
from lianfang.ground.units.models import Unit

from ..addresses import stair_key
from ..addresses.vocabulary import LANE_WORD, STAIR_WORD
from ..models import Building, Door
from ..shapes import Shape, ShapeFault


class Built(NamedTuple):
    """What was put up, in the order it was asked for."""

    buildings: list[Building]
    doors: list[Door]


def build(*, shapes: list[Shape], by, at, from_on=None, because=None) -> Built:
    """Put up buildings with all their stairs and doors, each under its `parent`; one journal line a building."""
    _check(shapes)
    from_on = from_on or day_of(at)
    drafts, plans = _drafts(shapes, from_on)
    with transaction.atomic():
        units = tree.add_units(drafts=drafts, by=by, at=at, because=because)
        buildings = [Building(unit=units[first], kind=shape.kind, floors=shape.floors, is_site=shape.is_site) for shape, first, _ in plans]
        doors = [_door(units[at_door], cell, building) for building, (shape, _, firsts) in zip(buildings, plans, strict=True)
                 for at_door, cell in zip(firsts, shape.cells, strict=True)]
        rows.insert(buildings)
        rows.insert(doors)
        journal.write([line("territory.build", kind="building", record=None, by=by.id, at=at, unit=building.unit_id, because=because,
                            data={"floors": building.floors, "doors": len(shape.cells), "kind": building.kind})
                       for building, (shape, _, _) in zip(buildings, plans, strict=True)])
    return Built(buildings, doors)


def _check(shapes):
    """Every building has a name, and no two doors of a stair the same number."""
    for shape in shapes:
        if not shape.name or len(shape.name) > 120:
            raise ShapeFault(_("请给楼栋或巷子起个名字。"))
        doors = {(cell.stair, cell.number) for cell in shape.cells}
        if len(doors) < len(shape.cells):
            raise ShapeFault(_("{name}里有重复的门号。").format(name=shape.name))


def _drafts(shapes, from_on):
    """Drafts of all units, buildings before their stairs before their doors; and for each shape where its own begin."""
    drafts, plans = [], []
    for shape in shapes:
        first = len(drafts)
        drafts.append({"parent": shape.parent, "level": "building", "name": shape.name, "from_on": from_on})
        stairs = {"": first}
        for stair in shape.stairs:
            if stair:
                stairs[stair] = len(drafts)
                drafts.append({"parent": first, "level": "stair", "name": STAIR_WORD.format(stair), "from_on": from_on})
        plans.append((shape, first, range(len(drafts), len(drafts) + len(shape.cells))))
        drafts += [{"parent": stairs[cell.stair], "level": "door", "name": door_name(shape.kind, cell.number), "from_on": from_on}
                   for cell in shape.cells]
    return drafts, plans


def door_name(kind, number) -> str:
    """A bungalow is called 12号, a flat by its bare number."""
    return LANE_WORD.format(number) if kind == "lane" else number


def _door(unit, cell, building) -> Door:
    return Door(unit=unit, building=building, stair=cell.stair, floor=cell.floor, number=cell.number, use=cell.use,
                occupancy=cell.occupancy, head_count=cell.head_count, note=cell.note)


def extend(*, building, cells, by, at, because=None) -> list[Door]:
    """Add doors to a building that stands; stairs it lacks come with them, doors it has are left as they are."""
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=building.unit_id)
        standing = set(Door.objects.filter(building=building, unit__until_on=None).values_list("stair", "number"))
        cells = [cell for cell in {(c.stair, c.number): c for c in cells}.values() if (cell.stair, cell.number) not in standing]
        parents = {"": building.unit} | {stair_key(u.name): u for u in building.unit.children.filter(level="stair", until_on=None)}
        new = [stair for stair in dict.fromkeys(cell.stair for cell in cells) if stair not in parents]
        drafts = [{"parent": building.unit, "level": "stair", "name": STAIR_WORD.format(stair), "from_on": day_of(at)} for stair in new]
        places = {stair: at_stair for at_stair, stair in enumerate(new)}
        drafts += [{"parent": places.get(c.stair, parents.get(c.stair)), "level": "door", "name": door_name(building.kind, c.number),
                    "from_on": day_of(at)} for c in cells]
        units = tree.add_units(drafts=drafts, by=by, at=at, because=because)[len(new):]
        doors = rows.insert([_door(unit, cell, building) for unit, cell in zip(units, cells, strict=True)])
        _raise_floors(building)
    return doors


def _raise_floors(building):
    """A door above the topmost floor makes the building taller."""
    top = building.doors.aggregate(top=Max("floor"))["top"] or 1
    if top > building.floors:
        building.floors = top
        building.save(update_fields=["floors"])


def mark_site(*, building, is_site, by, at, because=None):
    """Say that a building is a central quarantine site, or is one no more."""
    with transaction.atomic():
        building.is_site = is_site
        building.save(update_fields=["is_site"])
        journal.write([line("territory.mark_site", kind="building", record=None, by=by.id, at=at, unit=building.unit_id, because=because,
                            data={"is_site": is_site})])
