"""Grids, compounds and units entered by hand: adding, renaming, closing, merging, moving. Official divisions change by edition only."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units import actions as tree
from lianfang.ground.units.models import LEVELS, Unit

BELOW = {
    "county": ("township",), "township": ("village",), "village": ("grid", "compound", "building"),
    "grid": ("micro_grid", "compound", "building"), "micro_grid": ("compound", "building"), "compound": ("building",),
    "building": ("stair", "door"), "stair": ("door",), "door": (),
}
TAKEN_DOWN = ("compound", "building", "stair", "door")


class PlaceFault(ValueError):
    """The tree cannot be changed like that; one sentence."""


def add_places(*, parent, level, names, by, at, because=None) -> list[Unit]:
    """Add grids, micro-grids, compounds, or special units no edition knows."""
    _fits(parent, level)
    drafts = [{"parent": parent, "level": level, "name": name, "from_on": day_of(at)}
              for name in dict.fromkeys(_free_name(parent, level, name) for name in names)]
    return tree.add_units(drafts=drafts, by=by, at=at, because=because)


def rename_place(*, unit, name, by, at, because=None):
    """Call a unit otherwise from today; an official one is renamed by its edition."""
    _by_hand(unit)
    name = _free_name(unit.parent, unit.level, name, unit)
    tree.rename_units(names=[(unit, "", name)], from_on=day_of(at), by=by, at=at, because=because)


def close_place(*, unit, by, at, because=None):
    """End a unit today. A building or compound goes with all in it; a grid first gives what it holds to another."""
    _by_hand(unit)
    standing = [*Unit.objects.filter(path__under=unit.path, until_on=None)]
    if unit.level not in TAKEN_DOWN and len(standing) > 1:
        raise PlaceFault(_("{unit}下面还有单位，请先并入别的{level}。").format(unit=unit.name, level=LEVELS[unit.level]))
    tree.close_units(units=standing, until_on=day_of(at), by=by, at=at, because=because)


def merge_place(*, unit, into, by, at, because=None):
    """Hand all that hangs under a unit to another of its level and end it; one an edition has ended only hands over."""
    if unit.until_on is None:
        _by_hand(unit)
    if into.id == unit.id or into.level != unit.level or into.until_on is not None:
        raise PlaceFault(_("只能并入同一级、还在用的另一个单位。"))
    with transaction.atomic():
        children = list(unit.children.filter(until_on=None).order_by("pk"))
        journal.write([line("territory.merge", kind="unit", record=None, by=by.id, at=at, unit=unit.id, because=because,
                            data={"into": into.id, "units": len(children)})])
        for child in children:
            tree.move_unit(unit=child, parent=into, by=by, at=at, because=because)
        if unit.until_on is None:
            tree.close_units(units=[unit], until_on=day_of(at), by=by, at=at, because=because)


def move_place(*, unit, parent, by, at, because=None) -> Unit:
    """Hang a grid, compound or building under another unit that may hold it."""
    _by_hand(unit)
    _fits(parent, unit.level)
    if unit.parent_id == parent.id:
        return unit
    _free_name(parent, unit.level, unit.name, unit)
    return tree.move_unit(unit=unit, parent=parent, by=by, at=at, because=because)


def _fits(parent, level):
    """Whether that level may hang under that unit, which must stand."""
    if level not in BELOW[parent.level]:
        raise PlaceFault(_("{parent}下面不能放{level}。").format(parent=LEVELS[parent.level], level=LEVELS[level]))
    if parent.until_on is not None:
        raise PlaceFault(_("{parent}已经撤销，不能再往下加。").format(parent=parent.name))


def _free_name(parent, level, name, unit=None) -> str:
    """The name without blanks around it, if no other unit of that level beside it has it."""
    name = " ".join(name.split())
    if not name or len(name) > 120:
        raise PlaceFault(_("请填写名称，不超过 120 字。"))
    twins = Unit.objects.filter(parent=parent, level=level, name=name, until_on=None)
    if twins.exclude(pk=unit.pk if unit else None).exists():
        raise PlaceFault(_("这里已经有“{name}”了。").format(name=name))
    return name


def _by_hand(unit):
    """Whether people here may change the unit themselves."""
    if unit.code:
        raise PlaceFault(_("{unit}是官方区划，随新一版区划改动。").format(unit=unit.name))
    if unit.until_on is not None:
        raise PlaceFault(_("{unit}已经撤销。").format(unit=unit.name))
