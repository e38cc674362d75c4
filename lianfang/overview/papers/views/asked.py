"""Whose county a page of papers is about."""
from django.http import Http404

from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.units.queries import ancestors


def county_of(request):
    """The county of the widest unit the reader looks at; 404 where he looks at none."""
    held = [one.unit for one in request.assignments if "look" in one.rights]
    if not held:
        raise Http404
    return ancestors(min(held, key=lambda unit: unit.path.count("/")))[0]


def has(request, right, unit) -> bool:
    """Whether the reader holds a right over a unit."""
    return reach_of(request.assignments, right).covers(unit.path)
