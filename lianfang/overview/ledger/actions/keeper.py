"""The book as everybody reads it: handed in to the ground, so that no room needs to know this one."""
from lianfang.ground import indicators
from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import Unit

from .. import queries
from .booking import book


@everything()
def write(unit, at, by, now) -> dict:
    """The figures of a unit and those below at a cut-off; below the county only the unit's own are in the book, the rest is counted."""
    county = unit if unit.parent_id is None else Unit.objects.get(pk=unit.ancestor_ids[0])
    stands = queries.stands(book(unit=county, cut_off_at=at, by=by, at=now))
    if county.pk == unit.pk:
        return stands
    found = indicators.taken(unit, at)
    return found | {pk: stands[pk] for pk in found if pk in stands}


@everything()
def read(unit, at):
    """What stands at a cut-off; None where nothing was written."""
    return queries.booked(queries.cut_at(unit, at))


@everything()
def of_day(unit, on):
    """What stands for a day; None where nothing was written."""
    return queries.booked(queries.cut_of_day(unit, on))
