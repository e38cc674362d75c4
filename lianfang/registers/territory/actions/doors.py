"""Doors from address lines, and what is known of a door: its use, whether somebody lives there, how many."""
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..models import Door
from ..queries import resolve
from .planting import Plan, Unclear

KNOWN = ("use", "occupancy", "head_count", "note")


@dataclass(frozen=True, slots=True)
class Fault:
    """A line no door is made of, and why, in one sentence."""

    row: int
    text: str
    message: str


@dataclass
class Added:
    """What came of a list of addresses: `new` doors asked for, `doors` made of them (none in a dry run)."""

    plan: Plan
    new: int = 0
    existing: int = 0
    faults: list[Fault] = field(default_factory=list)
    doors: list[Door] = field(default_factory=list)


def add_doors(*, unit, addresses, by, at, dry_run=False, because=None) -> Added:
    """Make the compounds, buildings, stairs and doors that address lines name and the tree below a unit lacks; a dry run only counts."""
    with transaction.atomic():
        found = Added(Plan(unit))
        for row, text in enumerate(addresses, 1):
            if str(text).strip():
                _sort(found, row, str(text).strip())
        if not dry_run:
            found.doors = found.plan.carry_out(by=by, at=at, because=because)
    return found


class NoSuchDoor(ValueError):
    """The address names no door, or more than one; one sentence."""


def door_at(*, unit, address, may_add, by, at, because=None):
    """The door below a unit that an address names; one that is not there is added where `may_add` says so, else NoSuchDoor."""
    if door := resolve(unit, address):
        return door
    if not may_add:
        raise NoSuchDoor(_("{unit}没有“{address}”这一户，或不止一户；请写全，或勾选新建。").format(unit=unit.name, address=address))
    added = add_doors(unit=unit, addresses=[address], by=by, at=at, because=because)
    door = resolve(unit, address)
    if door is None:
        raise NoSuchDoor(added.faults[0].message if added.faults else _("“{address}”读不明白，请换一种写法。").format(address=address))
    return door


def _sort(found, row, text):
    """A door that stands, one to be made, or a fault."""
    if found.plan.book.door(text):
        found.existing += 1
        return
    try:
        if found.plan.take(text):
            found.new += 1
        else:
            found.existing += 1
    except Unclear as wrong:
        found.faults.append(Fault(row, text, str(wrong)))


def describe_doors(*, doors, by, at, because=None, **known):
    """Write down what is known of doors: use, occupancy, head_count, note; one journal line a door, without what was noted."""
    if unknown := known.keys() - set(KNOWN):
        raise TypeError(f"a door has no {', '.join(sorted(unknown))}")
    with transaction.atomic():
        for door in doors:
            for name, value in known.items():
                setattr(door, name, value)
        rows.amend(doors, *known)
        told = {name: value for name, value in known.items() if name != "note"}
        journal.write([line("territory.describe", kind="door", record=None, by=by.id, at=at, unit=door.unit_id, because=because, data=told)
                       for door in doors])
